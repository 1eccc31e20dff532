"""A unit's text to segments: its sentences, each with its place in the source and its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.document import Mark, Segment
from pipeline.read.inline import Inline
from pipeline.score import sentences

_LABEL = re.compile(r"[^\W\d_][\w'’/-]*(?: [\w'’/()-]+){0,4} ?:(?: |$)")
_TIME = re.compile(r"\d{1,2}(?:[:.]\d\d|h\d{0,2}| ?[ap]\.?m\b)")
_LOOK = 80  # no label is longer


def segments(inline: Inline, prefix: str, language: str) -> tuple[Segment, ...]:
    """The sentences of `inline`, ids `prefix`.01, .02 and so on."""
    text = inline.text
    marks = sorted(inline.marks, key=lambda mark: (mark.start, -mark.end))
    made: list[Segment] = []
    first = 0  # marks before this one end before the sentence
    for start, end in _sentences(text, inline.breaks, language):
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


def _sentences(text: str, breaks: list[int], language: str) -> Iterator[tuple[int, int]]:
    start = 0
    lines = zip((0, *breaks), breaks, strict=False)
    for stop in (*(b for a, b in lines if _is_end(text, a, b)), len(text)):
        for a, b in sentences.split(text[start:stop], language):
            yield start + a, start + b
        start = stop


def _is_end(text: str, line: int, offset: int) -> bool:
    """Whether the line from `line` to `offset` ends a sentence, though no stop says so.

    Only where the next line opens with a label of its own ("Evening: 2 tablets"), where both open with a time of day,
    or where this line ends with a colon. Any other line is taken to run on: to cut "Do not take / aspirin" in two
    would turn it around.
    """
    if offset >= len(text):
        return False
    following = text[offset : offset + _LOOK].lstrip()
    if text[offset - 1] == ":" or _LABEL.match(following):
        return True
    return bool(_TIME.match(following) and _TIME.match(text[line : line + _LOOK].lstrip()))


def _clipped(marks: list[Mark], first: int, start: int, end: int) -> Iterator[Mark]:
    for mark in marks[first:]:
        if mark.start >= end:
            return
        if mark.end > start:
            yield Mark(mark.kind, max(mark.start, start) - start, min(mark.end, end) - start, mark.href)
