"""Syllables of one written word, by language.

English: the CMU Pronouncing Dictionary, then rules (`english.py`). Spanish, French, Italian, Portuguese, Catalan and
Galician (`romance.py`), German and Dutch (`germanic.py`): rules of spelling. Any other language: groups of vowels, a
rough count that no formula uses.
How figures, units and initialisms are said comes first: `spoken.py`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.score import english, germanic, romance, spoken
from pipeline.score.language import root

_VOWELS = re.compile(r"[aeiouyàáâãäåèéêëìíîïòóôõöùúûüýøœæ]+")
_ENGLISH = spoken.Dictionary(english.known, english.is_common)
_LONGEST = 100  # letters; what is longer is no word, and is counted roughly


@lru_cache(maxsize=16384)
def count(word: str, language: str = "en") -> int:
    """Syllables of a word as it is said, at least 1. `language` is a BCP 47 tag."""
    own = root(language)
    if len(word) > _LONGEST:
        return max(1, len(_VOWELS.findall(word.lower())))
    said = spoken.say(word, own, _ENGLISH if own == "en" else None)
    return max(1, sum(_count(piece, own) for piece in said))


def _count(piece: str, language: str) -> int:
    """Syllables of one piece in small letters; hyphens part it once more."""
    parts = [part for part in piece.split("-") if any(c.isalpha() for c in part)]
    if language == "en":
        return sum(english.count(part) for part in parts)
    if language in romance.LANGUAGES:
        return sum(romance.count(part, language) for part in parts)
    if language in germanic.LANGUAGES:
        return sum(germanic.count(part, language) for part in parts)
    return sum(max(1, len(_VOWELS.findall(part))) for part in parts)
