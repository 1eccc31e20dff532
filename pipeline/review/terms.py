"""Words of the glossaries in a sentence, for whoever reviews it: what the glossary says, never what must be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.document import Edit
from pipeline.glossary import terms
from pipeline.translate.writing import WORD

KINDS = ("noun", "adjective", "verb", "adverb", "phrase")
PLAIN, TARGET = "plain", "translation"
_LONGEST = 6  # words of a term
_ENDINGS = ("s", "es", "ed", "d", "ing")


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary's word in a sentence."""

    source: str  # as the glossary has it
    target: str  # the plain words, or the translation in its basic form
    glossary: str  # PLAIN or TARGET


def of_plain(edits: Sequence[Edit], segment: str) -> tuple[Term, ...]:
    """The entries of the plain glossary that changed or explain this segment."""
    used = (e for e in edits if e.segment == segment and e.entry is not None and e.applied and e.after.strip())
    return tuple(dict.fromkeys(Term(edit.entry or "", edit.after, PLAIN) for edit in used))


def of_target(source: str, language: str) -> tuple[Term, ...]:
    """The words of `glossaries/terms-<language>.toml` in an English sentence, longest first where they overlap."""
    return tuple(dict.fromkeys(_found(source, _table(language))))


def _found(source: str, table: Mapping[str, str]) -> Iterator[Term]:
    words = [match[0] for match in WORD.finditer(source)]
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            written = " ".join(words[at : at + size]).casefold()
            base = next((form for form in _forms(written) if form in table), None)
            if base is not None:
                yield Term(base, table[base], TARGET)
                at += size
                break
        else:
            at += 1


def _forms(written: str) -> Iterator[str]:
    """The words as they stand, and without an ending the glossary does not list."""
    yield written
    for ending in _ENDINGS:
        if written.endswith(ending):
            stem = written.removesuffix(ending)
            yield stem
            yield stem + "e"
    if written.endswith("ies"):
        yield written.removesuffix("ies") + "y"


@cache
def _table(language: str) -> dict[str, str]:
    """Terms in small letters with their translation; none for a language without a glossary."""
    tables = terms.table(language)
    rows = {
        term.casefold(): _first(value)
        for kind in KINDS
        if isinstance(tables.get(kind), dict)
        for term, value in tables[kind].items()
    }
    return {term: word for term, word in rows.items() if word}


def _first(value: Any) -> str:
    """The translation of an entry: its first text."""
    if isinstance(value, str):
        return value
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next((part for part in parts if isinstance(part, str)), "")
