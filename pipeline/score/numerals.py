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
    base20: frozenset[int]
    hundreds: tuple[str, ...]
    hundred_and: str
    thousand: str
    one_thousand: str
    million: str
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

    A figure that begins with 0 and has more digits, or has more than nine, is said digit by digit (telephone
    numbers). In English, 1100 to 1999 and 2010 to 2099 are said in pairs, as years are. Raises ValueError when
    there is no digit.
    """
    spoken = names(language)
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
        return _join(f"{_cardinal(high, spoken)} {spoken.million}", low, spoken)
    if number >= 1_000:
        high, low = divmod(number, 1_000)
        head = spoken.one_thousand if high == 1 else f"{_cardinal(high, spoken)} {spoken.thousand}"
        return _join(head, low, spoken)
    if number >= 100:
        high, low = divmod(number, 100)
        return _join(spoken.hundreds[high - 1], low, spoken, spoken.hundred_and)
    if number < len(spoken.small):
        return spoken.small[number]
    ten, one = divmod(number, 10)
    if ten in spoken.base20:
        return f"{spoken.tens[ten - 2]} {spoken.small[10 + one]}"
    return _join(spoken.tens[ten - 2], one, spoken, spoken.and_ones)


def _join(head: str, rest: int, spoken: _Names, between: str = "") -> str:
    return " ".join(part for part in (head, between, _cardinal(rest, spoken)) if part) if rest else head
