"""What formulas ask of one written word, looked up once for each distinct word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline.score import complex_words, familiar, syllables
from pipeline.score.language import is_english
from pipeline.score.spoken import is_unit

_LONGEST = 100  # letters; what is longer is no word to be looked up


@dataclass(frozen=True, slots=True)
class Properties:
    """Of a word as it is written, wherever it stands."""

    syllables: int
    letters: int  # and digits
    is_figure: bool  # a figure or a unit: a writer cannot say it in a shorter word
    is_name: bool = False  # where it is not the first word of a sentence
    is_complex: bool = False  # by Gunning, where it is no name
    is_unfamiliar: bool = False  # by Dale and Chall, where it is no name
    unfamiliar_root: str = ""  # by Spache, where it is no name; empty where familiar


@lru_cache(maxsize=32768)
def properties(word: str, language: str) -> Properties:
    """The properties of a word in a language (BCP 47). Those after `letters` are told of English words only."""
    length = syllables.count(word, language)
    letters = sum(c.isalnum() for c in word)
    is_figure = any(c.isdecimal() for c in word) or is_unit(word, language)
    if not is_english(language) or len(word) > _LONGEST:
        return Properties(length, letters, is_figure)
    straight = word.replace("’", "'")
    return Properties(
        length,
        letters,
        is_figure,
        familiar.is_name(word),
        complex_words.is_complex(straight, length),
        not familiar.is_familiar(straight),
        "" if familiar.is_familiar_to_spache(straight) else familiar.root(straight),
    )
