"""dose.mixed-units: one medicine in milligrams here and in micrograms there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline import facts
from pipeline.check.passages import numeric
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_OTHER = {"mg": "mcg", "mcg": "mg"}
_SHORT = {"mg": "mg", "mcg": "micrograms"}
_NAMES = {"mg": "milligrams", "mcg": "micrograms"}
_GAP = re.compile(r"\b(?:of|at|an?|the|in|doses?|daily|tablets?|capsules?|is|was|oral|strengths?|usual|starting)\b")
_NAKED = re.compile(r"(?<=[\s(])(?=[.,][0-9])")
_MASS = re.compile(r"[0-9][ \u00a0\u202f-]?(?:m|µ|μ|ug)")


def check(subject: Subject) -> Iterator[Finding]:
    """The first dose of a medicine in another unit than its doses before; only where both stand side by side."""
    if subject.language not in facts.LANGUAGES:
        return
    units: dict[str, set[str]] = {}
    for passage in numeric(subject):
        if not _MASS.search(passage.text):
            continue
        text = _NAKED.sub("0", passage.text)
        for drug, dose in _doses(text, facts.extract(text, subject.language)):
            seen, unit = units.setdefault(drug.value, set()), dose.value.rpartition(" ")[2]
            if seen and unit not in seen:
                yield subject.found(
                    "dose.mixed-units",
                    passage.section,
                    passage.segment,
                    f"“{dose.text}” of {drug.text}: elsewhere in this text its doses are in {_NAMES[_OTHER[unit]]}.",
                    f"Write every dose of it in one unit: {_in_other(dose.value)}.",
                    part=(_place(passage.text, dose.start), _place(passage.text, dose.end)),
                )
            seen.add(unit)


def _doses(text: str, found: tuple[facts.Fact, ...]) -> Iterator[tuple[facts.Fact, facts.Fact]]:
    """Medicines with their doses in milligrams and micrograms: "digoxin 62.5 mcg", "0.5 mg of digoxin"."""
    drugs = [fact for fact in found if fact.kind == "drug"]
    for dose in found:
        if dose.kind == "dose" and dose.value.rpartition(" ")[2] in _OTHER:
            for drug in drugs:
                between = text[min(drug.end, dose.end) : max(drug.start, dose.start)]
                if not _GAP.sub("", between).strip(" ()"):
                    yield drug, dose
                    break


def _place(text: str, place: int) -> int:
    """Where a place of the text with a zero before each bare decimal mark is in the text as it stands."""
    marks = (match.start() for match in _NAKED.finditer(text))
    return place - sum(mark + added < place for added, mark in enumerate(marks))


def _in_other(value: str) -> str:
    """A dose in both units, so that the writer sees how they differ."""
    number, _, unit = value.rpartition(" ")
    if "/" in number:
        return "milligrams, or micrograms"
    amount = float(number) * 1000 if unit == "mg" else float(number) / 1000
    return f"{number} {_SHORT[unit]} is {amount:,g} {_SHORT[_OTHER[unit]]}"
