"""Telephone numbers, told from ranges, dates and long figures. Words that go before one: `data/telephone.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import pairwise

NUMBER = re.compile(
    r"(?<![\w.,/+-])(?!\d\d-\d\d-\d{2,4}(?!\d))(?:"  # no date
    r"(?:\+|\(?0)\d[\d\u00a0 ()-]{5,20}\d"  # +44 20 7946 0018, 0800 123 4567
    r"|(?:1-)?\(?\d{3}(?:\)[ -]?|-)(?:\d{3}-)?\d{4}"  # 1-800-222-1222, (555) 010-0123, 555-0123
    r"|\d{9,20}"
    r")(?![\w%-])"
)
"""What may be one."""

_RANGE = re.compile(r"(\d{3})-([1-9]\d{3})")  # "250-1250 people", or a number without its dialling code
_DATE = re.compile(r"[0-3]\d[\u00a0 -][01]\d[\u00a0 -](?:19|20)\d\d")
_PAIRS = re.compile(r"\d\d(?:[\u00a0 ]\d\d)+")
_WORD = re.compile(r"[^\W\d_]+(?:[.-][^\W\d_]+)*")
_FRENCH = 5  # pairs of figures in a French number
_NEAR = 60  # characters before the figures that are looked at
_WORDS = 5  # before them


def is_number(figures: str, before: str) -> bool:
    """Whether figures that `NUMBER` found are a telephone number. `before`: the text before them."""
    if _DATE.fullmatch(figures):
        return False
    span = _RANGE.fullmatch(figures)
    if span is not None and int(span[1]) < int(span[2]):
        return not _is_round(span[2]) and _is_announced(before)
    if figures.isdecimal() and not figures.startswith("0"):
        return _is_announced(before)
    if _PAIRS.fullmatch(figures):
        pairs = figures.split()
        rising = all(one < other for one, other in pairwise(pairs))
        return len(pairs) == _FRENCH and (not rising or _is_announced(before))
    return True


def _is_round(figure: str) -> bool:
    """Whether it is the end of a range in any case: "500-1000"."""
    return figure.endswith("00")


def _is_announced(before: str) -> bool:
    """Whether one of the last words says that a telephone number follows."""
    last = _WORD.findall(before[-_NEAR:])[-_WORDS:]
    return any(word.lower() in _announcing() for word in last)


@cache
def _announcing() -> frozenset[str]:
    """The words of every language: pages mix them."""
    rows = tomllib.loads(files("pipeline.score").joinpath("data/telephone.toml").read_text("utf-8"))
    return frozenset(word for row in rows.values() for word in row)
