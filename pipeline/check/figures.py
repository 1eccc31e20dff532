"""The words that checks of numbers share. Data: `data/numbers.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.check.amounts import any_of

ENGLISH = "en"


@cache
def table() -> dict[str, Any]:
    """The data of the checks of numbers."""
    return tomllib.loads(files("pipeline.check").joinpath("data/numbers.toml").read_text("utf-8"))


@cache
def share() -> re.Pattern[str]:
    """A share: "1 in 7", "3 out of 10"; not "3 in 10 days", nor a year."""
    times = any_of(table()["times"])
    figures = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[1-9][0-9]{0,2}0{3,7}|[1-9]0*|[0-9]{1,3})"
    more = rf"[\w.,/:-]?[0-9]|[-–/:]| ?{times}\b| ?(?:mg|mL|ml|%|am|pm)\b|\w"
    return re.compile(
        rf"(?<![\w.,/-])(?P<part>[0-9]{{1,3}}(?:,[0-9]{{3}})*) (?:in|out of)(?: every)? (?P<whole>{figures})(?!{more})"
    )


@cache
def percentage() -> re.Pattern[str]:
    """A percentage in figures."""
    return re.compile(r"(?<![\w.,/-])(?P<number>[0-9]+(?:\.[0-9]+)?)[ \u00a0]?(?P<sign>%|percent\b|per cent\b)")


@cache
def ratio() -> re.Pattern[str]:
    """A share with a colon: "1:10000", "1 : 500"; at least 10, since smaller ones are proportions of other things."""
    figures = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{1,8})"
    more = r"[\w,/:%-]|[.,][0-9]| ?(?:am|pm|a\.m|p\.m|mg|mL|ml)\b"
    return re.compile(rf"(?<![\w.,/:-])(?P<part>[1-9]) ?: ?(?P<whole>{figures})(?!{more})")


@cache
def of_risk() -> re.Pattern[str]:
    """Words that say how likely something is: "risk", "chance"."""
    return re.compile(rf"(?<!\w){any_of(table()['risk'])}(?!\w)", re.IGNORECASE)


@cache
def yearly() -> re.Pattern[str]:
    """What makes a percentage a share of people in a year: " per year"."""
    return re.compile(rf" {any_of(table()['yearly'])}(?!\w)")


@cache
def no_share() -> re.Pattern[str]:
    """Words near a percentage that is no share of people."""
    return re.compile(rf"(?<!\w){any_of(table()['no_share'])}(?!\w)", re.IGNORECASE)


def as_int(figures: str) -> int:
    """A whole number with or without commas between thousands."""
    return int(figures.replace(",", ""))
