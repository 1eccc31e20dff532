"""Sentences a pattern must say: each of its English wordings, with parameters taken in turn from the lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.translate.patterns import data
from pipeline.translate.patterns.data import COUNTED, PARAMETER, Pattern

NUMBERS = ("2", "5", "12", "30", "3")
FIXED = {
    "time": ("8 a.m.", "10:30 p.m.", "1 p.m.", "14:15", "12 a.m."),
    "temperature": ("38 °C", "100.4 °F (38 °C)", "101°F", "39.5 °C", "25 degrees Celsius"),
    "phone": ("555-0163", "1-800-222-1222", "(555) 555-0142", "555-555-0117", "555-0128"),
    "emergency": ("911", "112", "999", "000", "988"),
    "pressure": ("180/120", "160/100 mmHg", "90/60", "140/90", "200/110"),
    "sugar": ("70 mg/dL", "15 mmol/L", "3.9 mmol/L", "300 mg/dL", "54 mg/dL"),
    "number": NUMBERS,
}
SERIES = {"symptoms": ("symptom", "or"), "things": ("thing", "and"), "foods": ("food", "or"), "drugs": ("drug", "or")}
_ALTERNATIVES = re.compile(r"\(([^()|]+(?:\|[^()|]+)+)\)")


@dataclass(frozen=True, slots=True)
class Sentence:
    pattern: Pattern
    text: str
    values: tuple[str, ...]


def sentences(pattern: Pattern, rounds: int = 5) -> Iterator[Sentence]:
    """Every wording `rounds` times and once for each of its alternatives, optional parts in and out."""
    turn = 0
    for wording in pattern.english:
        most = max((len(found[1].split("|")) for found in _ALTERNATIVES.finditer(wording)), default=1)
        for index in range(max(rounds, most)):
            turn += 1
            yield _filled(pattern, wording, index, turn)


def value(kind: str, turn: int) -> str:
    """The `turn`th English value of a kind."""
    lists = data.load().lists
    if kind in FIXED:
        return FIXED[kind][turn % len(FIXED[kind])]
    if kind in SERIES:
        name, link = SERIES[kind]
        one, two, three = (lists[name][(turn + n) % len(lists[name])].english[0] for n in range(3))
        return (one, f"{one} {link} {two}", f"{one}, {two}, {link} {three}")[turn % 3]
    if kind == "amount":
        return value("form" if turn % 4 else "strength", turn // 2)
    if kind == "frequency":
        return value(("count", "often", "every")[turn % 3], turn // 3)
    if kind == "every":
        return f"every {value('interval', turn)}"
    items = lists[kind]
    item = items[turn % len(items)]
    if kind not in COUNTED:
        return item.english[turn // len(items) % len(item.english)]
    number = NUMBERS[turn % len(NUMBERS)]
    return f"{number} {item.english[1] if len(item.english) > 1 else item.english[0]}"


def _filled(pattern: Pattern, wording: str, index: int, turn: int) -> Sentence:
    text = _ALTERNATIVES.sub(lambda found: found[1].split("|")[index % len(found[1].split("|"))], wording)
    groups = iter(range(20))
    text = re.sub(r"\[([^\[\]]*)\]", lambda found: found[1] if (index >> next(groups)) & 1 else "", text)
    values: list[str] = []

    def fill(found: re.Match[str]) -> str:
        values.append(value(found[1], turn * 7 + len(values)))
        return values[-1]

    return Sentence(pattern, PARAMETER.sub(fill, text).replace("..", "."), tuple(values))
