"""Times of day on the 24-hour clock: 8 a.m. = 8:00 = 08:00, 8 p.m. = 20 h = las 8 de la noche = 20:00."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.model import Fact, Weight
from pipeline.facts.numerals import Numeral
from pipeline.facts.scan import Scan
from pipeline.facts.tokens import gap


def find(scan: Scan) -> Iterator[Fact]:
    """Every time of day that nothing before has claimed."""
    for first, hour in sorted(scan.numerals.items()):
        if first > 1 and scan.tokens[first - 1].text == ":":
            continue  # these are minutes
        value = hour.as_int()
        if value is not None and 0 <= value <= 24 and hour.last == first + 1 and not hour.article:
            yield from _at(scan, hour, value)
    for match in scan.lexicon.noon.scan(scan.text, scan.tokens):
        yield scan.fact("time", match.value, match.first, match.last, Weight.FREE)


def _at(scan: Scan, numeral: Numeral, hour: int) -> Iterator[Fact]:
    lexicon, text, tokens = scan.lexicon, scan.text, scan.tokens
    minutes, last = _minutes(scan, numeral.last)
    mark = lexicon.hour_mark.at(text, tokens, last) if scan.glued(last) else None
    after = mark.last if mark is not None else last
    meridiem = lexicon.meridiem.at(text, tokens, after) if scan.glued(after) else None
    at = lexicon.at.ending_at(text, tokens, numeral.first)
    announced = at is not None and not _ends_interval(scan, at.first)
    half = meridiem.value if meridiem is not None else ""
    if half.endswith("?") and not (announced or minutes is not None):
        meridiem, half = None, ""
    if minutes is None and meridiem is None and not (announced and mark is not None):
        return
    end = meridiem.last if meridiem is not None else after
    if not scan.free(*scan.range(numeral.first, end)):
        return
    yield scan.fact("time", _clock(hour, minutes, half), numeral.first, end)
    yield from _earlier(scan, numeral, half)


def _ends_interval(scan: Scan, index: int) -> bool:
    """Whether the "at" at a token parts the ends of an interval: toutes les 4 à 6 heures."""
    firsts = (scan.numerals.get(first) for first in range(max(0, index - 3), index))
    return any(
        n is not None and n.last == index and scan.lexicon.every.ending_at(scan.text, scan.tokens, n.first) is not None
        for n in firsts
    )


def _earlier(scan: Scan, numeral: Numeral, half: str) -> Iterator[Fact]:
    """The first hour of a range whose half of the day is said at its end: 8 to 10 a.m."""
    for first in range(numeral.first - 1, max(numeral.first - 4, -1), -1):
        other = scan.numerals.get(first)
        if other is None:
            continue
        value = other.as_int()
        if half and value is not None and 1 <= value <= 12 and scan.joined(other, numeral):
            yield scan.fact("time", _clock(value, None, half), other.first, other.last)
        return


def _minutes(scan: Scan, index: int) -> tuple[int | None, int]:
    """The minutes of 8:30 or 8h30, and one past their token."""
    tokens = scan.tokens
    if index + 1 >= len(tokens) or tokens[index].text not in {":", "h"}:
        return None, index
    allowed = {""} if tokens[index].text == ":" else {"", " ", "\u00a0", "\u202f"}
    tight = {gap(scan.text, tokens, index), gap(scan.text, tokens, index + 1)} <= allowed
    minute = tokens[index + 1].text
    if not tight or len(minute) != 2 or not minute.isdecimal() or int(minute) > 59:
        return None, index
    return int(minute), index + 2


def _clock(hour: int, minutes: int | None, half: str) -> str:
    if half.startswith("pm") and hour < 12:
        hour += 12
    elif half.startswith("am") and hour == 12:
        hour = 0
    return f"{hour:02}:{minutes or 0:02}"
