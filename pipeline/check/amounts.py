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
FIGURES = r"(?<![\w.,/])(?:[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)*)"
"""A number that nothing is glued to on its left, its thousands parted by blanks, points or commas."""

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
    row = table()["units"]
    named = kinds or ("symbols", "words", "pieces")
    forms = [form for kind in named for form in (row[kind] if kind == "symbols" else row[kind].get(language, []))]
    return any_of(forms) + r"(?!\w|[-−]\d)"


def any_of(forms: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    return f"(?:{'|'.join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))})"


@cache
def amount(language: str) -> re.Pattern[str]:
    """A number with its unit."""
    return re.compile(f"{FIGURES}{BLANK}?-?{units(language)}")


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


def written(subject: Subject, number: str, unit: str) -> str:
    """An amount as the profile writes it: "5 mg", "5mg", "1,000 mg". Only English has a style without a blank."""
    number = tidy(number, subject.language)
    one, more = proper_units(subject.language, subject.settings.profile).get(unit, (unit, unit))
    unit = one if number == "1" else more
    is_symbol = unit in table()["units"]["symbols"]
    glued = is_symbol and not subject.limits.dose_spacing and subject.language == _ENGLISH
    return f"{number}{unit}" if glued else f"{number} {unit}"
