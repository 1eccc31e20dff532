"""Decimal marks and marks between thousands, and what numbers become when one is overlooked."""

from __future__ import annotations

import re
from functools import cache

_ENGLISH = "en"
_UNGROUPED = 3  # figures that stand without a comma
RAISED = "·"  # the decimal mark of older British texts


def has_trailing_zero(number: str, language: str) -> bool:
    """Whether zeros end the decimals: "1.0", "2.50", "0.250". Not "1,000", and not what may be either."""
    return _trailing(language).search(number.replace(RAISED, ".")) is not None


def is_naked(number: str) -> bool:
    """Whether a number begins with its decimal mark: ".5"."""
    return number[0] in f".,{RAISED}"


def is_doubtful(number: str, language: str) -> bool:
    """Whether an English number is one thing with the point and a thousand times as much without: "1.000", "2.500"."""
    return language == _ENGLISH and _DOUBTFUL.fullmatch(number) is not None


def without_mark(number: str) -> str:
    """How a number is read where its decimal mark is overlooked: "1.0" as 10, ".5" as 5."""
    return re.sub(rf"[.,{RAISED}]", "", number).lstrip("0") or "0"


def tidy(number: str, language: str) -> str:
    """A number as it is safe: no zero behind the decimals, one before the mark, English thousands with a comma.

    A raised point comes down, since it is easily overlooked, and lost on the way to other programs.
    """
    number = number.replace(RAISED, ".")
    if is_naked(number):
        number = f"0{number}"
    if has_trailing_zero(number, language):
        number = number.rstrip("0").rstrip(".,")
    if language == _ENGLISH and number.isdigit() and len(number) > _UNGROUPED:
        return f"{int(number):,}"
    return number


def readings(number: str) -> tuple[str, str]:
    """Both readings of a doubtful number: "1" and "1,000"."""
    return number.rstrip("0").rstrip("."), f"{int(number.replace('.', '')):,}"


_DOUBTFUL = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{2}0")


@cache
def _trailing(language: str) -> re.Pattern[str]:
    """Two decimals behind either mark; three only where the mark cannot part thousands."""
    more = r"|\.[0-9]{3,}0$|^[0-9,]{4,}\.[0-9]{2}0$" if language == _ENGLISH else ""
    return re.compile(r"[.,][0-9]?0$|^0?[.,][0-9]{2}0$" + more)
