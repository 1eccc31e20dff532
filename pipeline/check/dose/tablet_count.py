"""dose.tablet-count: a count in figures right before a strength in figures: "2 250 mg tablets"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import BLANK, any_of, table, unit_forms, units, word_before, written
from pipeline.check.passages import numeric
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_ENGLISH = "en"
_DASH = re.compile(" ?[-–] ?")
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def check(subject: Subject) -> Iterator[Finding]:
    """Two figures side by side before tablets, capsules and the like, in English."""
    if subject.language != _ENGLISH:
        return
    for passage in numeric(subject):
        for match in _pattern().finditer(passage.text):
            is_numbered = word_before(passage.text, match.start()) in table()["context"]["numbered"]
            if match["strength"] == "000" or is_numbered:
                continue
            strength = written(subject, match["strength"], match["unit"])
            counts = re.sub(r"[0-9]+", _in_words, _DASH.sub(" to ", match["counts"]))
            yield subject.found(
                "dose.tablet-count",
                passage.section,
                passage.segment,
                f"“{match[0]}”: two figures side by side may be read as one.",
                f"Write “{counts} {strength} {match['piece']}”.",
                part=match.span(),
            )


def _in_words(match: re.Match[str]) -> str:
    number = int(match[0])
    return _COUNTS[number] if number < len(_COUNTS) else match[0]


@cache
def _pattern() -> re.Pattern[str]:
    pieces = any_of(unit_forms(_ENGLISH, "pieces"))
    return re.compile(
        rf"(?<![\w.,/-])(?P<counts>(?:[0-9]{{1,2}}(?: (?:or|to) | ?[-–] ?))?[0-9]{{1,2}}){BLANK}"
        r"(?P<strength>[0-9]+(?:\.[0-9]+)?)"
        rf"[ -]?(?P<unit>{units(_ENGLISH, 'symbols', 'words')})[ -](?P<piece>{pieces})\b"
    )
