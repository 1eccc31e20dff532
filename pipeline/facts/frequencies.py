"""How often: "twice a day" = "2/day", "every 8 hours" = "every 8 hour", "daily" = "1/day"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.lexicon import TIME_UNITS
from pipeline.facts.model import Fact, Weight
from pipeline.facts.numerals import Numeral
from pipeline.facts.scan import Scan
from pipeline.facts.tokens import Match

_REACH = 6  # tokens between a quantity and its period


def find(scan: Scan) -> Iterator[Fact]:
    """Every frequency that nothing before has claimed. One fact covers a count and its period."""
    index = 0
    while index < len(scan.tokens):
        fact, after = _counted(scan, index) or _every(scan, index) or _stepped(scan, index) or _period(scan, index)
        if fact is not None and scan.free(fact.start, fact.end):
            yield fact
        index = max(after, index + 1)


def _counted(scan: Scan, index: int) -> tuple[Fact | None, int] | None:
    """Twice a day, 2 to 3 times a week, 2x/day."""
    counts = scan.lexicon.counts.at(scan.text, scan.tokens, index)
    if counts is not None:
        value, last = counts.value, counts.last
    else:
        numbers = _numbers(scan, index)
        if not numbers:
            return None
        times = scan.lexicon.times.at(scan.text, scan.tokens, numbers[-1].last)
        if times is None or not scan.glued(times.first):
            return None
        value, last = "-".join(numeral.value for numeral in numbers), times.last
    found = _per(scan, last)
    if found is None:
        return None
    period, end = found
    return scan.fact("frequency", f"{value}/{period}", index, end), end


def _every(scan: Scan, index: int) -> tuple[Fact | None, int] | None:
    """Every 8 hours, cada 4 a 6 horas."""
    every = scan.lexicon.every.at(scan.text, scan.tokens, index)
    numbers = _numbers(scan, every.last) if every is not None and scan.glued(every.last) else []
    if not numbers:
        return None
    unit = _time_unit(scan, numbers[-1].last)
    if unit is None:
        return None
    count = "-".join(numeral.value for numeral in numbers)
    value = f"1/{unit.value}" if count == "1" else f"every {count} {unit.value}"
    return scan.fact("frequency", value, index, unit.last), unit.last


def _stepped(scan: Scan, index: int) -> tuple[Fact | None, int] | None:
    """De 8 em 8 horas."""
    tokens = scan.tokens
    if index + 4 >= len(tokens) or (tokens[index].text, tokens[index + 2].text) not in scan.lexicon.step:
        return None
    first, second = scan.numerals.get(index + 1), scan.numerals.get(index + 3)
    if first is None or second is None or first.value != second.value or second.last != index + 4:
        return None
    unit = _time_unit(scan, index + 4)
    if unit is None:
        return None
    return scan.fact("frequency", f"every {first.value} {unit.value}", index, unit.last), unit.last


def _period(scan: Scan, index: int) -> tuple[Fact | None, int]:
    """Daily, a day: firm behind a quantity, doubtful by itself (daily life)."""
    whole = scan.lexicon.whole.at(scan.text, scan.tokens, index)
    if whole is None and scan.lexicon.per.at(scan.text, scan.tokens, index) is None:
        return None, index + 1
    if whole is not None and not whole.value:
        return None, whole.last
    behind = index > 0 and _ends_quantity(scan, index)
    if whole is not None:
        firm = behind or whole.value.startswith("every")
        fact = scan.fact("frequency", whole.value, index, whole.last, Weight.FIRM if firm else Weight.SOFT)
        return fact, whole.last
    article = scan.tokens[index].text in scan.lexicon.articles and scan.lexicon.date_order == "mdy"
    found = _per(scan, index) if behind or article else None
    if found is None:
        return None, index + 1
    period, end = found
    return scan.fact("frequency", f"1/{period}", index, end, Weight.FIRM if behind else _distant(scan, index)), end


def _distant(scan: Scan, index: int) -> Weight:
    """How surely "a day" is a frequency when its quantity stands further before: 4,000 mg of paracetamol a day."""
    near = (scan.numerals.get(first) for first in range(max(0, index - _REACH), index))
    return Weight.SOFT if any(numeral is not None and not numeral.article for numeral in near) else Weight.FREE


def _numbers(scan: Scan, index: int) -> list[Numeral]:
    """The number at a token, or both ends of the range that begins there."""
    first = scan.numerals.get(index)
    if first is None:
        return []
    for start in range(first.last, first.last + 3):
        second = scan.numerals.get(start)
        if second is not None:
            return [first, second] if scan.joined(first, second) else [first]
    return [first]


def _per(scan: Scan, index: int) -> tuple[str, int] | None:
    """The period behind a count (a day, al día, /day, daily): its unit, and one past its last token."""
    if index >= len(scan.tokens) or not (scan.glued(index) or scan.tokens[index].text == "/"):
        return None
    whole = scan.lexicon.whole.at(scan.text, scan.tokens, index)
    if whole is not None and whole.value.startswith("1/"):
        return whole.value[2:], whole.last
    per = scan.lexicon.per.at(scan.text, scan.tokens, index)
    unit = _time_unit(scan, per.last) if per is not None else None
    if unit is not None and unit.value != "second":  # 180 m/s is a speed
        return unit.value, unit.last
    return None


def _time_unit(scan: Scan, index: int) -> Match | None:
    unit = scan.lexicon.units.at(scan.text, scan.tokens, index) if scan.glued(index) else None
    return unit if unit is not None and unit.value in TIME_UNITS else None


def _ends_quantity(scan: Scan, index: int) -> bool:
    """Whether a number with its unit stands right before a token."""
    unit = scan.lexicon.units.ending_at(scan.text, scan.tokens, index)
    first = unit.first if unit is not None else index
    numbers = (scan.numerals.get(first - k) for k in range(1, 5))
    return any(n is not None and n.last == first and (unit is not None or not n.article) for n in numbers)
