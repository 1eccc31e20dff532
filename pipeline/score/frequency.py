"""How common an English word is: its Zipf value in the word list of the package wordfreq.

Zipf is the base-10 logarithm of the occurrences in a billion words: 7 for "the", 5 for "water", 3 for "inflammation",
1 for the rarest words listed. (W. J. B. van Heuven, P. Mandera, E. Keuleers, M. Brysbaert, SUBTLEX-UK, Quarterly
Journal of Experimental Psychology 67, 2014.)
"""

from __future__ import annotations

from functools import cache
from math import log10

from pipeline.score.spelling import american

COMMON = 4.5  # for figures and units of measure, which are no words anybody looks up
UNLISTED = 0.0


@cache
def _frequencies() -> dict[str, float]:
    from wordfreq import get_frequency_dict

    return get_frequency_dict("en", "large")


def zipf(word: str) -> float:
    """The Zipf value of a word whatever its case; 0 where it is not listed. Of two spellings the commoner one's.

    A word with hyphens that is not listed is as common as its rarest part, a possessive as its noun.
    """
    return _zipf(word.lower())


def commoner_spelling(word: str) -> str:
    """A word in small letters, or its American spelling where that is the commoner one: "hemorrhage"."""
    spelled = american(word)
    return spelled if _listed(spelled) > _listed(word) else word


def _zipf(word: str) -> float:
    listed = max(_listed(word), _listed(american(word)))
    if listed:
        return listed
    if word.endswith("'s"):
        return _zipf(word[:-2])
    parts = [part for part in word.split("-") if part]
    if len(parts) > 1:
        return min(map(_zipf, parts))
    return COMMON if word.isdecimal() else UNLISTED


def _listed(word: str) -> float:
    frequency = _frequencies().get(word)
    return UNLISTED if frequency is None else log10(frequency) + 9
