"""Numbers with what they count: a dose ("5 mg"), a measure ("8 hour", "38 °C"), or a bare number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from pipeline.facts.lexicon import TIME_UNITS, common
from pipeline.facts.model import Fact, Weight
from pipeline.facts.numerals import Numeral, show
from pipeline.facts.scan import Scan
from pipeline.facts.tokens import FRACTION_SIGNS, Match, tokenize

_SIGNS = frozenset(FRACTION_SIGNS)


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
        elif following is not None and scan.joined(numeral, following[0]):
            name = following[1]
            facts.append(scan.fact(_kind(name), f"{numeral.value} {name}", numeral.first, numeral.last, following[2]))
            following = (numeral, name, following[2])
        else:
            following = None
            weight = Weight.FREE if numeral.article else numeral.weight
            facts.append(scan.fact("number", _full_year(scan, numeral), numeral.first, numeral.last, weight))
    yield from reversed(facts)


def _full_year(scan: Scan, numeral: Numeral) -> str:
    """The value; for the end of a span of years (2019-20) with its century."""
    start = next(
        (n for n in (scan.numerals.get(numeral.first - 1),) if n is not None and n.last == numeral.first), None
    )
    year, end = (start.as_int() if start is not None else None), numeral.as_int()
    if end is not None and _names_decade(scan, numeral, end):
        return str(1900 + end)
    short = end is not None and scan.tokens[numeral.first].text.isdigit() and len(scan.tokens[numeral.first].text) == 2
    if start is None or year is None or end is None or not short or not 1900 <= year <= 2100:
        return numeral.value
    return str(year // 100 * 100 + end) if scan.joined(start, numeral) and end > year % 100 else numeral.value


def _names_decade(scan: Scan, numeral: Numeral, value: int) -> bool:
    """Whether a number behind "years" is a decade of the last century: les années 40, los años 60."""
    if scan.lexicon.date_order == "mdy" or value not in range(20, 100, 10) or not scan.glued(numeral.first):
        return False
    years = scan.lexicon.units.at(scan.text, scan.tokens, numeral.first - 1)
    counted = any(n.last == numeral.first - 1 for n in (scan.numerals.get(numeral.first - 2),) if n is not None)
    return years is not None and years.value == "year" and not counted


def is_symbolic(fact: Fact) -> bool:
    """Whether a fact is a quantity in figures and symbols (5 mg, 38 °C, 7 %), the same in every language."""
    if fact.kind not in {"dose", "unit"} or not fact.text[0].isdigit():
        return False
    words = [token.text for token in tokenize(fact.text) if token.is_word and token.text not in _SIGNS]
    return all(word in _symbols() for word in words)


@cache
def _symbols() -> frozenset[str]:
    return frozenset(token.text for forms in common()["units"].values() for form in forms for token in tokenize(form))


def _unit(scan: Scan, numeral: Numeral) -> Match | None:
    """The unit behind a number, one describing word between them allowed (2 full tablets)."""
    index = numeral.last
    if numeral.ordinal or not scan.glued(index):
        return None
    unit = scan.lexicon.units.at(scan.text, scan.tokens, index)
    if unit is None and scan.tokens[index].text in scan.lexicon.between and scan.glued(index + 1):
        unit = scan.lexicon.units.at(scan.text, scan.tokens, index + 1)
    return unit if unit is not None and scan.free(*scan.range(unit.first, unit.last)) else None


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
