"""Remarks to Plainleaf inside a source: `<!-- plainleaf … -->`. They are no part of the document, in any format.

HTML and Markdown leave comments out by themselves. In a plain text every remark is taken out of its line, and a line
that holds nothing else is as if it were not there: no paragraph is parted by it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.document import Block, BlockKind, Document, Span
from pipeline.read.own_line import alone

_BLANKS = r"[\s\u00ad\u200b-\u200d\u2060\ufeff]*"
_DASH = r"[\-\u2010-\u2015\u2212]"
_OPENING = re.compile(rf"<!---*{_BLANKS}plainleaf\b", re.IGNORECASE)
# What a slip or a word processor makes of it: "<!— plainleaf ignore", "<! -- plainleaf ignore", "<!-- plain-leaf …"
_NEAR = re.compile(rf"<[ \t]?!?[ \t]?{_DASH}+{_BLANKS}plain[- ]?leaf{_BLANKS}:?{_BLANKS}ignore\b", re.IGNORECASE)
_ANY = re.compile(rf"{_OPENING.pattern}|{_NEAR.pattern}", re.IGNORECASE)
_CLOSING = re.compile("-->")
_STOP = re.compile(r"\n[ \t]*\n|<!--")  # a remark that goes on there was not closed
_LINE_END = re.compile("\n")
_UNSEEN = "\u2060"


class Flaw(StrEnum):
    """Why a remark cannot be meant as it stands."""

    OPEN = "open"  # nothing closes it
    NEAR = "near"  # its beginning is none, so it is a comment or a text like any other
    SHOWN = "shown"  # the format takes it for text, and readers see it


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark and where it stands in the source."""

    span: Span
    words: str  # behind "plainleaf", if it has no flaw; else its beginning as it is written
    flaw: Flaw | None = None
    in_line: bool = False  # inside a line that readers see


class _Ahead:
    """The next match behind a place; asked for places that rise, it goes through the text once."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self._text = text
        self._pattern = pattern
        self._found = (-1, -1)

    def __call__(self, at: int) -> tuple[int, int]:
        """Its start and end, both behind the text's end where there is none."""
        if self._found[0] < at:
            found = self._pattern.search(self._text, at)
            self._found = (len(self._text), len(self._text)) if found is None else found.span()
        return self._found


def find(text: str) -> list[Remark]:
    """Every remark of a source, and what was surely meant as one. One that is not closed ends with its line.

    Closed is what ends before the next blank line and before the next comment.
    """
    closing, stop, line_end = (_Ahead(text, pattern) for pattern in (_CLOSING, _STOP, _LINE_END))
    found: list[Remark] = []
    at = 0
    while (opening := _ANY.search(text, at)) is not None:
        start, behind = opening.span()
        is_one = _OPENING.match(text, start) is not None
        first, last = closing(behind)
        if is_one and first < stop(behind)[0]:
            at = last
            words = " ".join(text[behind:first].rstrip("-").split())
            found.append(Remark(Span(start, at), words))
        else:
            at = line_end(behind)[0]
            found.append(Remark(Span(start, at), opening[0], Flaw.OPEN if is_one else Flaw.NEAR))
    return found


def blanked(text: str) -> tuple[str, frozenset[int]]:
    """The text with blanks for its remarks, every offset as it was, and where lines begin that hold nothing else."""
    remarks = [remark for remark in find(text) if remark.flaw is not Flaw.NEAR]
    if not remarks:
        return text, frozenset()
    pieces: list[str] = []
    at = 0
    for span in (remark.span for remark in remarks):
        pieces += text[at : span.start], "".join("\n" if c == "\n" else " " for c in text[span.start : span.end])
        at = span.end
    without = "".join([*pieces, text[at:]])
    return without, frozenset(_emptied(text, without, remarks))


def _emptied(text: str, without: str, remarks: Sequence[Remark]) -> Iterator[int]:
    """Offsets of the lines that have nothing left, though they had something."""
    seen = 0  # every line that begins before it was looked at
    for span in (remark.span for remark in remarks):
        start = max(seen, text.rfind("\n", seen, span.start) + 1)
        while start < span.end:
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if not without[start:end].strip():
                yield start
            start = end + 1
        seen = start


def as_comments(text: str) -> str:
    """The text, its remarks comments to every reader of Markdown: one with more dashes than two is none to some."""
    pieces: list[str] = []
    at = 0
    for span in (remark.span for remark in find(text) if remark.flaw is None):
        inner = text[span.start + 4 : span.end - 3]
        bare = inner.strip("-")
        before = inner.index(bare)
        behind = len(inner) - before - len(bare)
        pieces += text[at : span.start + 4], _UNSEEN * before, bare, _UNSEEN * behind
        at = span.end - 3
    return "".join([*pieces, text[at:]])


def addressed(text: str, document: Document) -> tuple[Remark, ...]:
    """The remarks of a source: one in a code example is meant for readers, and asks for nothing."""
    found = find(text)
    if not found:
        return ()
    shown = sorted(_shown(document))
    starts = [start for start, _, _ in shown]
    kept: list[Remark] = []
    own_lines = alone(text, [remark.span for remark in found])
    for remark, has_own_line in zip(found, own_lines, strict=True):
        before = bisect_right(starts, remark.span.start) - 1
        is_shown = before >= 0 and remark.span.start < shown[before][1]
        if not is_shown:
            kept.append(replace(remark, in_line=not has_own_line))
        elif not shown[before][2]:
            kept.append(replace(remark, flaw=remark.flaw or Flaw.SHOWN))
    return tuple(kept)


def _shown(document: Document) -> Iterator[tuple[int, int, bool]]:
    """Where text that readers see has the words of a remark, and whether it is code."""
    headings = (section.heading for section in document.every_section() if section.heading is not None)
    title = Block("title", BlockKind.HEADING)
    every = [(title, document.title)]
    every += [(block, segment) for block in (*headings, *document.blocks()) for segment in block.segments()]
    for block, segment in every:
        is_code = block.kind is BlockKind.CODE or any(mark.kind == "code" for mark in segment.marks)
        # The stop in "<! --" may have parted what is code.
        if segment.span is not None and (_ANY.search(segment.text) or (is_code and segment.text.endswith("<!"))):
            yield segment.span.start, segment.span.end, is_code
