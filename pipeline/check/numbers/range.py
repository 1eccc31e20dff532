"""numbers.range: a dash between two figures, which may be read as a minus or be overlooked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import any_of, is_statistics, overlaps, units, word_before, written
from pipeline.check.dose.decimals import misread
from pipeline.check.figures import ENGLISH, table
from pipeline.check.marks import tidy
from pipeline.check.passages import numeric
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_DEGREES = r"(?:[°º] ?[CF]\b|℃|℉|[CF]\b|degrees (?:C|F|Celsius|Fahrenheit|centigrade)\b)"


def check(subject: Subject) -> Iterator[Finding]:
    """Ranges of doses and temperatures with a dash; of times and counts where the profile wants "to" there too."""
    if subject.language != ENGLISH:
        return
    for passage in numeric(subject):
        found = list(_pattern(subject.limits.range_dash).finditer(passage.text))
        for match in () if found and is_statistics(passage.text) else found:
            if overlaps(match, misread(passage.text, ENGLISH)):  # its finding tells how to write the range, too
                continue
            if float(match["low"]) < float(match["high"]):
                yield subject.found(
                    "numbers.range",
                    passage.section,
                    passage.segment,
                    f"“{match[0]}”: the dash may be overlooked, or read as a minus.",
                    f"Write “{_in_words(subject, passage.text, match)}”.",
                    part=match.span(),
                )


def _in_words(subject: Subject, text: str, match: re.Match[str]) -> str:
    """The range as the profile writes it; "between" is followed by "and"."""
    joint = "and" if word_before(text, match.start()) == "between" else "to"
    if match["unit"] is not None:
        return f"{tidy(match['low'], ENGLISH)} {joint} {written(subject, match['high'], match['unit'])}"
    return f"{match['low']} {joint} {match['high']}{match[0][match.end('high') - match.start() :]}"


@cache
def _pattern(dash_may_stand: bool) -> re.Pattern[str]:
    """A lower and a higher figure with what they count."""
    counted = f"(?P<unit>{units(ENGLISH)})|{_DEGREES}"
    if not dash_may_stand:
        counted += rf"|{any_of(table()['spans'])}(?!\w)"
    figures = r"[0-9]{0,4}\.[0-9]{1,6}|[0-9]{1,4}"
    return re.compile(
        rf"(?<![\w.,/–−-])(?P<low>{figures}) ?[-–—−] ?(?P<high>{figures})"
        rf"[ \u00a0]?(?:{counted})(?!/)"
    )
