"""Numbers as English instructions write them, and as each language does: digits, with its decimal sign.

Digits stand where the English has a word too ("two tablets" → "2 tabletas"), as health writers ask; only a lone "one"
stays a word, in the gender of what it counts. Thousands are never grouped: 4.000 and 4,000 are read differently.
"""

from __future__ import annotations

import re

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
PATTERN = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}(?:\.\d{{1,3}})?|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
RANGE = rf"{PATTERN}(?:(?: to | or | ?- ?){PATTERN})?"
_LINK = re.compile(r"( to | or | ?- ?)")
_WRITTEN = re.compile(r"(?:[1-9]\d*|0\.\d*[1-9]|[1-9]\d*\.\d*[1-9])")  # no zero, none leading, none trailing
_POINT = frozenset({"ar", "zh"})  # languages that write a decimal point beside Western digits


def read(text: str) -> str | None:
    """A number with digits and a point; None for one that is zero or written so that it may be misread."""
    if text.casefold() in WORDS:
        return str(WORDS.index(text.casefold()) + 1)
    plain = text.replace(",", "")
    return plain if _WRITTEN.fullmatch(plain) else None


def ends(text: str) -> tuple[str, str, str] | None:
    """A number or range as (low, "to" or "or" or "", high); None where one is not sound or they are out of order."""
    parts = _LINK.split(text)
    low, high = read(parts[0]), read(parts[-1])
    if low is None or high is None:
        return None
    if len(parts) == 1:
        return low, "", low
    return (low, "or" if "or" in parts[1] else "to", high) if float(low) < float(high) else None


def show(number: str, language: str) -> str:
    """A number in digits, with the language's decimal sign."""
    return number if language in _POINT else number.replace(".", ",")
