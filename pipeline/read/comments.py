"""Comments that nothing closes: what stands behind their opening is never shown, though its writer may think it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.read.html_source import COMMENT, clean, scan

_OPENING = re.compile(r"<!--(?!-?>)")
_CLOSING = re.compile(r"--!?>")


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A comment without an end of its own, `[start, end)` in the source."""

    start: int
    end: int
    words: int  # hidden in it
    holds_another: bool  # it ends where the next comment ends


def unclosed(source: str, offset: int = 0) -> Iterator[Unclosed]:
    """The comments of HTML that hide words and are not closed, in order. `offset` is where `source` begins.

    A comment with another one in it was not closed either, as browsers say too.
    """
    if not _is_doubtful(source):
        return
    for scrap in scan(clean(source)):
        if scrap.tag != COMMENT:
            continue
        another = _OPENING.search(source, scrap.start + 4, scrap.end)
        is_open = not source.endswith(("-->", "--!>"), scrap.start, scrap.end)
        end = scrap.end if another is None else another.start()
        words = _words(source[scrap.start + 4 : end])
        if words and (is_open or another is not None):
            yield Unclosed(offset + scrap.start, offset + end, words, another is not None)


def _is_doubtful(source: str) -> bool:
    """Whether an opening follows an opening, or nothing follows it: most sources need no scan."""
    at = source.find("<!--")
    while at >= 0:
        closing = _CLOSING.search(source, at + 2)
        if closing is None or _OPENING.search(source, at + 4, closing.start()):
            return True
        at = source.find("<!--", closing.end())
    return False


def _words(text: str) -> int:
    """How many words of text there are, without tags."""
    return sum(any(map(str.isalnum, word)) for scrap in scan(text) for word in scrap.text.split())
