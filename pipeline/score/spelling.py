"""The American spelling of an English word, for lists made in America. Data: `data/spellings_en.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_SHORTEST = 4  # letters; "our" is no British spelling


@lru_cache(maxsize=32768)
def american(word: str) -> str:
    """A word in small letters as it may be spelled in America; whether there is such a word, the caller looks up."""
    if len(word) < _SHORTEST and word != "mum":
        return word
    pattern, spellings = _table()
    return pattern.sub(lambda found: spellings[(found.lastindex or 1) - 1], word)


@cache
def _table() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One group for each British spelling, and the American ones in the same order."""
    rows = tomllib.loads(files("pipeline.score").joinpath("data/spellings_en.toml").read_text("utf-8"))["spellings"]
    return re.compile("|".join(f"({british})" for british, _ in rows)), tuple(us for _, us in rows)
