"""How common an English word is: its Zipf value in the word list of the package wordfreq.

Zipf is the base-10 logarithm of the occurrences in a billion words: 7 for "the", 5 for "water", 3 for "inflammation",
1 for the rarest words listed. (W. J. B. van Heuven, P. Mandera, E. Keuleers, M. Brysbaert, SUBTLEX-UK, Quarterly
Journal of Experimental Psychology 67, 2014.)
"""

from __future__ import annotations

from functools import cache
from math import log10

COMMON = 4.5  # for figures and units of measure, which are no words anybody looks up
UNLISTED = 0.0


@cache
def _frequencies() -> dict[str, float]:
    from wordfreq import get_frequency_dict

    return get_frequency_dict("en", "large")


def zipf(word: str) -> float:
    """The Zipf value of a word whatever its case; 0 where it is not listed.

    A word with hyphens that is not listed is as common as its rarest part, a possessive as its noun.
    """
    return _zipf(word.lower())


def _zipf(word: str) -> float:
    listed = _frequencies().get(word)
    if listed is not None:
        return log10(listed) + 9
    if word.endswith("'s"):
        return _zipf(word[:-2])
    parts = [part for part in word.split("-") if part]
    if len(parts) > 1:
        return min(map(_zipf, parts))
    return COMMON if word.isdecimal() else UNLISTED
