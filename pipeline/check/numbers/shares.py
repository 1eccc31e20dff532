"""numbers.percentage, numbers.mixed-forms, numbers.denominators: how large a share of people is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from pipeline.check.amounts import any_of, is_statistics, word_before
from pipeline.check.amounts import table as dose_table
from pipeline.check.figures import ENGLISH, as_int, no_share, percentage, share, table
from pipeline.check.passages import Passage, numeric
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_LARGEST_WHOLE = 10  # of a share that is easy to picture
_SHARE = re.compile(r"[0-9] (?:in|out of) |[0-9][ \u00a0]?(?:%|per ?cent)")
_NEAR = 40  # a round share may be off by a fortieth


def check(subject: Subject) -> Iterator[Finding]:
    """Shares of people that are hard to picture or to compare, in English."""
    if subject.language != ENGLISH:
        return
    for passage in numeric(subject):
        if not _SHARE.search(passage.text) or is_statistics(passage.text):
            continue
        yield from _decimals(subject, passage)
        shares = [m for m in share().finditer(passage.text) if _is_share(m, passage.text)]
        yield from _mixed(subject, passage, shares)
        yield from _denominators(subject, passage, shares)


def _is_share(match: re.Match[str], text: str) -> bool:
    """Whether it is a share, and not "grade 1 in 96 patients"."""
    is_numbered = word_before(text, match.start()) in dose_table()["context"]["numbered"]
    return 0 < as_int(match["part"]) < as_int(match["whole"]) and not is_numbered


def _decimals(subject: Subject, passage: Passage) -> Iterator[Finding]:
    for match in _of_people().finditer(passage.text):
        number = Fraction(match["number"])
        yield subject.found(
            "numbers.percentage",
            passage.section,
            passage.segment,
            f"“{match['percent']}”: a share with decimals is hard to picture.",
            f"Write “{_plain(number)}”.",
            part=match.span("percent"),
        )


def _mixed(subject: Subject, passage: Passage, shares: list[re.Match[str]]) -> Iterator[Finding]:
    if not shares or no_share().search(passage.text):
        return
    for match in percentage().finditer(passage.text):
        if _of_whom().match(passage.text, match.end()):
            yield subject.found(
                "numbers.mixed-forms",
                passage.section,
                passage.segment,
                f"“{shares[0][0]}” and “{match[0]}” stand in one sentence, in two forms that are hard to compare.",
                f"Write both in one form: “{_out_of_hundred(match['number'])}”.",
                part=match.span(),
            )
            return


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
    if not 0 < percent < 99:
        return "none" if percent == 0 else "more than 99 in 100"
    for whole in range(2, _LARGEST_WHOLE + 1):
        if abs(Fraction(100, whole) - percent) * _NEAR <= percent:
            return f"about 1 in {whole}"
    if percent < 1:
        whole = 1_000
        while percent * whole < 100:
            whole *= 10
        return f"about {round(percent * whole / 100)} in {whole:,}"
    return f"about {_out_of_hundred(str(float(percent)))}"


def _out_of_hundred(percent: str) -> str:
    return f"{round(float(percent))} in 100"


@cache
def _of_whom() -> re.Pattern[str]:
    """What follows a share of people: "of men", "of the people", "women"."""
    people = any_of(table()["people"])
    return re.compile(rf" (?:of )?(?:all |the |these |those |other )?(?:[a-z]{{1,15}} )?{people}\b")


@cache
def _of_people() -> re.Pattern[str]:
    people = any_of(table()["people"])
    return re.compile(
        rf"(?<![\w.,/–-])(?P<percent>(?P<number>[0-9]{{1,2}}\.[0-9]{{1,3}})[ \u00a0]?(?:%|percent|per cent)) of "
        rf"(?:all |the |these |those |our |affected |other )?(?:[a-z]{{1,15}} )?{people}\b"
    )
