"""Dates, with the month in words or in figures, as ISO 8601: 2026-03-04, --03-04 without a year, --03 for a month."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.facts.model import Fact, Weight
from pipeline.facts.numerals import Numeral
from pipeline.facts.scan import Scan
from pipeline.facts.tokens import Match

_FIGURES = re.compile(
    r"(?<![\w/.,-])(?:(?P<iso>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
    r"|(?P<a>[0-9]{1,2})(?P<mark>[/.-])(?P<b>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4}|[0-9]{2}))(?![\w/]|[.,-][0-9])"
)


def find(scan: Scan) -> Iterator[Fact]:
    """Every date that nothing before has claimed."""
    yield from _in_figures(scan)
    for month in scan.lexicon.months.scan(scan.text, scan.tokens):
        yield from _in_words(scan, month)
    for day in scan.lexicon.weekdays.scan(scan.text, scan.tokens):
        yield scan.fact("date", f"weekday {day.value}", day.first, day.last, Weight.SOFT)


def _in_figures(scan: Scan) -> Iterator[Fact]:
    for match in _FIGURES.finditer(scan.text):
        if match["iso"]:
            year, month, day = (int(part) for part in match["iso"].split("-"))
        else:
            first, second = int(match["a"]), int(match["b"])
            american = scan.lexicon.date_order == "mdy" and match["mark"] != "."
            month, day = (first, second) if american else (second, first)
            if month > 12 >= day:
                month, day = day, month
            year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
        if 1 <= month <= 12 and 1 <= day <= 31 and scan.free(*match.span()):
            yield Fact("date", _iso(year, month, day), match[0], *match.span())


def _in_words(scan: Scan, month: Match) -> Iterator[Fact]:
    number = int(month.value)
    before = _day_before(scan, month.first)
    after = None if before else _day_after(scan, month.last)
    end = after[-1].last if after else month.last
    year, end = _year(scan, end)
    days = before or after or []
    if not days and year is None:
        if _names_month(scan, month):
            yield scan.fact("date", _iso(None, number, None), month.first, month.last, Weight.SOFT)
        return
    first = before[0].first if before else month.first
    if not scan.free(*scan.range(first, end)):
        return
    if not days:
        yield scan.fact("date", _iso(year, number, None), first, end)
    for day in days:
        yield scan.fact("date", _iso(year, number, day.as_int()), first, end)


def _day_before(scan: Scan, month: int) -> list[Numeral]:
    """The day, or days, before a month: 3 March, the 3rd of May, 11 y 12 de marzo."""
    last = month
    while last > 0 and scan.tokens[last - 1].text in scan.lexicon.date_between:
        last -= 1
    if not all(scan.glued(index) for index in range(last, month + 1)):
        return []
    for first in (last - 1, last - 2, last - 3):
        day = scan.numerals.get(first)
        if day is not None and day.last == last and _is_day(day):
            return _with_range(scan, day, backwards=True)
    return []


def _day_after(scan: Scan, first: int) -> list[Numeral]:
    """The day, or days, behind a month: March 3rd, March 11 and 12. English only."""
    if scan.lexicon.date_order != "mdy" or not scan.glued(first):
        return []
    day = scan.numerals.get(first)
    return _with_range(scan, day, backwards=False) if day is not None and _is_day(day) else []


def _with_range(scan: Scan, day: Numeral, *, backwards: bool) -> list[Numeral]:
    if backwards:
        for first in range(day.first - 1, max(day.first - 4, -1), -1):
            other = scan.numerals.get(first)
            if other is not None:
                return [other, day] if _is_day(other) and scan.joined(other, day) else [day]
        return [day]
    for first in range(day.last, day.last + 2):
        other = scan.numerals.get(first)
        if other is not None and _is_day(other) and scan.joined(day, other):
            return [day, other]
    return [day]


def _year(scan: Scan, index: int) -> tuple[int | None, int]:
    """The year behind a date, and one past its last token."""
    start = index
    while start < min(index + 2, len(scan.tokens)) and (
        scan.tokens[start].text in scan.lexicon.date_between or scan.tokens[start].text == ","
    ):
        start += 1
    numeral = scan.numerals.get(start)
    value = numeral.as_int() if numeral is not None and numeral.last == start + 1 else None
    is_year = value is not None and scan.tokens[start].text.isdigit() and 1900 <= value <= 2100
    return (value, start + 1) if is_year else (None, index)


def _is_day(numeral: Numeral) -> bool:
    value = numeral.as_int()
    return value is not None and 1 <= value <= 31 and not numeral.article


def _names_month(scan: Scan, month: Match) -> bool:
    """Whether a month's word without a day is that month, and not "may" or "march"."""
    lexicon, token = scan.lexicon, scan.tokens[month.first]
    if token.text in lexicon.short_months:
        return False
    if not lexicon.month_capital:
        return True
    follows = month.first > 0 and scan.tokens[month.first - 1].text in lexicon.month_after
    return scan.text[token.start].isupper() and (follows or token.text not in {"may", "march"})


def _iso(year: int | None, month: int, day: int | None) -> str:
    return f"{year or '-'}-{month:02}" + ("" if day is None else f"-{day:02}")
