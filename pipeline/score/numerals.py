"""Numbers as they are said: "2.5" is "two point five", so that syllables can be counted. Data: `data/numerals.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_GROUPED = re.compile(r"\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*")
_LONGEST = 9  # more digits than this are read one by one


@dataclass(frozen=True, slots=True)
class _Names:
    small: tuple[str, ...]
    tens: tuple[str, ...]
    and_ones: str
    and_for: frozenset[int]
    ones_first: bool
    elides: bool
    base20: frozenset[int]
    hundreds: tuple[str, ...]
    hundred_more: str
    hundred_and: str
    thousand: str
    one_thousand: str
    million: str
    one_million: str
    point: str
    to: str
    per: str
    pairs: bool


@cache
def _tables() -> dict[str, _Names]:
    rows = tomllib.loads(files("pipeline.score").joinpath("data/numerals.toml").read_text("utf-8"))

    def split(names: str) -> tuple[str, ...]:
        return tuple(name.strip() for name in names.split(","))

    return {
        language: _Names(
            **{
                **row,
                "small": split(row["small"]),
                "tens": split(row["tens"]),
                "hundreds": split(row["hundreds"]),
                "base20": frozenset(row["base20"]),
                "and_for": frozenset(row["and_for"]),
            }
        )
        for language, row in rows.items()
    }


def names(language: str) -> _Names:
    """The number words of a language; those of English where there are none."""
    return _tables().get(language, _tables()["en"])


@lru_cache(maxsize=4096)
def say(figure: str, language: str) -> str:
    """A figure in words: digits with grouping signs and at most one decimal sign.

    One with more signs ("3.2.1", "05.06.2024") is said part by part. A figure that begins with 0 and has more digits,
    or has more than nine, is said digit by digit. In English, 1100 to 1999 and 2010 to 2099 are said in pairs, as
    years are. Raises ValueError when there is no digit.
    """
    spoken = names(language)
    parts = re.findall(r"\d+", figure)
    if len(parts) > 2 and len(set(re.sub(r"\d", "", figure))) == 1 and not _GROUPED.fullmatch(figure):
        is_date = len(parts[-1]) == 4 or len(parts[0]) == 4
        return (" " if is_date else f" {spoken.point} ").join(_whole(part, spoken, grouped=False) for part in parts)
    whole, decimals = _parts(figure, language)
    if not whole and not decimals:
        raise ValueError(f"no digit in {figure!r}")
    said = _whole(whole or "0", spoken, grouped=not figure.isdecimal())
    if decimals:
        said = f"{said} {spoken.point} {_digits(decimals, spoken)}"
    return said


def _parts(figure: str, language: str) -> tuple[str, str]:
    decimal = "." if language == "en" else ","
    if _GROUPED.fullmatch(figure) and decimal not in figure:
        return re.sub(r"\D", "", figure), ""
    whole, _, decimals = figure.rpartition(decimal) if decimal in figure else figure.rpartition(_other(decimal))
    if not whole and not _:
        whole, decimals = decimals, ""
    return re.sub(r"\D", "", whole), re.sub(r"\D", "", decimals)


def _other(decimal: str) -> str:
    return "," if decimal == "." else "."


def _whole(digits: str, spoken: _Names, *, grouped: bool) -> str:
    if len(digits) > _LONGEST or (digits[0] == "0" and len(digits) > 1):
        return _digits(digits, spoken)
    number = int(digits)
    if spoken.pairs and not grouped and (1100 <= number < 2000 or 2010 <= number < 2100):
        high, low = divmod(number, 100)
        return f"{_cardinal(high, spoken)} {_cardinal(low, spoken) if low else 'hundred'}"
    return _cardinal(number, spoken)


def _digits(digits: str, spoken: _Names) -> str:
    return " ".join(spoken.small[int(digit)] for digit in digits)


def _cardinal(number: int, spoken: _Names) -> str:
    if number >= 1_000_000:
        high, low = divmod(number, 1_000_000)
        return _join(spoken.one_million if high == 1 else f"{_cardinal(high, spoken)} {spoken.million}", low, spoken)
    if number >= 1_000:
        high, low = divmod(number, 1_000)
        head = spoken.one_thousand if high == 1 else f"{_cardinal(high, spoken)} {spoken.thousand}"
        return _join(head, low, spoken)
    if number > 100:
        high, low = divmod(number, 100)
        head = spoken.hundred_more if high == 1 else spoken.hundreds[high - 1]
        return _join(head, low, spoken, spoken.hundred_and)
    if number == 100:
        return spoken.hundreds[0]
    return spoken.small[number] if number < len(spoken.small) else _below_hundred(number, spoken)


def _below_hundred(number: int, spoken: _Names) -> str:
    high, one = divmod(number, 10)
    ten = spoken.tens[high - 2]
    between = spoken.and_ones if not spoken.and_for or number in spoken.and_for else ""
    if high in spoken.base20:
        return " ".join(part for part in (ten, between, spoken.small[10 + one]) if part)
    if spoken.ones_first and one:
        return f"{spoken.small[one]} {between} {ten}"
    if spoken.elides and one in (1, 8):
        return ten[:-1] + spoken.small[one]
    return _join(ten, one, spoken, between)


def _join(head: str, rest: int, spoken: _Names, between: str = "") -> str:
    return " ".join(part for part in (head, between, _cardinal(rest, spoken)) if part) if rest else head
