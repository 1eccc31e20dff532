"""Amounts of medicine as they are written: patterns of figures and units, and how an amount should be written.

Data: `data/dose.toml`, tables `units`, `context`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from pipeline import facts
from pipeline.check.marks import tidy
from pipeline.check.subject import Subject

BLANK = "[ \u00a0\u2009\u202f]"
FIGURES = r"(?<![\w.,·/])(?:[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9])|[0-9]+(?:[.,·][0-9]+)*)"
"""A number that nothing is glued to on its left, its thousands parted by blanks, points or commas."""

RANGE = rf"{FIGURES}(?:(?: ?[-–—−] ?| (?:to|or) )[0-9]+(?:[.,·][0-9]+)*)?"
"""A number, or two of which the unit stands behind the second: "2-4 mg", "2 to 4 mg"."""

NO_LABORATORY = (
    rf"(?!{BLANK}?/{BLANK}?(?:[dcµμ]?[lL]\b|m3|m³|mmol|100\b|g\b|min)"
    rf"|{BLANK}?(?:d|m)?[lL]{BLANK}?[-−⁻][1¹]"
    rf"|{BLANK}per{BLANK}(?:decilit|lit|100\b))"
)
"""Not followed by what makes a measured concentration of an amount: 5.0 mg/dL."""

_ENGLISH = "en"
_REMEMBERED = 1024  # sentences
_AROUND = 40  # characters that a word beside a match is looked for in


@cache
def table() -> dict[str, Any]:
    """The data of the checks of doses."""
    return tomllib.loads(files("pipeline.check").joinpath("data/dose.toml").read_text("utf-8"))


@cache
def units(language: str, *kinds: str) -> str:
    """A pattern of the units of a language: `symbols`, `words`, `pieces`; every kind where none is named."""
    named = kinds or ("symbols", "words", "pieces")
    return any_of(form for kind in named for form in unit_forms(language, kind)) + r"(?!\w|[-−]\d)"


@cache
def unit_forms(language: str, kind: str) -> tuple[str, ...]:
    """The units of a kind in a language: `symbols`, which every language has, `words` or `pieces`."""
    row = table()["units"][kind]
    return tuple(row) if kind == "symbols" else tuple(form for forms in row.get(language, ()) for form in forms)


@cache
def _pairs(language: str) -> dict[str, tuple[str, str]]:
    """Units in words by each of their forms, for one and for more."""
    rows = [row for kind in ("words", "pieces") for row in table()["units"][kind].get(language, ())]
    return {form: (row[0], row[-1]) for row in rows for form in row}


def any_of(forms: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    return f"(?:{'|'.join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))})"


@cache
def amount(language: str) -> re.Pattern[str]:
    """A number with its unit, or a range."""
    return re.compile(f"{RANGE}{BLANK}?-?{units(language)}")


@cache
def _odd_units() -> str:
    row = table()
    misread = (form for unit in row["unit"] if _ENGLISH in unit["write"] for form in unit["forms"])
    return any_of({*misread, *row["units"]["others"], *row["units"]["odd"]}) + r"(?![\w'’-])"


@cache
def odd_amount() -> re.Pattern[str]:
    """An English number with a unit that no dose should have, or that is rare: "10U", "1 gtt"."""
    return re.compile(rf"{RANGE}{BLANK}?-?{_odd_units()}")


@cache
def amount_in_words() -> re.Pattern[str]:
    """An English amount in words: "two tablets", "half a tablet"."""
    pieces = any_of(unit_forms(_ENGLISH, "pieces"))
    counts = any_of(table()["context"]["counts"])
    return re.compile(rf"(?<!\w){counts} (?:an? )?{pieces}\b", re.IGNORECASE)


@cache
def _ending() -> re.Pattern[str]:
    figures = rf"{RANGE}{BLANK}?-?(?:{units(_ENGLISH)}|{_odd_units()})"
    return re.compile(rf"(?:{figures}|(?i:{amount_in_words().pattern}))\s*$")


def ends_in_amount(text: str) -> bool:
    """Whether an amount is the last that an English text says."""
    return _ending().search(text[-_AROUND:]) is not None


@cache
def _instruction(language: str) -> re.Pattern[str]:
    words = (*table()["context"]["instruction"].get(language, []), *table()["context"]["medicines"])
    return re.compile(rf"(?<!\w){any_of(words)}(?!\w)", re.IGNORECASE)


@cache
def _statistics() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(table()['context']['statistics'])}(?!\w)|±|\bp ?[<=>]", re.IGNORECASE)


def word_before(text: str, start: int) -> str:
    """The word before a place in a text, in small letters; empty where there is none near."""
    before = text[max(0, start - _AROUND) : start].split()
    return before[-1].casefold() if before else ""


def word_after(text: str, end: int) -> str:
    """The word behind a place in a text, without punctuation; empty where there is none near."""
    after = text[end : end + _AROUND].split(maxsplit=1)
    return after[0].strip(".,;:)") if after else ""


@cache
def _one_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words)}(?!\w)", re.IGNORECASE)


def names_one_of(words: tuple[str, ...], text: str) -> bool:
    """Whether a text has one of these words, in large or small letters."""
    return bool(words) and _one_of(words).search(text) is not None


@lru_cache(maxsize=_REMEMBERED)
def is_statistics(text: str) -> bool:
    """Whether a sentence reports measured values: means, intervals, deviations. They are no doses to take."""
    return _statistics().search(text) is not None


@cache
def _laboratory() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(table()['context']['laboratory'])}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=_REMEMBERED)
def is_measured(text: str) -> bool:
    """Whether a sentence reports what was measured, in a study or in a laboratory."""
    return is_statistics(text) or _laboratory().search(text) is not None


@lru_cache(maxsize=_REMEMBERED)
def has_drug(text: str, language: str) -> bool:
    """Whether a sentence names a medicine. False in languages whose medicines are not known."""
    return language in facts.LANGUAGES and any(fact.kind == "drug" for fact in facts.extract(text, language))


@lru_cache(maxsize=_REMEMBERED)
def is_about_medicine(text: str, language: str) -> bool:
    """Whether a sentence names a medicine, gives an amount, or tells to take, give or inject something."""
    return (
        _instruction(language).search(text) is not None
        or amount(language).search(text) is not None
        or has_drug(text, language)
    )


def overlaps(match: re.Match[str], others: Iterable[re.Match[str]]) -> bool:
    """Whether a match shares characters with another one."""
    return any(match.start() < other.end() and other.start() < match.end() for other in others)


@cache
def proper_units(language: str, profile: str) -> dict[str, tuple[str, str]]:
    """How units that are misread should be written under a profile, for one and for more: "cc" → "mL", "mL"."""
    return {
        form: (row["write"][language][0], row["write"][language][1])
        for row in table()["unit"]
        if language in row["write"] and row.get("profile", profile) == profile
        for form in row["forms"]
    }


def written(subject: Subject, number: str, unit: str, language: str | None = None) -> str:
    """An amount as the profile writes it: "5 mg", "5mg", "1,000 mg", "1 spray".

    Only English has a style without a blank. `language` is that of the text, where it is not the edition's.
    """
    language = language or subject.language
    number = tidy(number, language)
    one, more = proper_units(language, subject.settings.profile).get(unit, (unit, unit))
    unit = counted(one, 1, language) if number == "1" else more
    is_symbol = unit in table()["units"]["symbols"]
    glued = is_symbol and not subject.limits.dose_spacing and language == _ENGLISH
    return f"{number}{unit}" if glued else f"{number} {unit}"


def counted(unit: str, number: float, language: str) -> str:
    """A unit as it stands behind a number: "tablet" behind 1, "tablets" behind others."""
    one, more = _pairs(language).get(unit, (unit, unit))
    return one if number == 1 else more
