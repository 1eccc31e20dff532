"""Lists in a plain text: which lines open an item, and how deep it lies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.document import BlockKind
from pipeline.read.inline import Inline
from pipeline.read.lines import Line
from pipeline.read.parts import Part, PartUnit

_BULLET = re.compile(r"(?P<mark>[-*+•‣⁃◦▪●○·–—✓✔☐□])\s+(?=\S)")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,3})[.)]\s+(?=\S)")
_LETTER = re.compile(r"\(?(?P<letter>[a-zA-Z])[.)]\s+(?=\S)")
_DASHES = "–—"


@dataclass(frozen=True, slots=True)
class Marker:
    """What opens a list item."""

    width: int  # characters up to the item's text
    ordered: bool
    number: int = 0  # ordered only; a letter counts from a = 1
    style: str = ""  # the bullet; "1" or "a" for ordered lists


def marker(text: str) -> Marker | None:
    """The marker a line opens with, if it has one."""
    if match := _BULLET.match(text):
        return Marker(match.end(), False, style=match["mark"])
    if match := _NUMBER.match(text):
        return Marker(match.end(), True, int(match["number"]), "1")
    if match := _LETTER.match(text):
        return Marker(match.end(), True, ord(match["letter"].lower()) - ord("a") + 1, "a")
    return None


def opens_list(lines: list[Line], i: int, *, alone: bool) -> bool:
    """Whether line `i` of a group opens a list. `alone`: the line may open one with a single item.

    A bullet does. A dash does where another follows, else it may be an aside. A number or letter does when it is
    the first of its kind, or the next one follows: "10. Then rest" may be the end of a wrapped sentence.
    """
    own = marker(lines[i].text)
    if own is None:
        return False
    others = [m for line in lines[i + 1 : i + 51] if (m := marker(line.text)) is not None and m.style == own.style]
    if not own.ordered:
        return own.style not in _DASHES or bool(others)
    follows = any(m.number == own.number + 1 for m in others)
    if own.style == "a":
        is_bracketed = lines[i].text[own.width - 2] == ")" or lines[i].text[:1] == "("
        return own.number == 1 and (follows or is_bracketed)
    return follows or own.number == 1 or alone


def read_list(lines: list[Line], i: int, part: Part) -> int:
    """Read items from line `i` on into `part`; the index of the first line after them.

    A line without a marker goes on with the item above it, as wrapped text does.
    """
    indents: list[int] = []
    style = marker(lines[i].text)
    part.ordered = part.ordered if part.units else style is not None and style.ordered
    row = part.units[-1].row + 1 if part.units else 0
    while i < len(lines):
        line = lines[i]
        found = marker(line.text)
        if line.image is not None or line.is_rule or line.is_quote:
            break
        if found is not None:
            while indents and line.indent < indents[-1]:
                indents.pop()
            if not indents or line.indent > indents[-1] + 1:
                indents.append(line.indent)
            text = Inline()
            text.add(line.text[found.width :], line.start + found.width)
            part.units.append(PartUnit(text, row=row, depth=len(indents) - 1))
            row += 1
        else:
            part.units[-1].text.line_break()
            part.units[-1].text.add(line.text, line.start)
        i += 1
    return i


def new_list() -> Part:
    """A list without items."""
    return Part(BlockKind.LIST)


def continues(part: Part, found: Marker, last: int) -> bool:
    """Whether an item after a blank line belongs to the list above it, whose last number was `last`."""
    return part.ordered == found.ordered and (not found.ordered or found.number == last + 1)
