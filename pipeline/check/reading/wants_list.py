"""reading.wants-list: many things or steps told in running text. Data: `data/lists.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from pipeline.check.reading.conditions import conditions
from pipeline.check.reading.series import longest_series
from pipeline.check.subject import Subject
from pipeline.document import BlockKind, Section, Unit
from pipeline.findings import Finding

_FEWEST_ITEMS = 4
_FEWEST_WORDS = 12  # of all items together
_FEWEST_STEPS = 3
_NUMBER = re.compile(r"(?<![\w)])\(?(\d|[a-e]|i{1,3}|iv)\)(?= [^\W\d_])")
_ORDERS = (("1", "2", "3"), ("a", "b", "c"), ("i", "ii", "iii"))


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs that tell steps in order, and sentences of paragraphs that name four things or more. English only."""
    if subject.language != "en":
        return
    for section in subject.document.every_section():
        for block in section.blocks:
            if block.kind is BlockKind.PARAGRAPH:
                for unit in block.units:
                    yield from _steps(subject, section, unit) or _rows(subject, section, unit)


def _steps(subject: Subject, section: Section, unit: Unit) -> list[Finding]:
    texts = [segment.text for segment in unit.segments]
    in_order = any(_words()["first_step"].match(text) for text in texts)
    later = sum(bool(_words()["later_step"].match(text)) for text in texts)
    if (in_order and later + 1 >= _FEWEST_STEPS) or _is_numbered(unit.text):
        message = "The paragraph tells steps or points one after the other."
        return [
            subject.found("reading.wants-list", section, unit.segments[0], message, "Make a numbered list of them.")
        ]
    return []


def _rows(subject: Subject, section: Section, unit: Unit) -> list[Finding]:
    found = []
    for segment in unit.segments:
        series = longest_series(segment.text)
        if series is not None and series.items >= _FEWEST_ITEMS and series.words >= _FEWEST_WORDS:
            message = f"The sentence names {series.items} things or more in a row."
            hint = "Say what they have in common, and give each a line of a list."
            place = (series.start + 1, series.end)
            found.append(subject.found("reading.wants-list", section, segment, message, hint, part=place))
            continue
        row = conditions(segment.text)
        if row is not None and row.words >= _FEWEST_WORDS:
            message = f"The sentence gives {row.items} conditions in a row."
            hint = "Say first what to do, and give each condition a line of a list."
            place = (row.start + 1, row.end)
            found.append(subject.found("reading.wants-list", section, segment, message, hint, part=place))
    return found


def _is_numbered(text: str) -> bool:
    """Whether points are numbered inside the text: "(1) … (2) … (3) …"."""
    marks = [match[1] for match in _NUMBER.finditer(text)]
    return any(marks[at : at + len(order)] == list(order) for order in _ORDERS for at in range(len(marks)))


@cache
def _words() -> dict[str, re.Pattern[str]]:
    rows = tomllib.loads(files("pipeline.check").joinpath("data/lists.toml").read_text("utf-8"))
    bare = "|".join(map(re.escape, rows["without_comma"]))
    made = {}
    for name in ("first_step", "later_step"):
        one_of = "|".join(re.escape(words) for words in sorted(rows[name], key=len)[::-1])
        made[name] = re.compile(rf"(?:(?:{one_of})[,:]|(?=(?:{bare})\b)(?:{one_of})\b[,:]?) ?", re.IGNORECASE)
    return made
