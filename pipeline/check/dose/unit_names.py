"""Units that are misread or not written as they should be: U, IU, cc, µg, ml. Data: `data/dose.toml`, table `unit`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import (
    BLANK,
    FIGURES,
    NO_LABORATORY,
    any_of,
    has_drug,
    is_about_medicine,
    is_measured,
    names_one_of,
    overlaps,
    table,
    word_after,
    written,
)
from pipeline.check.dose.decimals import misread
from pipeline.check.dose.large_number import ungrouped
from pipeline.check.dose.unit_rows import Unit, rows
from pipeline.check.passages import Passage, in_every_language
from pipeline.check.rows import Cell
from pipeline.check.shorthand import is_explained
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_NUMBER_BEFORE = re.compile(r"(?:^| )[0-9]+(?:[.,][0-9]+)* $")
_LABORATORY_ML = re.compile(rf"{BLANK}?/{BLANK}?m[lL]\b")


def check(subject: Subject) -> Iterator[Finding]:
    """Amounts with such a unit; concentrations measured in a laboratory (U/L, µg/mL) are left out."""
    read = tuple(in_every_language(subject))
    glossed: dict[tuple[str, str], bool] = {}
    for passage in read:
        language = passage.language
        known = rows(language, subject.settings.profile)
        for match in _pattern(language, subject.settings.profile).finditer(passage.text) if known else ():
            form = match["unit"]
            row = known[form]
            if (language, form) not in glossed:
                glossed[language, form] = _is_glossed(row, form, read)
            if not glossed[language, form] and _holds(row, passage.text, match, language):
                yield _found(subject, passage, match, row)
        if known:
            yield from _without_number(subject, passage, known, read)


def _is_glossed(row: Unit, form: str, read: tuple[Passage, ...]) -> bool:
    """Whether the text says what the form means, and that is enough."""
    return row.glossed and any(
        is_explained(form, passage.text, is_unit=True) or row.means in passage.text.casefold() for passage in read
    )


def _holds(row: Unit, text: str, match: re.Match[str], language: str) -> bool:
    """Whether the letters are that unit, the amount is a dose, and no graver fault of it has a finding."""
    if word_after(text, match.end()) in row.not_before or names_one_of(row.not_near, text):
        return False
    if overlaps(match, misread(text, language)):
        return False
    if row.code == "dose.unit-form" and overlaps(match, ungrouped(text, language)):
        return False
    if _LABORATORY_ML.match(text, match.end()) and not has_drug(text, language):
        return False
    if row.sure or is_about_medicine(text, language):
        return True
    return match["unit"].isupper() and not is_measured(text)


def _without_number(
    subject: Subject, passage: Passage, known: dict[str, Unit], read: tuple[Passage, ...]
) -> Iterator[Finding]:
    """A unit that is all of a table's cell, or stands in brackets behind what a column holds: "U", "Dose (U)".

    A cell counts where its column or row is about amounts, or the cell before it is a number. Headings are letters of
    an index as well.
    """
    match = None if passage.is_heading else _alone(passage.language, subject.settings.profile).fullmatch(passage.text)
    if match is None or not (match["column"] or _is_unit_of_row(passage.cell)):
        return
    row = known[match["unit"]]
    texts = (passage.text,) if match["column"] else (other.text for other in read)
    if row.alone and any(is_about_medicine(text, passage.language) for text in texts):
        yield subject.found(
            row.code,
            passage.section,
            passage.segment,
            f"“{match['unit']}” is not how this unit is written for patients.",
            f"Write “{row.more}”.",
            part=match.span("unit"),
        )


def _is_unit_of_row(cell: Cell | None) -> bool:
    if cell is None:
        return False
    amounts = tuple(table()["context"]["amounts"])
    return (
        any(names_one_of(amounts, head) for head in (cell.column, cell.label))
        or _NUMBER_BEFORE.search(cell.line[: cell.start]) is not None
    )


def _found(subject: Subject, passage: Passage, match: re.Match[str], row: Unit) -> Finding:
    unit = row.one if match["number"] == "1" else row.more
    return subject.found(
        row.code,
        passage.section,
        passage.segment,
        f"“{match[0]}”: “{match['unit']}” is not how this unit is written for patients.",
        f"Write “{written(subject, match['number'], unit, passage.language)}”.",
        part=match.span(),
    )


@cache
def _pattern(language: str, profile: str) -> re.Pattern[str]:
    forms = any_of(rows(language, profile))
    return re.compile(rf"(?P<number>{FIGURES}){BLANK}?-?(?P<unit>{forms})(?![\w'’-]|\.\w){NO_LABORATORY}")


@cache
def _alone(language: str, profile: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<column>[^\W\d_][\w ]{{0,39}}\()?(?P<unit>{any_of(rows(language, profile))})\)?\s*")
