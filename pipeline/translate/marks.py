"""Links and emphasis carried from a sentence to its translation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.document import Mark, Segment
from pipeline.translate.engine import InlineCode


def texts(segment: Segment) -> tuple[str, ...]:
    """The marked words of a segment that may have to be translated by themselves to be found again."""
    whole = segment.text.strip()
    found = (segment.text[mark.start : mark.end].strip() for mark in segment.marks)
    return tuple(text for text in found if text and text != whole)


def placed(segment: Segment, codes: Sequence[InlineCode]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]] | None:
    """The segment's marks where a reviewer set them; None where the codes are not of these marks."""
    found = [(segment.marks[code.number], code) for code in codes if 0 <= code.number < len(segment.marks)]
    if not codes or len(found) < len(segment.marks) or any(code.kind not in ("", mark.kind) for mark, code in found):
        return None
    moved = (replace(mark, start=code.start, end=code.end) for mark, code in found)
    return tuple(sorted(moved, key=lambda m: (m.start, -m.end))), ()


def carry(segment: Segment, target: str, translated: Mapping[str, str]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The marks of `target`, and those of the segment that have no place in it.

    `translated`: marked words by themselves, in the target language. A mark is placed only where its words, as
    they were or translated, stand exactly once in what is left of the target.
    """
    placed: list[Mark] = []
    lost: list[Mark] = []
    for mark in segment.marks:
        words = segment.text[mark.start : mark.end].strip()
        if words == segment.text.strip():
            placed.append(replace(mark, start=0, end=len(target)))
            continue
        span = _only(words, target) or _only(translated.get(words, "").rstrip(" ."), target)
        if span is None or any(_clash(mark, span, other) for other in placed):
            lost.append(mark)
        else:
            placed.append(replace(mark, start=span[0], end=span[1]))
    return tuple(sorted(placed, key=lambda m: (m.start, -m.end))), tuple(lost)


def _only(words: str, target: str) -> tuple[int, int] | None:
    """Where the words stand in the target, if they do exactly once."""
    if not words:
        return None
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", target, re.IGNORECASE)]
    return found[0] if len(found) == 1 else None


def _clash(mark: Mark, span: tuple[int, int], other: Mark) -> bool:
    """Two links must not share text."""
    return mark.kind == other.kind and span[0] < other.end and other.start < span[1]
