"""What is added at the first use of a term: its definition after the sentence, or an initialism written out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.glossary import inflect
from pipeline.glossary.entries import Entry, Treatment
from pipeline.score.spelling import american
from pipeline.simplify.grammar import words
from pipeline.simplify.lexical import Change

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.simplify.match import Match

DEFINE, EXPAND = "define", "expand"
_SAYS_WHAT = r"(?:(?:is|are) (?:an?|the|one|any|when|where)|means?|refers? to|involves?)\b"
_REMEMBERED = 1024  # terms whose patterns are kept at hand

_PUTS = r"(?:which (?:is|are|means?)|meaning|defined as|that is|i\.e\.|in other words|when (?:your|the|a))\b"


@dataclass(slots=True)
class FirstUses:
    """The terms a document has explained so far.

    `text` is all its plain body text in small letters, a sentence a line: it may explain a term itself.
    """

    text: str
    explained: set[tuple[str, str]] = field(default_factory=set)

    def definition(self, matches: Sequence[Match]) -> Match | None:
        """The first term used here that nothing has explained yet."""
        for match in matches:
            entry = match.entry
            key = entry.thing
            if entry.treatment is Treatment.DEFINE and key not in self.explained:
                self.explained.add(key)
                if key[1] not in self.text and not self._defined_by_source(entry.spellings):
                    return match
        return None

    def expansions(self, doc: Doc, matches: Sequence[Match]) -> tuple[Change, ...]:
        """Initialisms used here for the first time, written out with the initials in brackets.

        Not those that the text explains itself, in whatever words: "obstructive sleep apnoea (OSA)".
        """
        found: list[Change] = []
        for match in matches:
            entry = match.entry
            key = (entry.term.casefold(), "")
            if entry.treatment is Treatment.EXPAND and key not in self.explained:
                self.explained.add(key)
                if entry.plain.casefold() not in self.text and not self._in_brackets(entry.term):
                    found.append(_expansion(doc, match))
        return tuple(found)

    def _in_brackets(self, term: str) -> bool:
        letters = re.escape(term.casefold())
        return re.search(rf"[(\[]{letters}s?\b|\b{letters}s? [(\[]", self.text) is not None

    def _defined_by_source(self, spellings: Iterable[str]) -> bool:
        return any(
            spelling in self.text and _explanation(spelling).search(self.text) is not None
            for spelling in map(str.casefold, spellings)
        )


@lru_cache(maxsize=_REMEMBERED)
def _explanation(spelling: str) -> re.Pattern[str]:
    """Where a text says itself what a term means, wherever it stands in its sentence.

    "Cryotherapy is a …", "Cryotherapy, a …", "… for gout, a kind of arthritis", "… with gout. This is a …",
    "… use cryotherapy here. It is a …", "gout, defined as …", "an arthritis called gout".
    """
    name = re.escape(spelling) + "s?"
    opening = rf"^(?:an? |the )?{name}"
    brackets = r"(?: \([^)\n]{1,80}\))?"
    kind = rf"(?:an?|the|any|one of) (?:[\w-]+ ){{0,4}}?(?:{'|'.join(sorted(words('genus')))})s?\b"
    ways = (
        rf"{opening}{brackets} {_SAYS_WHAT}",
        rf"{opening}(?:,| ?[—–(]) ?an? ",
        rf"\b{name}\b[^\n]*\n(?:it is|they are) an?\b",
        rf"\b{name}{brackets}[.]?\n(?:this|it|these) (?:is|are|means?)\b",
        rf"\b{name}{brackets}(?:,| ?[—–(:]) ?(?:{kind}|{_PUTS})",
        rf"\b(?:called|known as|named|termed)(?: an?| the)? [\"“'‘]?{name}\b",
    )
    return re.compile("|".join(ways), re.MULTILINE)


def as_spelled(entry: Entry, written: str) -> str:
    """The definition with the term spelled as the text spells it: "Oesophagitis is …" in a British text."""
    spelling = next((one for one in entry.variants if one.casefold() == written.casefold()), None)
    if spelling is None or " ".join(map(american, spelling.casefold().split())) != entry.term.casefold():
        return entry.definition
    term = re.compile(re.escape(entry.term), re.IGNORECASE)
    begun = spelling[0].upper() + spelling[1:]
    return term.sub(lambda found: begun if found[0][0].isupper() else spelling, entry.definition, 1)


def _expansion(doc: Doc, match: Match) -> Change:
    span, entry = match.span(doc), match.entry
    plain = inflect.noun(entry.plain, plural=span.text == f"{entry.term}s", forms=entry.forms)
    start, text = span.start_char, f"{plain} ({span.text})"
    if match.start == 0:
        text = text[0].upper() + text[1:]
    elif doc[match.start - 1].lower_ in {"a", "an"}:
        before = doc[match.start - 1]
        right = inflect.article(text)
        if right != before.lower_:
            start, text = before.idx, f"{right.capitalize() if before.text[0].isupper() else right} {text}"
    return Change(start, span.end_char, text, EXPAND, entry)
