"""Units that are misread or not written as they should be: U, IU, cc, µg, ml. Data: `data/dose.toml`, table `unit`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.check.amounts import (
    BLANK,
    FIGURES,
    NO_LABORATORY,
    any_of,
    has_drug,
    is_about_medicine,
    table,
    word_after,
    written,
)
from pipeline.check.passages import Passage, passages
from pipeline.check.shorthand import is_explained
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_LABORATORY_ML = re.compile(rf"{BLANK}?/{BLANK}?m[lL]\b")
_WHOLE_BLANK = re.compile(BLANK)


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of the table, for one language."""

    code: str
    one: str
    more: str
    sure: bool
    glossed: bool
    means: str
    not_before: frozenset[str]


def check(subject: Subject) -> Iterator[Finding]:
    """Amounts with such a unit; concentrations measured in a laboratory (U/L, µg/mL) are left out."""
    known = rows(subject.language, subject.settings.profile)
    if not known:
        return
    pattern = _pattern(subject.language, subject.settings.profile)
    read = tuple(passages(subject))
    glossed: dict[str, bool] = {}
    for passage in read:
        for match in pattern.finditer(passage.text):
            row = known[match["unit"]]
            form = match["unit"]
            if form not in glossed:
                glossed[form] = _is_glossed(row, form, read)
            if not glossed[form] and _holds(row, passage.text, match, subject.language):
                yield _found(subject, passage, match, row)


def _is_glossed(row: Unit, form: str, read: tuple[Passage, ...]) -> bool:
    """Whether the text says what the form means, and that is enough."""
    return row.glossed and any(
        is_explained(form, passage.text) or row.means in passage.text.casefold() for passage in read
    )


def _holds(row: Unit, text: str, match: re.Match[str], language: str) -> bool:
    """Whether the letters are that unit, and the amount is a dose."""
    if word_after(text, match.end()) in row.not_before:
        return False
    if _LABORATORY_ML.match(text, match.end()) and not has_drug(text, language):
        return False
    stands_off = _WHOLE_BLANK.search(match[0]) is not None and match["unit"].isupper()
    return row.sure or stands_off or is_about_medicine(text, language)


def _found(subject: Subject, passage: Passage, match: re.Match[str], row: Unit) -> Finding:
    unit = row.one if match["number"] == "1" else row.more
    return subject.found(
        row.code,
        passage.section,
        passage.segment,
        f"“{match[0]}”: “{match['unit']}” is not how this unit is written for patients.",
        f"Write “{written(subject, match['number'], unit)}”.",
        part=match.span(),
    )


@cache
def rows(language: str, profile: str) -> dict[str, Unit]:
    """Rows by form, as they hold under a profile."""
    return {
        form: Unit(
            row["code"],
            row["write"][language][0],
            row["write"][language][1],
            row.get("sure", False),
            row.get("glossed", False),
            row.get("means", ""),
            frozenset(row.get("not_before", ())),
        )
        for row in table()["unit"]
        if language in row["write"] and row.get("profile", profile) == profile
        for form in row["forms"]
    }


@cache
def _pattern(language: str, profile: str) -> re.Pattern[str]:
    forms = any_of(rows(language, profile))
    return re.compile(rf"(?P<number>{FIGURES}){BLANK}?-?(?P<unit>{forms})(?![\w'’-]|\.\w){NO_LABORATORY}")
