"""Text as tokens, and phrases looked up in them. One pass, no backtracking."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

FRACTION_SIGNS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅛": "1/8"}
_LETTER = "[^\\W\\d_" + "".join(FRACTION_SIGNS) + "]"
_WORD = rf"{_LETTER}(?:{_LETTER}|[\u0300-\u036f]|[·‧](?={_LETTER}))*"
_REST = r"[^\s\-\u2010-\u2015\u2212]"  # hyphens and dashes are gaps, not tokens
_NUMBER = r"(?:(?<![^\s(\[<>≤≥=~±+/\-\u2010-\u2015\u2212])[.,])?[0-9]+(?:[.,][0-9]+)*"  # .5 is no 5
_TEXT = re.compile(rf"(?P<number>{_NUMBER})|(?P<word>{_WORD}(?:['’](?={_LETTER}))?)|{_REST}")
_PHRASE = re.compile(rf"(?P<number>{_NUMBER})|(?P<word>{_WORD}['’]?)|{_REST}")
_GLUE = re.compile(r"[ \t\n\u00a0\u2009\u202f]*[-\u2010\u2011]?[ \t\n\u00a0\u2009\u202f]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a word (with the apostrophe of an elision: d', don') or one other character."""

    text: str  # folded: lower case, composed, plain apostrophe
    start: int
    end: int
    is_number: bool
    is_word: bool


def fold(text: str) -> str:
    """Lower case, composed accents, plain apostrophes and dots."""
    return unicodedata.normalize("NFC", text).casefold().replace("’", "'").replace("‧", "·")


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a text."""
    return tuple(_tokens(_TEXT, text))


def _tokens(pattern: re.Pattern[str], text: str) -> Iterator[Token]:
    for match in pattern.finditer(text):
        is_number, is_word = match["number"] is not None, match["word"] is not None
        yield Token(fold(match[0]), match.start(), match.end(), is_number, is_word)


def gap(text: str, tokens: Sequence[Token], index: int) -> str:
    """What stands between token `index - 1` and token `index`."""
    return text[tokens[index - 1].end : tokens[index].start]


def glued(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether only blanks or one hyphen part token `index` from the one before it."""
    between = gap(text, tokens, index)
    return len(between) <= 3 and _GLUE.fullmatch(between) is not None


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: its value, and its first and one-past-last token."""

    value: str
    first: int
    last: int


class Phrases:
    """Phrases and what they stand for. The longest phrase that begins at a token wins."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        seen: set[tuple[str, ...]] = set()
        for phrase, value in entries:
            words = tuple(token.text for token in _tokens(_PHRASE, phrase))
            if words and words not in seen:
                seen.add(words)
                self._by_first.setdefault(words[0], []).append((words, value))
        for found in self._by_first.values():
            found.sort(key=lambda item: -len(item[0]))

    @classmethod
    def of(cls, table: Mapping[str, Iterable[str]]) -> Phrases:
        """From a table of value → phrases."""
        return cls((phrase, value) for value, phrases in table.items() for phrase in phrases)

    def at(self, text: str, tokens: Sequence[Token], index: int) -> Match | None:
        """The phrase that begins at token `index`."""
        if not 0 <= index < len(tokens):
            return None
        phrases = self._by_first.get(tokens[index].text)
        if phrases is None:
            return None
        for words, value in phrases:
            last = index + len(words)
            if last <= len(tokens) and all(
                tokens[index + n].text == words[n] and glued(text, tokens, index + n) for n in range(1, len(words))
            ):
                return Match(value, index, last)
        return None

    def ending_at(self, text: str, tokens: Sequence[Token], last: int, longest: int = 4) -> Match | None:
        """The longest phrase that ends just before token `last`."""
        for first in range(max(0, last - longest), last):
            match = self.at(text, tokens, first)
            if match is not None and match.last == last and (last >= len(tokens) or glued(text, tokens, last)):
                return match
        return None

    def scan(self, text: str, tokens: Sequence[Token]) -> Iterator[Match]:
        """Every phrase, from left to right, none overlapping another."""
        after = 0
        for index, token in enumerate(tokens):
            if index >= after and token.text in self._by_first:
                match = self.at(text, tokens, index)
                if match is not None:
                    yield match
                    after = match.last
