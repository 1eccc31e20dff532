"""What to write in place of a hard word."""

from __future__ import annotations

from pipeline.glossary.entries import Treatment
from pipeline.glossary.lookup import Lookup

_TELL = "Use a plainer word, or say what it means at its first use."


def suggestion(terms: Lookup, word: str) -> str:
    """The glossary's plain wording or definition, whatever its context; without an entry, what a writer has to do."""
    entries = terms.entries(word)
    plain = [entry.plain for entry in entries if entry.treatment is Treatment.REPLACE]
    if plain:
        return f"Where it means the same here, write “{plain[0]}”; else say what it means."
    defined = next((entry for entry in entries if entry.definition), None)
    return _TELL if defined is None else f"Explain it at its first use, for instance: “{defined.definition}”"
