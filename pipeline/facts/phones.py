"""Phone numbers: long ones by their form, short ones (911, 112) where a word says to call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.facts.model import Fact
from pipeline.facts.scan import Scan

_RUN = re.compile(r"(?<![\w.,/])\+?\(?[0-9]+\)?(?:[ \u00a0.–‑-]{1,2}\(?[0-9]+\)?)*(?![\w/%])")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[.-][0-9]{1,2}[.-](?:[0-9]{4}|[0-9]{2})")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[ \u00a0.][0-9]{3})+")
_NEAR, _NEAR_SHORT = 5, 3  # tokens before a long or short number in which a word may say that it is called
_SHORT = range(2, 7)  # figures of an emergency or service number


def find(scan: Scan) -> Iterator[Fact]:
    """Every phone number, as its figures alone (a leading 1 or + is part of it)."""
    starts = {token.start: index for index, token in enumerate(scan.tokens)}
    for match in _RUN.finditer(scan.text):
        written = match[0].rstrip(" .-")
        if written.endswith("(") or written.count("(") < written.count(")"):
            written = written.rstrip("()")
        end = match.start() + len(written)
        digits = "".join(c for c in written if c.isdigit())
        first = match.start() + next((n for n, c in enumerate(written) if c.isdigit()), 0)
        called = _called(scan, starts.get(first), _NEAR if len(digits) > 6 else _NEAR_SHORT)
        if _is_phone(written, digits, called) and scan.free(match.start(), end):
            yield Fact("phone", digits, written, match.start(), end)


def _is_phone(written: str, digits: str, called: bool) -> bool:
    if _DATE.fullmatch(written) or not 2 <= len(digits) <= 15:
        return False
    if re.fullmatch("9[-‑]1[-‑]1|[0-9]{3}[-‑][0-9]{4}", written) and not _years(written):
        return True
    if len(digits) < 7:
        return called and written == digits and len(digits) in _SHORT
    if called or written.startswith("+"):
        return True
    groups = re.findall("[0-9]+", written)
    return not _GROUPED.fullmatch(written) and len(groups) >= 3 and len(digits) >= 9 and max(map(len, groups)) <= 5


def _years(written: str) -> bool:
    """Whether a number looks like a span of years or pages rather than a local phone number."""
    return re.fullmatch("[0-9]{3}[-‑](?:19|20)[0-9]{2}", written) is not None


def _called(scan: Scan, index: int | None, near: int) -> bool:
    if index is None or scan.lexicon.units.at(scan.text, scan.tokens, index + 1) is not None:
        return False
    before = scan.tokens[max(0, index - near) : index]
    return any(token.text in scan.lexicon.call for token in before)
