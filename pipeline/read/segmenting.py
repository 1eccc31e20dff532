"""A unit's text to segments: its sentences, each with its place in the source and its marks."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Mark, Segment
from pipeline.read.inline import Inline
from pipeline.score import sentences
from pipeline.score.language import root


def segments(inline: Inline, prefix: str, language: str) -> tuple[Segment, ...]:
    """The sentences of `inline`, ids `prefix`.01, .02 and so on. `language` is the document's."""
    text = inline.text
    spoken = inline.language_of(0, len(text)) or language
    marks = sorted(inline.marks, key=lambda mark: (mark.start, -mark.end))
    made: list[Segment] = []
    first = 0  # marks before this one end before the sentence
    for start, end in sentences.split(text, spoken):
        while first < len(marks) and marks[first].end <= start:
            first += 1
        own = tuple(_clipped(marks, first, start, end))
        name, other = f"{prefix}.{len(made) + 1:02d}", _other_language(inline, start, end, language)
        made.append(Segment(name, text[start:end], inline.span(start, end), language=other, marks=own))
    return tuple(made)


def whole(inline: Inline, segment_id: str, language: str) -> Segment:
    """All of `inline` as one segment: a heading, a title, an alt text, code. `language` is the document's."""
    text = inline.text
    marks = sorted(inline.marks, key=lambda mark: (mark.start, -mark.end))
    other = _other_language(inline, 0, len(text), language)
    return Segment(segment_id, text, inline.whole(), language=other, marks=tuple(_clipped(marks, 0, 0, len(text))))


def _other_language(inline: Inline, start: int, end: int, language: str) -> str | None:
    """The language a part of a text is marked as, where that is not the document's."""
    marked = inline.language_of(start, end)
    return marked if marked is not None and root(marked) != root(language) else None


def _clipped(marks: list[Mark], first: int, start: int, end: int) -> Iterator[Mark]:
    for mark in marks[first:]:
        if mark.start >= end:
            return
        if mark.end > start:
            yield Mark(mark.kind, max(mark.start, start) - start, min(mark.end, end) - start, mark.href)
