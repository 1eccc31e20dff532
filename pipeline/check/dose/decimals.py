"""dose.trailing-zero, dose.naked-decimal: a decimal point that is easily overlooked makes a dose ten times larger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import BLANK, NO_LABORATORY, is_statistics, units, written
from pipeline.check.passages import Passage, numeric
from pipeline.check.subject import Subject
from pipeline.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """Doses such as "1.0 mg" and ".5 mg", in every language; measured values and statistics are left out."""
    for passage in numeric(subject):
        for match in _found_in(_trailing(subject.language), passage.text):
            value = _without_zeros(match["number"])
            message = f"“{match[0]}” has a zero behind the decimal mark. If the mark is overlooked, it is read as"
            yield _found(subject, passage, match, "dose.trailing-zero", message, value)
        for match in _found_in(_naked(subject.language), passage.text):
            message = f"“{match[0]}” has no zero before the decimal mark. If the mark is overlooked, it is read as"
            yield _found(subject, passage, match, "dose.naked-decimal", message, f"0{match['number']}")


def _found_in(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """What a pattern finds in a text; nothing in one that reports statistics."""
    found = list(pattern.finditer(text))
    return [] if found and is_statistics(text) else found


def _found(subject: Subject, passage: Passage, match: re.Match[str], code: str, message: str, value: str) -> Finding:
    misread = re.sub(r"[.,]", "", match["number"]).lstrip("0") or "0"
    return subject.found(
        code,
        passage.section,
        passage.segment,
        f"{message} {misread} {match['unit']}.",
        f"Write “{written(subject, value, match['unit'])}”.",
        part=match.span(),
    )


def _without_zeros(number: str) -> str:
    return number.rstrip("0").rstrip(".,")


@cache
def _trailing(language: str) -> re.Pattern[str]:
    """Two decimals behind either mark; three only where the mark cannot part thousands."""
    three = r"\.[0-9]{2,}0" if language == "en" else r"(?!)"
    decimals = rf"(?:[.,][0-9]?0|{three}|(?<=\b0)[.,][0-9]{{2}}0)(?![0-9])"
    return re.compile(
        rf"(?<![\w.,/$£€])(?P<number>[0-9]+{decimals}){BLANK}?-?(?P<unit>{units(language)}){NO_LABORATORY}"
    )


@cache
def _naked(language: str) -> re.Pattern[str]:
    """A decimal mark behind a blank, a bracket or a dash."""
    return re.compile(
        rf"(?<![^\s(\[–—-])(?<![0-9] )(?P<number>[.,][0-9]+){BLANK}?-?(?P<unit>{units(language)}){NO_LABORATORY}"
    )
