"""One text under examination: its tokens, its numbers, and what has been claimed so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pipeline.facts import numerals
from pipeline.facts.lexicon import Lexicon, lexicon
from pipeline.facts.model import Fact, Weight
from pipeline.facts.numerals import Numeral
from pipeline.facts.tokens import Token, glued, tokenize


class Scan:
    """What the finders share. A character claimed by one finder is no number for the next."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.lexicon: Lexicon = lexicon(language)
        self.tokens: tuple[Token, ...] = tokenize(text)
        self._claimed = bytearray(len(text))
        self._numerals: dict[int, Numeral] | None = None
        self._more: tuple[Numeral, ...] = ()

    def claim(self, facts: Iterable[Fact]) -> None:
        """Keeps the characters of these facts from later finders."""
        for fact in facts:
            self._claimed[fact.start : fact.end] = b"\1" * (fact.end - fact.start)

    def free(self, start: int, end: int) -> bool:
        """Whether no character of a range is claimed."""
        return not any(self._claimed[start:end])

    @property
    def numerals(self) -> dict[int, Numeral]:
        """Numbers by their first token. First asked for after links, codes and phone numbers are claimed."""
        if self._numerals is None:
            skip = [not self.free(token.start, token.end) for token in self.tokens]
            found = numerals.find(self.text, self.tokens, self.lexicon, skip)
            self._numerals = {numeral.first: numeral for numeral in found}
            self._more = tuple(n for n in found if self._numerals[n.first] is not n)
        return self._numerals

    def open_numerals(self) -> tuple[Numeral, ...]:
        """Numbers that no finder has claimed, from left to right."""
        every = (*self.numerals.values(), *self._more)
        return tuple(sorted((n for n in every if self.free(*self.range(n.first, n.last))), key=lambda n: n.first))

    def range(self, first: int, last: int) -> tuple[int, int]:
        """The characters of tokens `[first, last)`."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def fact(self, kind: str, value: str, first: int, last: int, weight: Weight = Weight.FIRM) -> Fact:
        """A fact written by tokens `[first, last)`."""
        start, end = self.range(first, last)
        return Fact(kind, value, self.text[start:end], start, end, weight)

    def glued(self, index: int) -> bool:
        """Whether token `index` follows the one before it with nothing but blanks or a hyphen between."""
        return 0 < index < len(self.tokens) and glued(self.text, self.tokens, index)

    def joined(self, left: Numeral, right: Numeral) -> bool:
        """Whether two numbers are the ends of a range or a choice: 2-3, 2 to 3, 2 or 3."""
        between = self.text[self.tokens[left.last - 1].end : self.tokens[right.first].start]
        if right.first == left.last:
            return len(between) <= 3 and between.strip(" \u00a0\u202f") in {"-", "–", "—", "‑", "‐", "−"}
        match = self.lexicon.range.at(self.text, self.tokens, left.last)
        return match is not None and match.last == right.first and len(between) <= 12


Finder = Callable[[Scan], Iterator[Fact]]
