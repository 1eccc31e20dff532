"""What is added at the first use of a term: its definition after the sentence, or an initialism written out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
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
_ARTICLES = frozenset({"", "a ", "an ", "the "})
_PUTS = r"(?:which (?:is|are|means?)|meaning|defined as|that is|i\.e\.|in other words|when (?:your|the|a))\b"
_BRACKETS = r"(?: \([^)\n]{1,80}\))?"
_SAID = re.compile(rf"s?{_BRACKETS} {_SAYS_WHAT}|s?(?:,| ?[—–(]) ?an? ")  # behind a term that opens its sentence
_NAMED = re.compile(r"\b(?:called|known as|named|termed)(?: an?| the)? [\"“'‘]?$")  # before a term
_LONGEST_NAMED = 24  # characters of it
_END = re.compile(r"s?\b")
_BORDER = re.compile(r"\b")


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
            self._says_what_is(start, start + len(spelling))
            for spelling in map(str.casefold, spellings)
            for start in _places(spelling, self.text)
        )

    def _says_what_is(self, start: int, end: int) -> bool:
        """Whether the text says itself what the term at `[start, end)` means, wherever it stands in its sentence.

        "Cryotherapy is a …", "Cryotherapy, a …", "… for gout, a kind of arthritis", "… with gout. This is a …",
        "… use cryotherapy here. It is a …", "gout, defined as …", "an arthritis called gout".
        """
        opening = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        if opening in _ARTICLES and _SAID.match(self.text, end):
            return True
        if _BORDER.match(self.text, start) is None:
            return False
        named = _NAMED.search(self.text[max(0, start - _LONGEST_NAMED) : start])
        return (named is not None and _END.match(self.text, end) is not None) or (
            _said_behind().match(self.text, end) is not None
        )


@cache
def _said_behind() -> re.Pattern[str]:
    """What may stand behind a term that is explained, in its sentence or at the start of the next."""
    kind = rf"(?:an?|any|one of) (?:[\w-]+ ){{0,4}}?(?:{'|'.join(sorted(words('genus')))})s?\b"
    same = rf"{_BRACKETS}(?:,| ?[—–(:]) ?(?:{kind}|{_PUTS})"
    following = rf"{_BRACKETS}[.]?\n(?:this|it|these) (?:(?:is|are) (?:an?|the|any|one of|when)|means?)\b"
    return re.compile(rf"s?\b(?:[^\n]*\n(?:it is|they are) an?\b|{following}|{same})")


def _places(term: str, text: str) -> Iterator[int]:
    at = text.find(term)
    while at >= 0:
        yield at
        at = text.find(term, at + 1)


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
