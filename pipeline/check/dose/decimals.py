"""dose.trailing-zero, dose.naked-decimal: a decimal point that is easily overlooked makes a dose ten times larger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.check.amounts import (
    BLANK,
    NO_LABORATORY,
    any_of,
    counted,
    is_measured,
    is_statistics,
    table,
    unit_forms,
    written,
)
from pipeline.check.dose.no_dose import is_no_dose
from pipeline.check.marks import RAISED, has_trailing_zero, is_doubtful, is_naked, readings, tidy, without_mark
from pipeline.check.numbers.fraction import in_words
from pipeline.check.passages import Passage, numeric_in_every_language
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_REMEMBERED = 1024  # sentences
_DASHES = frozenset("-–—−")
_THOUSANDS = re.compile(r",(?=[0-9]{3}(?:,|\.|$))")
_WORDED = re.compile(r"\s*(?P<word>to|or|and)\s*")


def check(subject: Subject) -> Iterator[Finding]:
    """Doses such as "1.0 mg", ".5 mg" and "1.0-2.0 mg", in every language; measured values and statistics are left out.

    A finding is about the whole amount, so that its hint says how to write both ends of a range.
    """
    for passage in numeric_in_every_language(subject):
        for match in misread(passage.text, passage.language):
            cell = passage.cell
            if cell is not None and is_no_dose(cell.line, *(cell.start + place for place in match.span())):
                continue
            numbers = _numbers(match)
            if any(_ends_in_zero(number, passage.language) for number in numbers):
                yield _found(subject, passage, match, "dose.trailing-zero", "has a zero behind the decimal mark")
            if any(is_naked(number) for number in numbers):
                yield _found(subject, passage, match, "dose.naked-decimal", "has no zero before the decimal mark")


@lru_cache(maxsize=_REMEMBERED)
def misread(text: str, language: str) -> tuple[re.Match[str], ...]:
    """The amounts in a text whose decimal mark makes them ten times larger where it is overlooked."""
    found = [match for match in _amount(language).finditer(text) if _is_faulty(match, language)]
    if not found or is_statistics(text):
        return ()
    found = [match for match in found if match["unit"] in _sure(language) or not is_measured(text)]
    return tuple(match for match in found if not is_no_dose(text, *match.span()))


def _is_faulty(match: re.Match[str], language: str) -> bool:
    if match["low"] is not None and match["joint"].strip() in _DASHES and not _rises(match):
        return False
    return any(is_naked(number) or _ends_in_zero(number, language) for number in _numbers(match))


def _rises(match: re.Match[str]) -> bool:
    """Whether the second number is the larger one, as in a range."""
    low, high = (_value(number) for number in _numbers(match))
    return low < high


def _value(number: str) -> float:
    """Its size, a comma before three figures taken for a mark between thousands."""
    return float(_THOUSANDS.sub("", number).replace(",", ".").replace(RAISED, "."))


def _numbers(match: re.Match[str]) -> list[str]:
    """The number, or both of a range."""
    return [match["number"]] if match["low"] is None else [match["low"], match["high"]]


def _ends_in_zero(number: str, language: str) -> bool:
    return has_trailing_zero(number, language) or is_doubtful(number, language)


def _found(subject: Subject, passage: Passage, match: re.Match[str], code: str, fault: str) -> Finding:
    numbers, language, unit = _numbers(match), passage.language, match["unit"]
    faulty = [n for n in numbers if is_naked(n) or _ends_in_zero(n, language)]
    wrong = list(dict.fromkeys(without_mark(number) for number in faulty))
    return subject.found(
        code,
        passage.section,
        passage.segment,
        f"“{match[0]}” {fault}. If the mark is overlooked, it is read as {' and '.join(wrong)} "
        f"{counted(unit, int(wrong[-1]), language)}.",
        _advice(subject, match, language),
        part=match.span(),
    )


def _advice(subject: Subject, match: re.Match[str], language: str) -> str:
    """How to write the amount; both readings where a point may stand for a comma, and words for a part of a tablet."""
    unit = match["unit"]
    if match["low"] is not None:
        low = tidy(match["low"], language)
        return f"Write “{low}{_joint(language, match['joint'])}{written(subject, match['high'], unit, language)}”."
    if is_doubtful(match["number"], language):
        small, large = (written(subject, number, unit, language) for number in readings(match["number"]))
        return f"Write “{small}” or “{large}”, whichever is meant."
    amount = written(subject, match["number"], unit, language)
    return f"Write “{in_words(amount, language) or amount}”."


def _joint(language: str, joint: str) -> str:
    """What stands between two numbers; "to" for a dash in English."""
    if "/" in joint:
        return "/"
    word = _WORDED.fullmatch(joint)
    if word is not None:
        return f" {word['word']} "
    return " to " if language == "en" else joint


@cache
def _sure(language: str) -> frozenset[str]:
    """Units that doses are counted in, and no results of tests."""
    return frozenset(form for kind in ("symbols", "words", "pieces") for form in unit_forms(language, kind))


@cache
def _amount(language: str) -> re.Pattern[str]:
    """A number or a range with its unit. A slash may stand before it behind a unit: "250 mg/5.0 mL"."""
    misread_units = (form for row in table()["unit"] if language in row["write"] for form in row["forms"])
    unit = any_of({*_sure(language), *table()["units"]["others"], *misread_units})
    full = r"(?:[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{1,9}|[0-9]{1,12}(?:[.,·][0-9]{1,9})?)"
    naked = r"[.,·][0-9]{1,9}"
    first = rf"(?:(?:(?<![\w.,·$£€/])|(?<=[A-Za-z]/)|(?<=[A-Za-z] /)){full}|(?<![^\s(\[/–—-])(?<![0-9] ){naked})"
    joint = r"(?: ?[-–—−/] ?| (?:to|or|and) )"
    return re.compile(
        rf"(?:(?P<low>{first})(?P<joint>{joint})(?P<high>{full}|{naked})|(?P<number>{first}))"
        rf"{BLANK}?-?(?P<unit>{unit})(?!\w|[-−]\d){NO_LABORATORY}"
    )
