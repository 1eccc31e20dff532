"""numbers.fraction: a part of a tablet in figures: "0.5 tablet", "1/2 tablet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import any_of, is_statistics
from pipeline.check.figures import ENGLISH, table
from pipeline.check.passages import passages
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_COUNTS = {"1": "one", "2": "two", "3": "three", "4": "four", "5": "five"}
_REST = {"half a": "a half", "a quarter of a": "a quarter", "three quarters of a": "three quarters"}


def check(subject: Subject) -> Iterator[Finding]:
    """Halves and quarters of tablets and patches in figures, in English."""
    if subject.language != ENGLISH:
        return
    for passage in passages(subject):
        found = list(_pattern().finditer(passage.text))
        for match in () if found and is_statistics(passage.text) else found:
            part = match["part"] or f"0.{match['decimals']}"
            whole = (match["whole"] or match["before"] or "0").lstrip("0")
            words = table()["parts"][part]
            piece = match["piece"].removesuffix("s")
            written = f"{_COUNTS.get(whole, whole)} and {_REST[words]} {piece}s" if whole else f"{words} {piece}"
            yield subject.found(
                "numbers.fraction",
                passage.section,
                passage.segment,
                f"“{match[0]}”: a part of a tablet in figures may be misread.",
                f"Write “{written}”.",
                part=match.span(),
            )


@cache
def _pattern() -> re.Pattern[str]:
    fractions = any_of(form for form in table()["parts"] if "/" in form or not form.isascii())
    return re.compile(
        rf"(?<![\w.,/-])(?:(?P<whole>[0-9]+)\.(?P<decimals>5|25|75)|(?:(?P<before>[1-9])[ -]?)?(?P<part>{fractions}))"
        r"(?: of an?| an?)?[ -](?P<piece>(?:tablet|pill|caplet|patche|patch)s?)\b"
    )
