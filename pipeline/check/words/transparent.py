"""Rare words that are no harder than the common word they are made of. Data: `data/transparent.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from pipeline.score.frequency import zipf

_COMMON = 3.3  # Zipf: about two of a million words
_VERY_COMMON = 4.0  # of each of the two words of a compound
_SHORT_COMMON = 4.8  # of one with three letters: "bed|rest"
_SHORTEST = 4  # letters of the common word
_LONGEST = 30  # letters of a word that is looked into
_DEPTH = 3  # parts taken away one after the other: "un|accept|ab|ly"


@lru_cache(maxsize=8192)
def is_transparent(word: str) -> bool:
    """Whether an English word in small letters is a common word with a common beginning or ending, or two in one.

    "reoccurring", "acceptably", "hospitalisation", "washout"; not "thermogenic", "venous".
    """
    if len(word) > _LONGEST:
        return False
    words = {word}
    for _ in range(_DEPTH):
        words |= {shorter for one in words for shorter in _taken_apart(one)}
    return any(zipf(one) >= _COMMON for one in words) or _is_compound(word)


def _taken_apart(word: str) -> Iterator[str]:
    """The word in American spelling, without a prefix, and without an ending."""
    data = _data()
    for british, american in data["spellings"].items():
        if british in word:
            yield word.replace(british, american)
    for prefix in data["prefixes"]:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
            yield word[len(prefix) :]
    for ending, instead in data["endings"].items():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield from (stem + letters for letters in instead)
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def _is_compound(word: str) -> bool:
    cuts = range(_SHORTEST - 1, len(word) - _SHORTEST + 2)
    return any(_may_be_joined(word[:at]) and _may_be_joined(word[at:]) for at in cuts)


def _may_be_joined(part: str) -> bool:
    return zipf(part) >= (_VERY_COMMON if len(part) >= _SHORTEST else _SHORT_COMMON)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.check").joinpath("data/transparent.toml").read_text("utf-8"))
