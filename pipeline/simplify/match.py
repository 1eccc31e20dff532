"""Where glossary entries apply in a parsed sentence: the longest terms first, none over another or a locked place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.features import Features, features
from pipeline.glossary.entries import Entry, Glossary, Treatment
from pipeline.parser import tokens
from pipeline.simplify.term import Company, Term

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_TEXT_KEPT = frozenset({Treatment.KEEP, Treatment.DEFINE})
_GLOSSARIES = 4  # whose index is kept at hand
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found over the tokens `[start, end)`; `head` is the index of the token that is inflected."""

    entry: Entry
    start: int
    end: int
    head: int

    def span(self, doc: Doc) -> Span:
        """The matched tokens."""
        return doc[self.start : self.end]


class Matcher:
    """A glossary, ready to be looked up."""

    def __init__(self, glossary: Glossary) -> None:
        self._by_first: dict[str, dict[str, list[Term]]] = {}
        """Terms by their first word and their second; "" where there is none."""
        for entry in glossary.entries:
            company = Company(entry)
            for spelling in entry.spellings:
                words = tokens(spelling)
                second = words[1].lower() if len(words) > 1 else ""
                self._by_first.setdefault(words[0].lower(), {}).setdefault(second, []).append(
                    Term(words, entry, company)
                )

    def find(self, doc: Doc, locked: Callable[[], Sequence[Range]] = tuple) -> tuple[Match, ...]:
        """The matches that apply, in order and disjoint; `locked` gives character ranges no entry may touch."""
        candidates = sorted(self._candidates(doc), key=_preference)
        if not candidates:
            return ()
        ranges = locked()
        taken: set[int] = set()
        kept: list[Match] = []
        for match in candidates:
            if taken.isdisjoint(range(match.start, match.end)):
                span = match.span(doc)
                if not overlaps(span.start_char, span.end_char, ranges) or match.entry.treatment in _TEXT_KEPT:
                    taken.update(range(match.start, match.end))
                    kept.append(match)
        return tuple(sorted(kept, key=lambda m: m.start))

    def _candidates(self, doc: Doc) -> Iterator[Match]:
        seen = features(doc)
        for at, forms in enumerate(seen.forms):
            for first in forms:
                by_second = self._by_first.get(first)
                for term in () if by_second is None else _beginning(by_second, seen, at):
                    head = term.head_at(doc, seen, at)
                    if head is not None:
                        yield Match(term.entry, at, at + len(term.words), head)


def _beginning(by_second: dict[str, list[Term]], seen: Features, at: int) -> list[Term]:
    """The terms of one first word, at a token, that have no second word or have it here, as written or as a lemma."""
    found = by_second.get("", [])
    following = seen.forms[at + 1] if at + 1 < len(seen.forms) else ()
    return found + [term for second in following if second for term in by_second.get(second, ())]


@lru_cache(maxsize=_GLOSSARIES)
def matcher(glossary: Glossary, disable: frozenset[str] = frozenset()) -> Matcher:
    """The glossary less the terms of `disable`, ready to be looked up; made once for each of the latest glossaries."""
    return Matcher(glossary.without(disable))


def overlaps(start: int, end: int, ranges: Iterable[Range]) -> bool:
    """Whether `[start, end)` shares a character with one of the ranges."""
    return any(start < b and a < end for a, b in ranges)


def _preference(match: Match) -> tuple[int, int, int, str]:
    """The longest first, then the one that asks most of its context, then the leftmost."""
    return match.start - match.end, -match.entry.asked, match.start, match.entry.treatment
