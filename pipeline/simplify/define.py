"""What is added at the first use of a term: its definition after the sentence, or an initialism written out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.glossary.entries import Entry, Treatment
from pipeline.simplify import inflect
from pipeline.simplify.lexical import Change

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.simplify.match import Match

DEFINE, EXPAND = "define", "expand"
_SAYS_WHAT = r"(?:(?:is|are) (?:an?|the|one|any|when|where)|means?|refers? to|involves?)\b"


@dataclass(slots=True)
class FirstUses:
    """The terms a document has explained so far.

    `text` is all its plain body text in small letters, a sentence a line: it may explain a term itself.
    """

    text: str
    explained: set[str] = field(default_factory=set)

    def definition(self, matches: Sequence[Match]) -> Entry | None:
        """The first term used here that nothing has explained yet."""
        for match in matches:
            entry = match.entry
            gist = _gist(entry)
            if entry.treatment is Treatment.DEFINE and gist not in self.explained:
                self.explained.add(gist)
                if gist not in self.text and not self._defined_by_source(entry.spellings):
                    return entry
        return None

    def expansions(self, doc: Doc, matches: Sequence[Match]) -> tuple[Change, ...]:
        """Initialisms used here for the first time, written out with the initials in brackets."""
        found: list[Change] = []
        for match in matches:
            entry = match.entry
            if entry.treatment is Treatment.EXPAND and entry.term not in self.explained:
                self.explained.add(entry.term)
                if entry.plain.casefold() not in self.text:
                    found.append(_expansion(doc, match))
        return tuple(found)

    def _defined_by_source(self, spellings: Iterable[str]) -> bool:
        """As in "Cryotherapy is a …", "Cryotherapy, a …" or "Cryotherapy is used here. It is a …"."""
        for spelling in spellings:
            name = re.escape(spelling.casefold()) + "s?"
            term = rf"^(?:an? |the )?{name}"
            says = rf"{term} (?:\([^)\n]{{1,80}}\) )?{_SAYS_WHAT}"
            beside = rf"{term}(?:,| ?[—–(]) ?an? "
            after = rf"\b{name}\b[^\n]*\n(?:it is|they are) an?\b"
            own = f"{says}|{beside}|{after}"
            if re.search(own, self.text, re.MULTILINE):
                return True
        return False


def _gist(entry: Entry) -> str:
    """The definition less its subject: two names of one thing share it."""
    words = entry.definition.casefold().split()
    verb = next((n for n, word in enumerate(words) if word in {"is", "are", "means", "mean"}), 0)
    return " ".join(words[verb:]) or entry.term


def _expansion(doc: Doc, match: Match) -> Change:
    span = match.span(doc)
    start, text = span.start_char, f"{match.entry.plain} ({span.text})"
    if match.start == 0:
        text = text[0].upper() + text[1:]
    elif doc[match.start - 1].lower_ in {"a", "an"}:
        before = doc[match.start - 1]
        right = inflect.article(text)
        if right != before.lower_:
            start, text = before.idx, f"{right.capitalize() if before.text[0].isupper() else right} {text}"
    return Change(start, span.end_char, text, EXPAND, match.entry)
