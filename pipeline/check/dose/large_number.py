"""dose.large-number: a dose of many figures without a mark between thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.check.amounts import BLANK, NO_LABORATORY, is_measured, overlaps, table, units, written
from pipeline.check.dose.decimals import misread
from pipeline.check.dose.unit_rows import rows
from pipeline.check.passages import numeric_in_every_language
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_ENGLISH = "en"
_FORM = "dose.unit-form"
_NARROW = "\u202f"
_REMEMBERED = 1024  # sentences


def check(subject: Subject) -> Iterator[Finding]:
    """Doses of 1,000 and more in English; of 10,000 and more in languages that write four figures together."""
    for passage in numeric_in_every_language(subject):
        for match in ungrouped(passage.text, passage.language):
            row = rows(passage.language, subject.settings.profile).get(match["unit"])
            if row is not None and row.code != _FORM:  # its finding tells how to write the number, too
                continue
            number = match["number"]
            grouped = number if passage.language == _ENGLISH else f"{int(number):,}".replace(",", _NARROW)
            yield subject.found(
                "dose.large-number",
                passage.section,
                passage.segment,
                f"“{match[0]}”: without a mark between thousands the zeros are easily miscounted.",
                f"Write “{written(subject, grouped, match['unit'], passage.language)}”.",
                part=match.span(),
            )


@lru_cache(maxsize=_REMEMBERED)
def ungrouped(text: str, language: str) -> tuple[re.Match[str], ...]:
    """The large doses of a text; results of tests and weights are left out."""
    found = [m for m in _pattern(language).finditer(text) if m["unit"] not in table()["units"]["weights"]]
    if not found or is_measured(text):
        return ()
    return tuple(match for match in found if not overlaps(match, misread(text, language)))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    fewest = 4 if language == _ENGLISH else 5
    return re.compile(
        rf"(?<![\w.,·/-])(?P<number>[1-9][0-9]{{{fewest - 1},9}}){BLANK}?-?"
        rf"(?P<unit>{units(language, 'symbols', 'words')}){NO_LABORATORY}"
    )
