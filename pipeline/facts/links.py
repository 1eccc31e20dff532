"""Links, e-mail addresses, paths and file names: kept letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.facts.model import Fact
from pipeline.facts.scan import Scan

_DOMAINS = "com|org|net|gov|edu|info"
_COUNTRY = r"(?:gov|nhs|ac|org|co|com|gob|gouv|edu|sns|gub)\.[a-z]{2}"
_PATTERNS = (
    re.compile(r"(?:https?://|(?<![\w.])www\.)[^\s<>\"“”«»]+", re.IGNORECASE),
    re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    re.compile(
        rf"(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:{_COUNTRY}|{_DOMAINS})\b(?![\w-])(?:/[^\s<>\"“”«»]*)?", re.IGNORECASE
    ),
    re.compile(r"(?<![\w/.:~])(?:~|\.{1,2})?/(?:[\w.-]+/)+[\w.-]*"),
    re.compile(r"(?<![\w])[A-Za-z]:\\[^\s\"“”«»]+"),
    re.compile(r"(?<![\w/.-])[\w-]+\.(?:jpe?g|png|gif|svg|pdf|docx?|html?|txt|mp3|mp4|csv|xlsx?|zip)\b", re.IGNORECASE),
)
_TRAILING = ".,;:!?'’)]}"


def find(scan: Scan) -> Iterator[Fact]:
    """Everything a reader could click, type or open."""
    claimed = bytearray(len(scan.text))
    for pattern in _PATTERNS:
        for match in pattern.finditer(scan.text):
            written = match[0].rstrip(_TRAILING)
            start, end = match.start(), match.start() + len(written)
            if written and not any(claimed[start:end]):
                claimed[start:end] = b"\1" * (end - start)
                yield Fact("link", written if "/" in written else written.casefold(), written, start, end)
