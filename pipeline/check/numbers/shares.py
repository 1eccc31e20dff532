"""numbers.percentage, numbers.mixed-forms, numbers.denominators: how large a share of people is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from pipeline.check.amounts import any_of, is_statistics, word_before
from pipeline.check.amounts import table as dose_table
from pipeline.check.figures import ENGLISH, as_int, no_share, of_risk, percentage, ratio, share, table, yearly
from pipeline.check.passages import Passage, numeric
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_AGAIN = re.compile(r" ?[(\[](?:about |around |or )?|,? (?:or|that is) (?:about |around )?", re.IGNORECASE)
_LARGEST_WHOLE = 10  # of a share that is easy to picture
_SHARE = re.compile(r"[0-9] (?:in|out of) |[0-9][ \u00a0]?(?:%|per ?cent)|1 ?: ?[0-9]")
_CHANGE = re.compile(
    r"(?:\b(?:by|reduction|reductions|increase|decrease|difference|higher|lower|NNT|ARR|RRR)\b[^.;:]{0,30}"
    r"|[<>≤≥=±~] ?)$"
)
_CONTINUES = re.compile(
    r" (?:chance|risk|likelihood|probability|survival|of|in|for|and|or|to|among|within|at|after|per|each|a|here"
    r"|with|when|if|that|but|not)\b"
)
_RELATIVE = re.compile(r" (?:of|to|and|or|in|at)? ?(?:reduction|increase|higher|lower|more|less|decrease)\b")
_BEFORE = 40  # characters
_ALL = 100  # percent
_GROUPS = (100, 1_000, 10_000, 100_000)  # in which shares are said
_NEAR = 40  # a round share may be off by a fortieth
_NEAR_HUNDRED = 20  # a number in a hundred by a twentieth


def check(subject: Subject) -> Iterator[Finding]:
    """Shares of people that are hard to picture or to compare, in English."""
    if subject.language != ENGLISH:
        return
    for passage in numeric(subject):
        if not _SHARE.search(passage.text) or is_statistics(passage.text):
            continue
        ratios = [m for m in ratio().finditer(passage.text) if of_risk().search(passage.text)]
        shares = [m for m in share().finditer(passage.text) if _is_share(m, passage.text)]
        mixed = _mixed_in(passage.text, shares + ratios)
        yield from _decimals(subject, passage, mixed)
        yield from _ratios(subject, passage, ratios)
        if mixed is not None:
            yield _mixed(subject, passage, *mixed)
        yield from _denominators(subject, passage, shares + ratios)


def _is_share(match: re.Match[str], text: str) -> bool:
    """Whether it is a share, and not "grade 1 in 96 patients"."""
    is_numbered = word_before(text, match.start()) in dose_table()["context"]["numbered"]
    return 0 < as_int(match["part"]) < as_int(match["whole"]) and not is_numbered


def _decimals(
    subject: Subject, passage: Passage, mixed: tuple[re.Match[str], re.Match[str]] | None
) -> Iterator[Finding]:
    for match in _decimal().finditer(passage.text):
        is_told = mixed is not None and mixed[1].start() == match.start()  # in what form to write it
        if is_told or not _is_of_people(passage.text, match):
            continue
        number = Fraction(match["number"])
        yield subject.found(
            "numbers.percentage",
            passage.section,
            passage.segment,
            f"“{match['percent']}”: a share with decimals is hard to picture.",
            f"Write “{_plain(number)}”.",
            part=match.span("percent"),
        )


def _is_of_people(text: str, match: re.Match[str]) -> bool:
    """Whether a percentage is a share of people, and no strength, interval, or change of a share."""
    if _of_people().match(text, match.end()):
        return True
    end = match.end()
    if no_share().search(text) or _RELATIVE.match(text, end) or not _ends_here(text, end):
        return False
    if _CHANGE.search(text[max(0, match.start() - _BEFORE) : match.start()]):
        return False
    return of_risk().search(text) is not None


def _ends_here(text: str, end: int) -> bool:
    """Whether a percentage stands by itself, and not before what it is the strength of: "2.5% hydrocortisone"."""
    return text[end : end + 1] != " " or _CONTINUES.match(text, end) is not None


def _ratios(subject: Subject, passage: Passage, ratios: list[re.Match[str]]) -> Iterator[Finding]:
    for match in ratios:
        written = f"{match['part']} in {as_int(match['whole']):,}"
        yield subject.found(
            "numbers.mixed-forms",
            passage.section,
            passage.segment,
            f"“{match[0]}”: few readers know a share with a colon.",
            f"Write “{written}”.",
            part=match.span(),
        )


def _mixed_in(text: str, shares: list[re.Match[str]]) -> tuple[re.Match[str], re.Match[str]] | None:
    """A share and a percentage that are to be compared; None where one says the other again: "1 in 5 (20%)"."""
    if not shares or no_share().search(text):
        return None
    for match in percentage().finditer(text):
        is_of_people = (
            _of_whom().match(text, match.end()) or yearly().match(text, match.end()) or of_risk().search(text)
        )
        is_share = Fraction(match["number"]) <= _ALL
        if is_share and is_of_people and not any(_is_same(match, one, text) for one in shares):
            return shares[0], match
    return None


def _mixed(subject: Subject, passage: Passage, one: re.Match[str], percent: re.Match[str]) -> Finding:
    parts = Fraction(as_int(one["part"]), as_int(one["whole"])), Fraction(percent["number"]) / 100
    same = [f"“{_of_group(part, _common_group(parts))}”" for part in parts]
    return subject.found(
        "numbers.mixed-forms",
        passage.section,
        passage.segment,
        f"“{one[0]}” and “{percent[0]}” stand in one sentence, in two forms that are hard to compare.",
        f"Write both in one form: {same[0]} and {same[1]}.",
        part=percent.span(),
    )


def _common_group(parts: tuple[Fraction, ...]) -> int:
    """The smallest of 100, 1,000, … in which each share is a whole number, or else one in which each is near one."""
    exact = next((group for group in _GROUPS if all((part * group).denominator == 1 for part in parts)), None)
    return exact or next((group for group in _GROUPS if all(_is_near(part, group) for part in parts)), _GROUPS[-1])


def _is_near(part: Fraction, group: int) -> bool:
    """Whether a share rounded to a number in a group stays near, for those it happens to and for the others."""
    error = abs(round(part * group) - part * group)
    return error * _NEAR_HUNDRED <= min(part, 1 - part) * group


def _of_group(part: Fraction, group: int) -> str:
    """A share as a number in a group, with "about" where it is not exactly that."""
    about = "" if (part * group).denominator == 1 else "about "
    return f"{about}{round(part * group):,} in {group:,}"


def _is_same(percent: re.Match[str], one: re.Match[str], text: str) -> bool:
    """Whether one says the other again, in brackets or behind "or": "1 in 5 (20%)", "75% of women (23 out of 31)"."""
    first, second = sorted((percent, one), key=lambda match: match.start())
    if _AGAIN.fullmatch(text[first.end() : second.start()]):
        return True
    part, number = Fraction(as_int(one["part"]), as_int(one["whole"])), Fraction(percent["number"]) / 100
    return abs(part - number) * _NEAR_HUNDRED <= part


def _denominators(subject: Subject, passage: Passage, shares: list[re.Match[str]]) -> Iterator[Finding]:
    wholes = [as_int(match["whole"]) for match in shares]
    if len(set(wholes)) < 2:
        return
    largest = max(wholes)
    odd = next(match for match in shares if as_int(match["whole"]) != wholes[0])
    same = [_in(as_int(match["part"]), as_int(match["whole"]), largest) for match in shares]
    advice = " and ".join(f"“{text}”" for text in same) if all(same) else f"each as a number in {_round(largest):,}"
    yield subject.found(
        "numbers.denominators",
        passage.section,
        passage.segment,
        f"“{shares[0][0]}” and “{odd[0]}” count in different groups; the larger figure may look like the larger risk.",
        f"Write {advice}.",
        part=odd.span(),
    )


def _round(largest: int) -> int:
    """The smallest of 100, 1,000, 10,000, … that is not smaller."""
    whole = 100
    while whole < largest:
        whole *= 10
    return whole


def _in(part: int, whole: int, largest: int) -> str:
    """A share of a larger whole; empty where it would not be a whole number."""
    return f"{part * largest // whole:,} in {largest:,}" if part * largest % whole == 0 else ""


def _plain(percent: Fraction) -> str:
    """A percentage as "1 in 7" where that is near, or else as a number in 100 or in 1,000."""
    if percent == 0 or percent > 99:
        return "none" if percent == 0 else "more than 99 in 100"
    for whole in range(2, _LARGEST_WHOLE + 1):
        if abs(Fraction(100, whole) - percent) * _NEAR <= percent:
            return f"about 1 in {whole}"
    whole = 100
    while abs(round(percent * whole / 100) - percent * whole / 100) * _NEAR_HUNDRED > percent * whole / 100:
        whole *= 10
    return f"about {round(percent * whole / 100):,} in {whole:,}"


@cache
def _of_whom() -> re.Pattern[str]:
    """What follows a share of people: "of men", "of the people", "women"."""
    people = any_of(table()["people"])
    return re.compile(rf" (?:of )?(?:all |the |these |those |other )?(?:[a-z]{{1,15}} )?{people}\b")


@cache
def _decimal() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,/–-])(?P<percent>(?P<number>[0-9]{1,2}\.[0-9]{1,3})[ \u00a0]?(?:%|percent\b|per cent\b))"
    )


@cache
def _of_people() -> re.Pattern[str]:
    """What follows a share of people that has decimals: " of the women", " per year"."""
    people = any_of(table()["people"])
    return re.compile(
        rf" (?:of (?:all |the |these |those |our |affected |other )?(?:[a-z]{{1,15}} )?{people}\b"
        rf"|{any_of(table()['yearly'])}\b)"
    )
