"""Lists that markup does not know of: paragraphs or lines that open with a bullet or a number, as Word exports them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.document import BlockKind
from pipeline.read.inline import Inline
from pipeline.read.listing import Marker, is_sure_bullet, marker
from pipeline.read.parts import Part, PartUnit, paragraph
from pipeline.read.standing import lines_apart

_TASK = re.compile(r"\[[ xX]\] (?=\S)")
_MIN_ITEMS = 2


@dataclass(frozen=True, slots=True)
class _Item:
    text: Inline
    marker: Marker


def find_lists(parts: list[Part]) -> None:
    """Make lists of runs of marked lines among the paragraphs. Marks go; numbers become the list's own."""
    made: list[Part] = []
    run: list[_Item] = []
    for piece in _pieces(parts):
        if isinstance(piece, _Item):
            if run and not piece.marker.follows(run[-1].marker):
                made += _close(run)
                run = []
            run.append(piece)
            continue
        made += _close(run)
        run = []
        made.append(piece)
    parts[:] = [*made, *_close(run)]


def _pieces(parts: list[Part]) -> Iterator[Part | _Item]:
    for part in parts:
        if part.kind is BlockKind.LIST:
            _drop_boxes(part)
        if part.kind is not BlockKind.PARAGRAPH:
            yield part
            continue
        texts = lines_apart(part.units[0].text)
        found = [marker(text.text) for text in texts]
        if not any(m is not None and m.style != "a" for m in found):
            yield part
            continue
        for text, own in zip(texts, found, strict=True):
            yield paragraph(text) if own is None or own.style == "a" else _Item(text, own)


def _close(run: list[_Item]) -> list[Part]:
    """The list that a run of items makes, or their paragraphs: one dash or number alone is an aside or a heading."""
    if not run:
        return []
    own = run[0].marker
    if len(run) < _MIN_ITEMS and not is_sure_bullet(own):
        return [paragraph(item.text) for item in run]
    units = [PartUnit(item.text.behind(item.marker.width), row=row) for row, item in enumerate(run)]
    return [Part(BlockKind.LIST, units, ordered=own.ordered, start=own.number if own.ordered else 1)]


def _drop_boxes(part: Part) -> None:
    """The boxes of a task list, "[ ]", are signs of items, not words."""
    for unit in part.units:
        if task := _TASK.match(unit.text.text):
            unit.text = unit.text.behind(task.end())
