"""Groups of lines cut where no blank line parts them: before headings in running text, around tables and doses."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.read import running
from pipeline.read.headings import gives_amount, is_capitals, stands_alone
from pipeline.read.lines import Line
from pipeline.read.listing import marker, opens_list
from pipeline.read.tables import is_table_row

_MIN_ROWS = 2
_MIN_CAPITALS = 4  # letters: shorter ones are "MRI"
_MIN_BODY_WORDS = 5
_MAX_HEADING_WORDS = 6
_MAX_QUESTION_WORDS = 14
_ASKS = frozenset(("what", "when", "how", "why", "who", "where", "which"))  # "What to Look For" is whole


def cut(lines: list[Line]) -> list[list[Line]]:
    """The group of lines in one piece or more."""
    return [piece for part in _by_tables(lines) for piece in _by_headings(part)]


def _by_tables(lines: list[Line]) -> Iterator[list[Line]]:
    """Two or more table rows in a row stand by themselves."""
    start = i = 0
    while i < len(lines):
        end = i
        while end < len(lines) and is_table_row(lines[end]):
            end += 1
        if end - i >= _MIN_ROWS:
            if start < i:
                yield lines[start:i]
            yield lines[i:end]
            start = end
        i = max(end, i + 1)
    if start < len(lines):
        yield lines[start:]


def _by_headings(lines: list[Line]) -> Iterator[list[Line]]:
    """Headings open a piece; what would be one but gives an amount of medicine is a piece of its own."""
    start = 0
    for i in range(len(lines) - 1):
        is_dose = gives_amount(lines[i].text)
        if not (_is_inner_heading(lines, i) if i > start else is_dose and is_heading_line(lines[i:])):
            continue
        if start < i:
            yield lines[start:i]
        start = i
        if is_dose:
            yield lines[i : i + 1]
            start = i + 1
    yield lines[start:]


def _is_inner_heading(lines: list[Line], i: int) -> bool:
    """Whether line `i` stands alone though no blank line stands above it: what stands above is complete."""
    line, above, below = lines[i], lines[i - 1].text, lines[i + 1]
    if line.indent > lines[0].indent or marker(line.text) is not None or not stands_alone(line.text):
        return False
    if running.opens_small(below.text) and marker(below.text) is None:
        return False
    if is_capitals(line.text):
        is_long = sum(c.isalpha() for c in line.text) >= _MIN_CAPITALS
        return is_long and not is_capitals(below.text) and not running.is_open(above) and not is_capitals(above)
    return (running.is_stopped(above) or marker(above) is not None) and is_heading_line(lines[i:])


def is_heading_line(lines: list[Line]) -> bool:
    """Whether a first line stands over its text without a blank line between.

    In capitals, or broken off though the next word had room, with at least one whole sentence below.
    """
    first, below = lines[0], lines[1:]
    if not below or not stands_alone(first.text) or below[0].text[:1].islower():
        return False
    if is_capitals(first.text):
        return not is_capitals(below[0].text)
    asks = first.text.endswith("?") or first.text.split()[0].lower() in _ASKS
    if running.is_open(first.text) and not asks:
        return False
    if opens_list(lines, 1, alone=False):
        return len(first.text.split()) <= _MAX_HEADING_WORDS
    body = " ".join(line.text for line in below[:20])
    width = max(len(line.text) for line in below[:200])
    has_room = len(first.text) + 1 + len(below[0].text.split()[0]) <= width
    is_prose = len(body.split()) >= _MIN_BODY_WORDS and any(stop in body for stop in ".!?")
    longest = _MAX_QUESTION_WORDS if first.text.endswith("?") else _MAX_HEADING_WORDS
    return has_room and is_prose and len(first.text.split()) <= longest and ":" not in first.text
