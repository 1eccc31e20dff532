"""numbers.time: a time of day in another form than the profile's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.figures import ENGLISH
from pipeline.check.passages import numeric
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_HALF_DAY = re.compile(
    r"(?<![\w.,:/-])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5][0-9]))?"
    r"(?P<blank>[ \u00a0]?)(?P<half>[aApP]\.?[mM])(?P<dot>\.?)(?![\w-])"
)
_DAY = re.compile(
    r"(?<=\b(?:at|by|to) )(?P<hour>0[0-9]|1[0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?![:\w%]|[.,][0-9]| ?[aApP]\.?[mM])"
    r"|(?<=\b(?:from) )(?P<hour2>0[0-9]|1[0-9]|2[0-3]):(?P<minute2>[0-5][0-9])(?![:\w%]|[.,][0-9]| ?[aApP]\.?[mM])"
    r"|(?<![\w.,:/-])(?P<hour3>[01][0-9]|2[0-3]):?(?P<minute3>[0-5][0-9]) ?(?:hrs|hours|h)\b"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Times on the 24-hour clock, 12 a.m. and 12 p.m., and other times not written as the profile asks, in English."""
    if subject.language != ENGLISH:
        return
    dotted = "." in subject.limits.clock
    for passage in numeric(subject):
        for match in (*_HALF_DAY.finditer(passage.text), *_DAY.finditer(passage.text)):
            wanted = _twelve(match, dotted) if "half" in match.re.groupindex else _twenty_four(match, dotted)
            shown = _shown(match)
            if shown not in _accepted(wanted, dotted):
                yield subject.found(
                    "numbers.time",
                    passage.section,
                    passage.segment,
                    f"“{shown}” is not how the time of day is written here.",
                    f"Write “{wanted}”.",
                    part=(match.start(), match.start() + len(shown)),
                )


def _shown(match: re.Match[str]) -> str:
    """The time without the full stop of its sentence: the dot belongs to it only where the a or p has one too."""
    own_dot = "half" in match.re.groupindex and "." in match["half"]
    return match[0] if own_dot else match[0].removesuffix(".")


def _accepted(wanted: str, dotted: bool) -> set[str]:
    """The form asked for; with dots its last one may be the full stop's. The NHS has used 5.30pm and 5:30pm."""
    return {wanted, wanted.removesuffix(".")} if dotted else {wanted, wanted.replace(":", ".")}


def _twelve(match: re.Match[str], dotted: bool) -> str:
    return _clock(int(match["hour"]), match["minute"], match["half"][0].casefold(), dotted)


def _twenty_four(match: re.Match[str], dotted: bool) -> str:
    hour = int(match["hour"] or match["hour2"] or match["hour3"])
    minute = match["minute"] or match["minute2"] or match["minute3"]
    return _clock(hour % 12 or 12, minute, "p" if hour >= 12 else "a", dotted)


def _clock(hour: int, minute: str | None, half: str, dotted: bool) -> str:
    """A time of day as asked for; full hours have no minutes."""
    if hour == 12 and minute in {None, "00"}:
        if half == "a":
            return "midnight"
        return "noon" if dotted else "midday"
    figures = f"{hour}:{minute}" if minute not in {None, "00"} else str(hour)
    return f"{figures} {half}.m." if dotted else f"{figures}{half}m"
