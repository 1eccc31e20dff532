"""Which remarks to Plainleaf stand on a line of their own, and which inside a line that readers see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.document import Span
from pipeline.read.html_flat import is_inline

_TAG_BEFORE = re.compile(r"<[/!]?([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?/?>\s*$")
_TAG_BEHIND = re.compile(r"\s*</?([A-Za-z][A-Za-z0-9]*)[\s/>]")
_NEAR = 500  # characters that a tag before a remark is looked for in


def alone(text: str, spans: Sequence[Span]) -> Iterator[bool]:
    """Of each span, from left to right, whether nothing but others of them stands on its lines.

    The tag of a block bounds a line as its end does: much HTML has none. So does a mark of quotation.
    """
    before, behind = _before(text, spans), _behind(text, spans)
    return (first and last for first, last in zip(before, behind, strict=True))


def _before(text: str, spans: Sequence[Span]) -> list[bool]:
    free: list[bool] = []
    end = 0
    for span in spans:
        start = text.rfind("\n", end, span.start) + 1
        gap = text[max(start, end) : span.start]
        is_same_line = start == 0 and bool(free)
        is_blank = not gap.strip(" \t\u00a0>") and (free[-1] if is_same_line else True)
        free.append(is_blank or _is_block(_TAG_BEFORE.search(gap[-_NEAR:])))
        end = span.end
    return free


def _behind(text: str, spans: Sequence[Span]) -> list[bool]:
    free: list[bool] = []
    start = len(text)
    for span in reversed(spans):
        line_end = text.find("\n", span.end, start)
        gap = text[span.end : start if line_end < 0 else line_end]
        is_same_line = line_end < 0 and bool(free)
        is_blank = not gap.strip() and (free[-1] if is_same_line else True)
        free.append(is_blank or _is_block(_TAG_BEHIND.match(gap)))
        start = span.start
    return free[::-1]


def _is_block(tag: re.Match[str] | None) -> bool:
    return tag is not None and tag[1].lower() != "br" and not is_inline(tag[1].lower())
