"""Counting one sentence, and adding counts up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.edition import Counts
from pipeline.score.complex_words import POLYSYLLABLE
from pipeline.score.difficulty import difficulty_of
from pipeline.score.english import is_common
from pipeline.score.frequency import zipf
from pipeline.score.language import is_english
from pipeline.score.properties import properties
from pipeline.score.spoken import is_spelled
from pipeline.score.words import tokens

_REMEMBERED = 16384  # sentences: scores and checks ask for the same ones
_LONG_WORD = 7  # letters, and more
_VERY_COMMON = 5.5  # Zipf: "us" and "who", not "id" and "pm"
_SAMPLE = 100  # words, in which Spache counts an unfamiliar word once


@dataclass(frozen=True, slots=True)
class Tally:
    """What formulas are fed with, and what was no word."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    polysyllables: int = 0  # words of three or more syllables
    letters: int = 0  # and digits
    long_words: int = 0  # of more than six letters
    paths: int = 0  # links, paths, file names: left out
    telephones: int = 0  # telephone numbers: left out
    monosyllables: int = 0
    polysyllables_squared: int = 0  # the sum, over sentences, of the square of each one's polysyllables
    complex_words: int = 0  # Gunning's; English
    unfamiliar: int = 0  # words that are not on Dale's list; English
    unfamiliar_once: int = 0  # roots that are not on Spache's list, each once in a full sample; English
    figure_syllables: int = 0  # of figures and units, less one for each
    difficulty: float = 0.0  # the sum, over sentences, of each one's difficulty times its words; English
    sample_words: int = 0  # words of the sample that is not full yet
    sample_roots: frozenset[str] = frozenset()  # unfamiliar roots in it

    def __add__(self, other: Tally) -> Tally:
        return total((self, other))

    @property
    def counts(self) -> Counts:
        """The part that editions keep."""
        return Counts(self.words, self.sentences, self.syllables, self.polysyllables)


_SUMMED = tuple(name for name in Tally.__slots__ if name not in ("unfamiliar_once", "sample_words", "sample_roots"))


@lru_cache(maxsize=_REMEMBERED)
def sentence(text: str, language: str) -> Tally:
    """The counts of one sentence, or of an item that stands for one; no sentence where there is no word."""
    found = tokens(text, language)
    written = _without_stress(found.words, language)
    words = [properties(word, language) for word in written]
    plain = [word for at, word in enumerate(words) if at == 0 or not word.is_name]
    polysyllables = sum(word.syllables >= POLYSYLLABLE for word in words)
    return Tally(
        words=len(words),
        sentences=1 if words else 0,
        syllables=sum(word.syllables for word in words),
        polysyllables=polysyllables,
        letters=sum(word.letters for word in words),
        long_words=sum(word.letters >= _LONG_WORD for word in words),
        paths=len(found.paths),
        telephones=len(found.telephones),
        monosyllables=sum(word.syllables == 1 for word in words),
        polysyllables_squared=polysyllables**2,
        complex_words=sum(word.is_complex for word in plain),
        unfamiliar=sum(word.is_unfamiliar for word in plain),
        figure_syllables=sum(word.syllables - 1 for word in words if word.is_figure),
        difficulty=difficulty_of(written) * len(words) if is_english(language) else 0.0,
        sample_words=len(words),
        sample_roots=frozenset(word.unfamiliar_root for word in plain if word.unfamiliar_root),
    )


def _without_stress(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    """In an English sentence that is all in capitals, "US" and "WHO" are the common words, not initialisms."""
    if not any(is_spelled(word, language) for word in words) or not is_english(language):
        return words
    in_letters = [word for word in words if word.isalpha() and len(word) > 1]
    others = [word for word in in_letters if not is_spelled(word, language)]
    if not all(word.isupper() for word in in_letters) or not any(is_common(word.lower()) for word in others):
        return words
    return tuple(word.lower() if is_spelled(word, language) and zipf(word) >= _VERY_COMMON else word for word in words)


def total(tallies: Iterable[Tally]) -> Tally:
    """Their sum. Samples of a hundred words, and the sentence that fills them, are made in the order given."""
    given = tuple(tallies)
    once, words, roots = 0, 0, set[str]()
    for tally in given:
        once += tally.unfamiliar_once
        words += tally.sample_words
        roots |= tally.sample_roots
        if words >= _SAMPLE:
            once, words, roots = once + len(roots), 0, set()
    sums = {name: sum(getattr(tally, name) for tally in given) for name in _SUMMED}
    return Tally(**sums, unfamiliar_once=once, sample_words=words, sample_roots=frozenset(roots))
