"""Levels of the headings of a plain text, where only their shape tells."""

from __future__ import annotations

from pipeline.document import BlockKind
from pipeline.read import headings
from pipeline.read.parts import Part

_FIRST = 2  # the level of the headings right below the title
_MIN_CAPITALS = 2


def settle(parts: list[Part]) -> None:
    """Headings in capitals stand above others, if the text uses both so; no level is left out."""
    found = [part for part in parts if part.kind is BlockKind.HEADING and part.level > 1]
    if _uses_capitals(found):
        for part in found:
            part.level += not headings.is_capitals(part.text)
    used = sorted({part.level for part in found})
    for part in found:
        part.level = _FIRST + used.index(part.level)


def _uses_capitals(found: list[Part]) -> bool:
    """Whether capitals mark an upper level: the first heading has them, another too, and one below does not."""
    capitals = [headings.is_capitals(part.text) for part in found]
    return bool(capitals) and capitals[0] and sum(capitals) >= _MIN_CAPITALS and not all(capitals)
