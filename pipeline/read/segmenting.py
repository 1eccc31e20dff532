"""A unit's text to segments: its sentences, each with its place in the source and its marks."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Mark, Segment
from pipeline.read.inline import Inline
from pipeline.score import sentences


def segments(inline: Inline, prefix: str, language: str) -> tuple[Segment, ...]:
    """The sentences of `inline`, ids `prefix`.01, .02 and so on."""
    text = inline.text
    marks = sorted(inline.marks, key=lambda mark: (mark.start, -mark.end))
    made: list[Segment] = []
    first = 0  # marks before this one end before the sentence
    for start, end in sentences.split(text, language):
        while first < len(marks) and marks[first].end <= start:
            first += 1
        own = tuple(_clipped(marks, first, start, end))
        made.append(Segment(f"{prefix}.{len(made) + 1:02d}", text[start:end], inline.span(start, end), marks=own))
    return tuple(made)


def whole(inline: Inline, segment_id: str) -> Segment:
    """All of `inline` as one segment: a heading, a title, an alt text, code."""
    text = inline.text
    marks = sorted(inline.marks, key=lambda mark: (mark.start, -mark.end))
    return Segment(segment_id, text, inline.whole(), marks=tuple(_clipped(marks, 0, 0, len(text))))


def _clipped(marks: list[Mark], first: int, start: int, end: int) -> Iterator[Mark]:
    for mark in marks[first:]:
        if mark.start >= end:
            return
        if mark.end > start:
            yield Mark(mark.kind, max(mark.start, start) - start, min(mark.end, end) - start, mark.href)
