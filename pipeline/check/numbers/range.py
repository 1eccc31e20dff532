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

_NOON = 12
_DEGREES = r"(?:[°º] ?[CF]\b|℃|℉|[CF]\b|degrees (?:C|F|Celsius|Fahrenheit|centigrade)\b)"

_TIME = r"(?:1[0-2]|0?[1-9])(?:[:.][0-5][0-9])?"
_HALF = r"[ \u00a0]?[ap](?:m(?!\w)|\.m\.?)"
_TIMES = re.compile(
    rf"(?<![\w.,:/–−-])(?:(?P<low>{_TIME})(?P<half>{_HALF})? ?[-–—−] ?(?P<high>{_TIME})(?P<end>{_HALF})"
    rf"|(?P<start>{_TIME}{_HALF}) ?[-–—−] ?(?P<noon>noon|midday|midnight)\b)",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Ranges of doses and temperatures with a dash; of times and counts where the profile wants "to" there too."""
    if subject.language != ENGLISH:
        return
    for passage in numeric(subject):
        for match in () if subject.limits.range_dash else _TIMES.finditer(passage.text):
            yield subject.found(
                "numbers.range",
                passage.section,
                passage.segment,
                f"“{match[0]}”: the dash may be overlooked, or read as a minus.",
                f"Write “{_times_in_words(passage.text, match)}”.",
                part=match.span(),
            )
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


def _times_in_words(text: str, match: re.Match[str]) -> str:
    """Both times; the first is in the morning where it says nothing else and could not come first in the afternoon."""
    joint = "and" if word_before(text, match.start()) == "between" else "to"
    if match["start"] is not None:
        return f"{match['start']} {joint} {match['noon']}"
    low, high, half = (match[name] for name in ("low", "high", "half"))
    if half is None:
        before_noon = _hour(high) < _hour(low) < _NOON and "p" in match["end"].lower()
        half = match["end"].replace("p", "a").replace("P", "A") if before_noon else ""
    return f"{low}{half} {joint} {high}{match['end']}"


def _hour(time: str) -> int:
    return int(re.split("[:.]", time)[0])


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
