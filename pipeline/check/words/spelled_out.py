"""Whether the words that an initialism stands for are said beside it: "MMR" and "measles, mumps and rubella"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FEWEST_LETTERS = 3  # two words that begin so may stand anywhere
_WORD = re.compile(r"[^\W\d_]+")
_LIGHT = frozenset({"a", "an", "and", "as", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


def is_spelled_out(letters: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has words in a row that begin with the letters.

    "Of", "and" and the like may stand between. Small letters count too ("eGFR"); figures are never spelled out.
    """
    wanted = letters.lower()
    if len(wanted) < _FEWEST_LETTERS or not wanted.isalpha():
        return False
    return any(wanted in _initials(text, letters) for text in texts)


def _initials(text: str, letters: str) -> str:
    words = (word for word in _WORD.findall(text) if word != letters and word.lower() not in _LIGHT)
    return "".join("|" if word.isupper() and len(word) > 1 else word[0].lower() for word in words)
