"""Numbers with what they count: a dose ("5 mg"), a measure ("8 hour", "38 °C"), or a bare number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from pipeline.facts.lexicon import TIME_UNITS, common
from pipeline.facts.model import Fact, Weight
from pipeline.facts.numerals import Numeral, show
from pipeline.facts.scan import Scan
from pipeline.facts.tokens import Match


def find(scan: Scan) -> Iterator[Fact]:
    """Every number that nothing before has claimed, bound to its unit."""
    following: tuple[Numeral, str, Weight] | None = None
    facts: list[Fact] = []
    for numeral in reversed(scan.open_numerals()):
        unit = _unit(scan, numeral)
        if unit is not None:
            value, last, name = _whole(scan, numeral, unit)
            weight = _weight_with_unit(scan, numeral)
            facts.append(scan.fact(_kind(name), f"{value} {name}", numeral.first, last, weight))
            following = (numeral, name, weight)
        elif following is not None and not numeral.article and scan.joined(numeral, following[0]):
            name = following[1]
            facts.append(scan.fact(_kind(name), f"{numeral.value} {name}", numeral.first, numeral.last, following[2]))
            following = (numeral, name, following[2])
        else:
            following = None
            weight = Weight.FREE if numeral.article else numeral.weight
            facts.append(scan.fact("number", numeral.value, numeral.first, numeral.last, weight))
    yield from reversed(facts)


def _unit(scan: Scan, numeral: Numeral) -> Match | None:
    """The unit behind a number, one describing word between them allowed (2 full tablets)."""
    index = numeral.last
    if numeral.ordinal or not scan.glued(index):
        return None
    unit = scan.lexicon.units.at(scan.text, scan.tokens, index)
    if unit is None and scan.tokens[index].text in scan.lexicon.between and scan.glued(index + 1):
        unit = scan.lexicon.units.at(scan.text, scan.tokens, index + 1)
    return unit


def _whole(scan: Scan, numeral: Numeral, unit: Match) -> tuple[str, int, str]:
    """Value, one past the last token, and unit, with what belongs to them: "and a half", "/kg"."""
    value, last, name = numeral.value, unit.last, unit.value
    half = scan.lexicon.plus_half.at(scan.text, scan.tokens, last) if scan.glued(last) else None
    if half is not None and value.isdigit():
        value, last = show(Fraction(value) + Fraction(1, 2)), half.last
    if last < len(scan.tokens) and scan.tokens[last].text == "/":
        below = scan.lexicon.units.at(scan.text, scan.tokens, last + 1)
        if below is not None and below.value not in TIME_UNITS:
            return value, below.last, f"{name}/{below.value}"
    per = scan.lexicon.per.at(scan.text, scan.tokens, last) if scan.glued(last) else None
    below = scan.lexicon.units.at(scan.text, scan.tokens, per.last) if per is not None else None
    if below is not None and below.value in {"kg", "mL", "L", "dL"} and _kind(name) == "dose":
        return value, below.last, f"{name}/{below.value}"
    return value, last, name


def _weight_with_unit(scan: Scan, numeral: Numeral) -> Weight:
    word = scan.tokens[numeral.first].text
    if numeral.article:
        return Weight.FREE
    counted = word in scan.lexicon.loose_numbers and "/" not in numeral.value and not _is_half(numeral)
    return Weight.FREE if counted else Weight.FIRM


def _is_half(numeral: Numeral) -> bool:
    return numeral.value == "0.5"


def _kind(unit: str) -> str:
    return "dose" if unit.split("/")[0] in common()["classes"]["dose"] else "unit"
