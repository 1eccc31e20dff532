"""The parts of a text that an ignore can hold for, and which of them a finding lies in."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from pipeline.document import Block, Document, Section, Segment, Span
from pipeline.findings import Where, position

FILE = ":file"  # no section's slug has a colon
_TITLE = ":title"


class Scopes:
    """Names of the parts of one document: the whole file, the title, a section, a block."""

    def __init__(self, document: Document, text: str) -> None:
        self._names: list[str] = []
        self._by_segment: dict[str, str] = {}
        self._by_line: dict[tuple[str | None, int], str] = {}
        self._first: dict[str, int] = {}  # lines of blocks
        ends: list[int] = []
        title = document.title.span
        for section in document.every_section():
            for block in (() if section.heading is None else (section.heading,)) + section.blocks:
                if block.span is None:
                    continue
                if title is not None and title.end <= block.span.start:
                    ends.append(self._title(document.title, title, text))
                    title = None
                self._add(section, block, block.span, text)
                ends.append(block.span.end)
        if title is not None:
            ends.append(self._title(document.title, title, text))
        self._ends = list(accumulate(ends, max))

    def _title(self, title: Segment, span: Span, text: str) -> int:
        """Take the title in; the offset of its end. One that is also a heading's words counts as that heading."""
        self._names.append(_TITLE)
        self._by_segment[title.id] = _TITLE
        self._by_line[None, position(text, span.start)[0]] = _TITLE
        return span.end

    def _add(self, section: Section, block: Block, span: Span, text: str) -> None:
        if block is section.heading:
            self._names.append(section.slug)
            return
        name = f"{section.slug} {block.id}"
        self._names.append(name)
        self._by_segment |= dict.fromkeys((segment.id for segment in block.segments()), name)
        first, last = (position(text, offset)[0] for offset in (span.start, max(span.start, span.end - 1)))
        self._first[name] = first
        for line in range(first, last + 1):
            self._by_line.setdefault((section.slug, line), name)

    def behind(self, offset: int) -> str:
        """What stands behind a place in the source: the title, a section (for its heading) or a block.

        A place inside of a block is that block's. Empty where nothing stands behind it.
        """
        number = bisect_right(self._ends, offset)
        return self._names[number] if number < len(self._names) else ""

    def first_line(self, where: Where) -> int:
        """The line at which the block of a finding begins; its own where it lies in none."""
        return self._first.get(self.of(where)[0], where.line or 1)

    def of(self, where: Where) -> tuple[str, ...]:
        """Every part that a finding lies in, the smallest first."""
        inner = None
        if where.segment is not None:
            inner = self._by_segment.get(where.segment)
        elif where.line is not None:
            inner = self._by_line.get((where.section, where.line))
        parts = (inner, where.section, FILE)
        return tuple(part for part in parts if part is not None)
