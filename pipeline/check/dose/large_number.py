"""dose.large-number: a dose of many figures without a mark between thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import BLANK, NO_LABORATORY, is_measured, table, units, written
from pipeline.check.passages import numeric
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_ENGLISH = "en"
_NARROW = "\u202f"


def check(subject: Subject) -> Iterator[Finding]:
    """Doses of 1,000 and more in English; of 10,000 and more in languages that write four figures together."""
    for passage in numeric(subject):
        for match in _pattern(subject.language).finditer(passage.text):
            if is_measured(passage.text) or match["unit"] in table()["units"]["weights"]:
                continue
            grouped = f"{int(match['number']):,}".replace(",", "," if subject.language == _ENGLISH else _NARROW)
            yield subject.found(
                "dose.large-number",
                passage.section,
                passage.segment,
                f"“{match[0]}”: without a mark between thousands the zeros are easily miscounted.",
                f"Write “{written(subject, grouped, match['unit'])}”.",
                part=match.span(),
            )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    fewest = 4 if language == _ENGLISH else 5
    return re.compile(
        rf"(?<![\w.,/-])(?P<number>[1-9][0-9]{{{fewest - 1},9}}){BLANK}?-?"
        rf"(?P<unit>{units(language, 'symbols', 'words')}){NO_LABORATORY}"
    )
