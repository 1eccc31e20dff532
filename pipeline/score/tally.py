"""Counting one sentence, and adding counts up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.edition import Counts
from pipeline.score import syllables
from pipeline.score.words import tokens

POLYSYLLABLE = 3  # syllables, and more
_LONG_WORD = 7  # letters, and more


@dataclass(frozen=True, slots=True)
class Tally:
    """What formulas are fed with, and what was no word."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    polysyllables: int = 0
    letters: int = 0  # and digits
    long_words: int = 0  # of more than six letters
    paths: int = 0  # links, paths, file names: left out
    telephones: int = 0  # telephone numbers: left out

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.words + other.words,
            self.sentences + other.sentences,
            self.syllables + other.syllables,
            self.polysyllables + other.polysyllables,
            self.letters + other.letters,
            self.long_words + other.long_words,
            self.paths + other.paths,
            self.telephones + other.telephones,
        )

    @property
    def counts(self) -> Counts:
        """The part that editions keep."""
        return Counts(self.words, self.sentences, self.syllables, self.polysyllables)


def sentence(text: str, language: str) -> Tally:
    """The counts of one sentence, or of an item that stands for one; no sentence where there is no word."""
    found = tokens(text, language)
    lengths = [syllables.count(word, language) for word in found.words]
    letters = [sum(c.isalnum() for c in word) for word in found.words]
    return Tally(
        words=len(found.words),
        sentences=1 if found.words else 0,
        syllables=sum(lengths),
        polysyllables=sum(length >= POLYSYLLABLE for length in lengths),
        letters=sum(letters),
        long_words=sum(length >= _LONG_WORD for length in letters),
        paths=len(found.paths),
        telephones=len(found.telephones),
    )


def total(tallies: Iterable[Tally]) -> Tally:
    """Their sum."""
    return sum(tallies, Tally())
