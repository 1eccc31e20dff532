"""Remarks to Plainleaf inside a source: `<!-- plainleaf … -->`. They are no part of the document, in any format.

HTML and Markdown leave comments out by themselves. In a plain text every remark is taken out of its line, and a line
that holds nothing else is as if it were not there: no paragraph is parted by it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.document import Document, Span

Remark = tuple[Span, str]
"""Where a remark stands in the source, and its words behind "plainleaf"; no words where it is not closed."""

_OPENING = re.compile(r"<!--[ \t]*plainleaf\b", re.IGNORECASE)
_CLOSING = "-->"
_LONGEST = 2_000  # characters; a longer one was not closed
_PARTED = re.compile(r"\n[ \t]*\n")


def find(text: str) -> list[Remark]:
    """Every remark of a source. One that is not closed, before a blank line in its reach, ends with its line."""
    found: list[Remark] = []
    at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        reach = text[opening.end() : opening.end() + _LONGEST]
        parted = _PARTED.search(reach)
        closing = reach.find(_CLOSING, 0, parted.start() if parted else len(reach))
        if closing >= 0:
            at = opening.end() + closing + len(_CLOSING)
            words = " ".join(reach[:closing].split())
        else:
            line_end = text.find("\n", opening.end())
            at = line_end if line_end >= 0 else len(text)
            words = ""
        found.append((Span(opening.start(), at), words))
    return found


def blanked(text: str) -> tuple[str, frozenset[int]]:
    """The text with blanks for its remarks, every offset as it was, and where lines begin that hold nothing else."""
    remarks = find(text)
    if not remarks:
        return text, frozenset()
    pieces: list[str] = []
    at = 0
    for span, _ in remarks:
        pieces += text[at : span.start], "".join("\n" if c == "\n" else " " for c in text[span.start : span.end])
        at = span.end
    without = "".join([*pieces, text[at:]])
    return without, frozenset(_emptied(text, without, remarks))


def _emptied(text: str, without: str, remarks: Sequence[Remark]) -> Iterator[int]:
    """Offsets of the lines that have nothing left, though they had something."""
    seen = 0  # every line that begins before it was looked at
    for span, _ in remarks:
        start = max(seen, text.rfind("\n", seen, span.start) + 1)
        while start < span.end:
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if not without[start:end].strip():
                yield start
            start = end + 1
        seen = start


def addressed(text: str, document: Document) -> tuple[Remark, ...]:
    """The remarks of a source that readers do not see: one in a code example is shown, and asks for nothing."""
    found = find(text)
    if not found:
        return ()
    shown = sorted((s.span.start, s.span.end) for s in document.segments() if s.span and _OPENING.search(s.text))
    starts = [start for start, _ in shown]

    def is_shown(span: Span) -> bool:
        before = bisect_right(starts, span.start)
        return before > 0 and span.start < shown[before - 1][1]

    return tuple(remark for remark in found if not is_shown(remark[0]))
