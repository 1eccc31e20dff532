"""Amounts that nobody takes as a medicine: of food ("5.0 g of fat") and of what is in the body ("lost 1.0 L of blood").

Data: `data/dose.toml`, table `context`.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.check.amounts import any_of, table

_REACH = 60  # characters


def is_no_dose(text: str, start: int, end: int) -> bool:
    """Whether the amount at this place is one of food or of the body, as the words right beside it say (English)."""
    return (
        _behind().match(text, end, end + _REACH) is not None
        or _before().search(text, max(0, start - _REACH), start) is not None
    )


@cache
def _behind() -> re.Pattern[str]:
    """The words "of fat", "salt", "of her blood", "of saturated fat": at most one word stands between."""
    words = table()["context"]
    bare = (*words["foods"], *words["growths"])
    return re.compile(
        rf" (?:{any_of(bare)}|of (?:[a-z]+ )?{any_of((*bare, *words['body']))})"
        rf"(?![\w-]| {any_of(words['not_foods'])}(?!\w))",
        re.IGNORECASE,
    )


@cache
def _before() -> re.Pattern[str]:
    """What begins a line or an item of a list, "salt:", "fat (saturated)", and "urine output was about" anywhere."""
    words = table()["context"]
    item = rf"(?:^|[,;:(|–-] ?|\b(?:and|which|total) |[0-9] ?[a-zA-Z]{{1,4}} ){any_of(words['foods'])}"
    linking = rf"(?: {any_of(words['linking'])}){{0,4}}"
    return re.compile(
        rf"(?:{item}|(?<![\w-]){any_of(words['measured'])})(?: ?\([^()]*\))?[:,]?{linking} $", re.IGNORECASE
    )
