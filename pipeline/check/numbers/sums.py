"""numbers.sum: a dose that the reader has to work out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import BLANK, FIGURES, any_of, units, written
from pipeline.check.figures import ENGLISH, table
from pipeline.check.passages import numeric
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_ORDER = re.compile(
    r"(?:^|[.;:,(–—-] ?|\b(?:and|then|you should|you must|please|can) )(?:take|give|use)\b", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Finding]:
    """Daily amounts to be divided into doses, and amounts for each kilogram in an instruction, in English."""
    if subject.language != ENGLISH:
        return
    for passage in numeric(subject):
        for match in _divided().finditer(passage.text):
            yield subject.found(
                "numbers.sum",
                passage.section,
                passage.segment,
                f"“{match[0]}”: the reader has to work out what one dose is.",
                _share(subject, match),
                part=match.span(),
            )
        order = _ORDER.search(passage.text)
        for match in _by_weight().finditer(passage.text):
            if order is not None and order.start() < match.start():
                yield subject.found(
                    "numbers.sum",
                    passage.section,
                    passage.segment,
                    f"“{match[0]}”: the reader has to work out the dose from a weight.",
                    "Write the dose itself, or a table with the dose for each weight.",
                    part=match.span(),
                )


def _share(subject: Subject, match: re.Match[str]) -> str:
    """What one dose is, where that is a number without many decimals."""
    count = table()["words"].get(match["count"]) or int(match["count"])
    dose = float(match["number"].replace(",", "")) / count if count else 0.0
    if match["low"] or not dose or round(dose, 2) != dose:
        return "Write how much one dose is, and how many times a day."
    return f"Write “{written(subject, f'{dose:,g}', match['unit'])} {count} times a day”."


@cache
def _divided() -> re.Pattern[str]:
    counts = any_of(word for word, number in table()["words"].items() if number <= 12)
    number = r"[0-9]{1,9}(?:,[0-9]{3})*(?:\.[0-9]+)?"
    return re.compile(
        rf"(?<![\w.,/])(?:(?P<low>{number})(?: ?[-–—−] ?| (?:to|or) ))?(?P<number>{number})"
        rf"{BLANK}?(?P<unit>{units(ENGLISH)})"
        r"(?: (?:a day|daily|per day|each day|every day|in 24 hours)| ?/ ?(?:day|24 ?h(?:ours|rs)?)\b),? "
        r"(?:divided |split |given |taken )?(?:in|into) "
        rf"(?P<count>[1-9][0-9]?|{counts}) (?:equal |divided |separate |equally divided )?doses\b"
    )


@cache
def _by_weight() -> re.Pattern[str]:
    unit = units(ENGLISH, "symbols", "words")
    return re.compile(rf"{FIGURES}{BLANK}?{unit} ?(?:/ ?|per |for (?:each|every) )(?:kg|kilograms?|kilos?)\b")
