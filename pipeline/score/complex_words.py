"""Words that Gunning's Fog index counts as complex.

Three syllables or more, but not: names (words with a capital, `familiar.is_name`), compounds of short and easy words
("bookkeeper", "butterfly", "follow-up"), and words that have their third syllable from "-es" or "-ed" ("created",
"trespasses"). R. Gunning, The Technique of Clear Writing (1952), chapter 4. That "-ing" is left out of account in the
same way ("following") is how the rule has been handed on since. Figures are not words here.
"""

from __future__ import annotations

import re

from pipeline.score import syllables
from pipeline.score.familiar import dale, data, is_familiar

POLYSYLLABLE = 3  # syllables, and more
_SIBILANT_ES = re.compile(r"(?:[sxz]|[cs]h|[cg])es$")
_VOWELS = tuple("aeiouy")
_SYLLABIC_ED = re.compile(r"[td]ed$")


def is_complex(word: str, length: int) -> bool:
    """Whether an English word counts as complex where it is no name. `length`: its syllables, as it is said."""
    if length < POLYSYLLABLE or word[:1].isdecimal():
        return False
    lower = word.lower()
    return length - _added(lower) >= POLYSYLLABLE and not _is_compound(lower)


def _added(word: str) -> int:
    """Syllables that "-es", "-ed" or "-ing" adds."""
    return int(word.endswith("ing") or bool(_SIBILANT_ES.search(word)) or bool(_SYLLABIC_ED.search(word)))


def _is_compound(word: str) -> bool:
    """Whether a word is put together of two or more short, easy words, with a hyphen or without."""
    parts = word.split("-")
    if len(parts) > 1:
        return all(_is_short(part) and is_familiar(part) for part in parts if part)
    return any(_is_listed(word[:at]) and _is_second_half(word[at:]) for at in range(3, len(word) - 2))


def _is_second_half(word: str) -> bool:
    """Whether a part is a short listed word, its plural, or who does what one says: "keep|er", "mak|er"."""
    singular = word.removesuffix("s")
    forms = [word, singular]
    if singular.endswith("er"):
        forms.append(singular[:-2])
        if not singular[:-2].endswith(_VOWELS):
            forms.append(singular[:-1])
    endings = data()["not_second_halves"]
    return word not in endings and any(_is_listed(form) and form not in endings for form in forms)


def _is_listed(word: str) -> bool:
    return len(word) > 2 and word in dale() and _is_short(word)


def _is_short(word: str) -> bool:
    return syllables.count(word, "en") < POLYSYLLABLE
