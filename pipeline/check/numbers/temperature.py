"""numbers.temperature: a body temperature without its scale."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.figures import ENGLISH
from pipeline.check.passages import numeric
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_BARE = re.compile(
    r"\b(?:temperature|temp|fever)s?(?: (?:is|was|rises|goes|gets|reaches|stays|that is))?(?: of)?"
    r" (?:(?:above|over|at least|below|under|at|to|up to|(?:higher|more|greater|less|lower) than|[>≥<≤]) ?)?"
    r"(?:about |around )?"
    r"(?P<number>3[4-9](?:\.[0-9])?|4[0-3](?:\.[0-9])?|9[3-9](?:\.[0-9])?|10[0-9](?:\.[0-9])?|110)"
    r"(?![\w°º℃℉%,./:-]?\w|[°º℃℉%–/-]| ?(?:°|º|℃|℉|%|degrees?\b|deg\b|C\b|F\b|Celsius|Fahrenheit|centigrade)"
    r"| (?:to|or|and|-|–) [0-9]| (?:weeks?|days?|hours?|people|patients|children|cases|minutes?|times)\b)",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Figures that can only be a body temperature, with neither °C nor °F behind them, in English."""
    if subject.language != ENGLISH:
        return
    for passage in numeric(subject):
        for match in _BARE.finditer(passage.text):
            scale = "C" if float(match["number"]) < 50 else "F"
            blank = " " if subject.limits.dose_spacing else ""
            degrees = "°" if subject.limits.dose_spacing else ""
            yield subject.found(
                "numbers.temperature",
                passage.section,
                passage.segment,
                f"“{match[0]}” does not say whether it is in Celsius or Fahrenheit.",
                f"Write “{match['number']}{blank}{degrees}{scale}”.",
                part=match.span("number"),
            )
