"""Text with its place in the source: collected in pieces, its white space collapsed.

A unit's text is not a slice of the source (lines are joined, entities decoded, markup dropped), so each run of it
remembers where it came from. A span of the text covers the raw source between its first and last character.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right

from pipeline.document import Mark, Span

# Control and format characters that no reader sees and that XML, voices and translators trip over.
INVISIBLE = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff\ufff9-\ufffb\ud800-\udfff"
_PIECE = re.compile(rf"(\s+)|[{INVISIBLE}]+|([^\s{INVISIBLE}]+(?: [^\s{INVISIBLE}]+)*)")


class Inline:
    """One unit of text while it is read. Positions `start` and `end` are offsets into the source; -1 is nowhere."""

    def __init__(self) -> None:
        self.breaks: list[int] = []  # offsets in the text where a line of the source ends
        self.hard: set[int] = set()  # those of them the author set, as <br> does
        self.is_preformatted = False  # every line of it stands as the author typed it
        self.language: str | None = None  # BCP 47, of what is added next; None where nothing says so
        self.marks: list[Mark] = []  # over the text
        self._chunks: list[str] = []
        self._length = 0
        self._blank = False  # white space is due before the next character
        self._open: list[tuple[str, int, str | None]] = []
        # Runs: offset and length in the text, range in the source.
        self._at, self._size, self._start, self._end = array("q"), array("q"), array("q"), array("q")
        self._languages: list[str | None] = []

    def __bool__(self) -> bool:
        return self._length > 0

    @property
    def text(self) -> str:
        """The text so far; no white space at either end, single blanks inside."""
        if len(self._chunks) > 1:
            self._chunks = ["".join(self._chunks)]
        return self._chunks[0] if self._chunks else ""

    def add(self, text: str, start: int = -1, end: int | None = None) -> None:
        """Append `text`, found in the source at `start`.

        Without `end` the source holds the same characters; with it the source's `[start, end)` stands for `text`
        as a whole, as an entity does.
        """
        for piece in _PIECE.finditer(text):
            if piece[1]:
                self._blank = True
            elif piece[2]:
                self._due_blank()
                exact = start >= 0 and end is None
                begin = start + piece.start() if exact else start
                self._run(piece[2], begin, start + piece.end() if exact else -1 if end is None else end)

    def verbatim(self, text: str, start: int, end: int) -> None:
        """Append `text` as it is, white space and all: code."""
        self._run(text, start, end)

    def line_break(self, *, hard: bool = False) -> None:
        """A line ends here: white space, and perhaps more (see `standing`). `hard`: because the author says so."""
        self._blank = True
        if self._length and self.breaks[-1:] != [self._length]:
            self.breaks.append(self._length)
        if self._length and hard:
            self.hard.add(self._length)

    @property
    def is_at_break(self) -> bool:
        """Whether a line has just ended."""
        return self._length > 0 and self.breaks[-1:] == [self._length]

    def open(self, kind: str, href: str | None = None) -> None:
        """A mark begins."""
        self._due_blank()
        self._open.append((kind, self._length, href))

    def close(self, kind: str) -> None:
        """The innermost open mark of this kind ends."""
        for i in range(len(self._open) - 1, -1, -1):
            if self._open[i][0] == kind:
                _, start, href = self._open.pop(i)
                if start < self._length:
                    self.marks.append(Mark(kind, start, self._length, href))
                return

    def span(self, start: int, end: int) -> Span | None:
        """The source range of `[start, end)` of the text; None where any end of it has no place in the source."""
        if not 0 <= start < end <= self._length:
            return None
        first, last = bisect_right(self._at, start) - 1, bisect_right(self._at, end - 1) - 1
        if self._start[first] < 0 or self._end[last] < 0:
            return None
        begin = self._start[first] + (start - self._at[first] if self._is_exact(first) else 0)
        stop = self._start[last] + (end - self._at[last]) if self._is_exact(last) else self._end[last]
        return Span(begin, stop) if begin < stop else None

    def language_of(self, start: int, end: int) -> str | None:
        """The language that all letters of `[start, end)` of the text are marked as; None where they are not."""
        found: set[str | None] = set()
        for run in range(max(bisect_right(self._at, start) - 1, 0), bisect_left(self._at, end)):
            first, last = max(self._at[run], start), min(self._at[run] + self._size[run], end)
            if self._languages[run] not in found and any(c.isalpha() for c in self.text[first:last]):
                found.add(self._languages[run])
        return found.pop() if len(found) == 1 else None

    def whole(self) -> Span | None:
        """The source range of all the text."""
        return self.span(0, self._length)

    def cut(self, offsets: list[int]) -> list[Inline]:
        """The text in pieces, cut at some of its breaks, each piece with its marks and places."""
        bounds = [*zip([0, *(offset + 1 for offset in offsets)], [*offsets, self._length], strict=True)]
        pieces = [self._piece(start, end) for start, end in bounds]
        for mark in self.marks:
            i = bisect_right(offsets, mark.start)
            while i < len(bounds) and bounds[i][0] < mark.end:
                start, end = max(mark.start, bounds[i][0]), min(mark.end, bounds[i][1])
                if start < end:
                    pieces[i].marks.append(Mark(mark.kind, start - bounds[i][0], end - bounds[i][0], mark.href))
                i += 1
        return pieces

    def behind(self, width: int) -> Inline:
        """The text without its first characters, `width` of them."""
        width += len(self.text[width:]) - len(self.text[width:].lstrip())
        rest = self._piece(width, self._length)
        rest.breaks = [offset - width for offset in self.breaks if offset > width]
        rest.hard = {offset - width for offset in self.hard if offset > width}
        rest.marks = [
            Mark(mark.kind, max(mark.start - width, 0), mark.end - width, mark.href)
            for mark in self.marks
            if mark.end > width
        ]
        return rest

    def _piece(self, start: int, end: int) -> Inline:
        """`[start, end)` of the text, with its places."""
        piece = Inline()
        piece._append(self.text[start:end])
        for run in range(max(bisect_right(self._at, start) - 1, 0), bisect_left(self._at, end)):
            at, begin, stop = self._at[run], self._start[run], self._end[run]
            first, last = max(at, start), min(at + self._size[run], end)
            if first >= last:
                continue
            if begin >= 0 and self._is_exact(run):
                begin, stop = begin + first - at, begin + last - at
            piece._at.append(first - start)
            piece._size.append(last - first)
            piece._start.append(begin)
            piece._end.append(stop)
            piece._languages.append(self._languages[run])
        return piece

    def _is_exact(self, run: int) -> bool:
        return self._end[run] - self._start[run] == self._size[run]

    def _run(self, text: str, start: int, end: int) -> None:
        self._at.append(self._length)
        self._size.append(len(text))
        self._start.append(start)
        self._end.append(end)
        self._languages.append(self.language)
        self._append(text)

    def _due_blank(self) -> None:
        if self._blank and self._length:
            self._append(" ")
        self._blank = False

    def _append(self, text: str) -> None:
        self._chunks.append(text)
        self._length += len(text)


def plain(text: str, start: int = -1) -> Inline:
    """Inline text without marks."""
    inline = Inline()
    inline.add(text, start)
    return inline
