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
_BEHIND = (
    "(?:"
    + "|".join(
        rf"(?<=\b{word} )" for word in ("at", "by", "to", "from", "until", "till", "before", "after", "between", "and")
    )
    + ")"
)
_HOUR = "(?:[01][0-9]|2[0-4])"
_NO_MORE = r"(?![:\w%]|[.,][0-9]| ?[aApP]\.?[mM]\b)"
_DAY = re.compile(
    rf"(?:{_BEHIND}|(?<=[0-2][0-9]:[0-5][0-9][-–])|(?<=[0-2][0-9]:[0-5][0-9] [-–] )|"
    rf"(?<![\w.,:/-])(?={_HOUR}:[0-5][0-9] ?(?:-|–|to|until) ?{_HOUR}:[0-5][0-9]))"
    rf"(?P<hour>{_HOUR}):(?P<minute>[0-5][0-9]){_NO_MORE}"
    rf"|(?<![\w.,:/-])(?P<hour2>{_HOUR}):?(?P<minute2>[0-5][0-9]) ?(?:hrs|hours|h)\b"
    rf"|{_BEHIND}(?P<hour3>0[0-9])(?P<minute3>[0-5][0-9]){_NO_MORE}(?! ?[-–]?[0-9])"
)
_NEAR = 20  # characters in which the text itself says noon or midnight


def check(subject: Subject) -> Iterator[Finding]:
    """Times on the 24-hour clock, 12 a.m. and 12 p.m., and other times not written as the profile asks, in English."""
    if subject.language != ENGLISH:
        return
    dotted = "." in subject.limits.clock
    for passage in numeric(subject):
        for match in (*_HALF_DAY.finditer(passage.text), *_DAY.finditer(passage.text)):
            shown = _shown(match)
            wanted = _wanted(match, passage.text, dotted)
            if wanted and shown not in _accepted(wanted[0], dotted):
                yield subject.found(
                    "numbers.time",
                    passage.section,
                    passage.segment,
                    f"“{shown}” is not how the time of day is written here.",
                    f"Write “{wanted[0]}”."
                    if len(wanted) == 1
                    else f"Write “{wanted[0]}” or “{wanted[1]}”, whichever is meant.",
                    part=(match.start(), match.start() + len(shown)),
                )


def _shown(match: re.Match[str]) -> str:
    """The time without the full stop of its sentence: the dot belongs to it only where the a or p has one too."""
    own_dot = "half" in match.re.groupindex and "." in match["half"]
    return match[0] if own_dot else match[0].removesuffix(".")


def _accepted(wanted: str, dotted: bool) -> set[str]:
    """The form asked for; with dots its last one may be the full stop's. The NHS has used 5.30pm and 5:30pm."""
    return {wanted, wanted.removesuffix(".")} if dotted else {wanted, wanted.replace(":", ".")}


def _wanted(match: re.Match[str], text: str, dotted: bool) -> tuple[str, ...]:
    """How to write the time. 12 a.m. and 12 p.m. are taken for each other, so both are given, the likelier first."""
    if "half" not in match.re.groupindex:
        return _twenty_four(match, dotted)
    half = match["half"][0].casefold()
    if int(match["hour"]) != 12 or match["minute"] not in {None, "00"}:
        return (_clock(int(match["hour"]), match["minute"], half, dotted),)
    noon, midnight = "noon" if dotted else "midday", "midnight"
    around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR].casefold()
    told = tuple(word for word in (noon, midnight) if word in around)
    if len(told) == 1:
        return told
    return (midnight, noon) if half == "a" else (noon, midnight)


def _twenty_four(match: re.Match[str], dotted: bool) -> tuple[str, ...]:
    """A time on the 24-hour clock; nothing for 24:30, which there is not."""
    hour = int(match["hour"] or match["hour2"] or match["hour3"])
    minute = match["minute"] or match["minute2"] or match["minute3"]
    if minute == "00" and hour in {0, 24}:
        return ("midnight",)
    if hour == 24:
        return ()
    if minute == "00" and hour == 12:
        return ("noon" if dotted else "midday",)
    return (_clock(hour % 12 or 12, minute, "p" if hour >= 12 else "a", dotted),)


def _clock(hour: int, minute: str | None, half: str, dotted: bool) -> str:
    """A time of day as asked for; full hours have no minutes."""
    figures = f"{hour}:{minute}" if minute not in {None, "00"} else str(hour)
    return f"{figures} {half}.m." if dotted else f"{figures}{half}m"
