"""numbers.separators: thousands with a comma in one place and without one in another, and many zeros without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import any_of
from pipeline.check.figures import ENGLISH, table
from pipeline.check.passages import numeric
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_COMMA = re.compile(r"(?<![\w.,$£€])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![\w,]|\.[0-9])")

_SHARE = re.compile(
    r"(?<![\w.,/-])(?P<part>[0-9]{1,4}) (?P<joint>in|in every|out of|out of every) "
    r"(?P<whole>[1-9][0-9]{0,5}0000)(?![\w,/]|[.-][0-9])"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Counts of people, steps and calories without a comma, in an English text that writes one elsewhere.

    A share of 10,000 and more needs the comma in any text: "1 in 1000000".
    """
    if subject.language != ENGLISH:
        return
    read = tuple(numeric(subject))
    for passage in read:
        for match in _SHARE.finditer(passage.text):
            yield subject.found(
                "numbers.separators",
                passage.section,
                passage.segment,
                f"“{match[0]}”: without a mark between thousands the zeros are easily miscounted.",
                f"Write “{match['part']} {match['joint']} {int(match['whole']):,}”.",
                part=match.span(),
            )
    pattern = next((m[0] for passage in read for m in _COMMA.finditer(passage.text)), None)
    if pattern is None:
        return
    for passage in read:
        for match in _plain().finditer(passage.text):
            number = int(re.sub("[ \u00a0\u202f]", "", match["number"]))
            yield subject.found(
                "numbers.separators",
                passage.section,
                passage.segment,
                f"“{match['number']}” has no comma between thousands, and “{pattern}” has.",
                f"Write “{number:,}”.",
                part=match.span("number"),
            )


@cache
def _plain() -> re.Pattern[str]:
    nouns = any_of((*table()["people"], "steps", "calories", "kcal", "hours", "deaths", "metres", "meters"))
    grouped = r"[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3})+"
    return re.compile(rf"(?<![\w.,/-])(?<![0-9] )(?P<number>{grouped}|[1-9][0-9]{{3,8}}) (?:[a-z]{{1,12}} )?{nouns}\b")
