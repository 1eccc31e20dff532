"""Tables in a plain text: cells parted by pipes, tabs, dots, or columns that line up."""

from __future__ import annotations

import re

from pipeline.document import BlockKind
from pipeline.read.inline import plain
from pipeline.read.lines import Line
from pipeline.read.listing import marker
from pipeline.read.parts import Part, PartUnit

Cell = tuple[str, int]  # text, offset in the source

_RULING = re.compile(r"[\s|+:=─│┼-]+$")
_GAP = re.compile(r"\s{2,}")
_WIDE_GAP = re.compile(r"\s{3,}|\t")
_PIPE = re.compile(r"\|")
_TAB = re.compile(r"\t")
_TABS = re.compile(r"\t+")
_LEADER = re.compile(r"\s*(?:\.{4,}|(?:\. ){3,}\.?|…{2,}|_{4,})\s*")
_MIN_ALIGNED_ROWS = 3
_MIN_ROWS = 2


def is_table_row(line: Line) -> bool:
    """Whether a line by itself looks like a row: it opens with a pipe, holds tabs, or dots lead over to a figure."""
    return line.text.startswith("|") or "\t" in _unmarked(line) or _is_led(line)


def read_table(lines: list[Line]) -> Part | None:
    """The table that a group of lines draws, or None. Every line must fit in: a text is never torn."""
    rulings = [i for i, line in enumerate(lines) if _RULING.match(line.text) and not any(map(str.isalnum, line.text))]
    drawn = set(rulings)
    body = [line for i, line in enumerate(lines) if i not in drawn]
    if len(body) < _MIN_ROWS:
        return None
    rows = _piped(body) or _tabbed(body) or _led(body) or _aligned(body)
    if rows is None:
        return None
    headed = rulings == [1] or rulings[:2] == [0, 2] or (not rulings and _is_header(rows))
    part = Part(BlockKind.TABLE)
    for r, row in enumerate(rows):
        for c, (text, start) in enumerate(row):
            if text:
                part.units.append(PartUnit(plain(text, start), row=r, column=c, header=headed and r == 0))
    return part if part.units else None


def _unmarked(line: Line) -> str:
    """The line without the bullet of a list: a tab behind that makes no cell."""
    found = marker(line.text)
    return line.text if found is None or found.ordered else line.text[found.width :]


def _piped(lines: list[Line]) -> list[list[Cell]] | None:
    rows = []
    for line in lines:
        if "|" not in line.text:
            return None
        inner = line.text.rstrip("|") if line.text.endswith("|") and not line.text.endswith("\\|") else line.text
        skipped = 1 if inner.startswith("|") else 0
        rows.append(_cells(inner[skipped:], line.start + skipped, _PIPE))
    width = len(rows[0])
    return rows if width >= 2 and all(len(row) == width for row in rows) else None


def _tabbed(lines: list[Line]) -> list[list[Cell]] | None:
    """Cells parted by tabs. An empty first cell is a tab before the text; cells missing at the end are empty."""
    if any("\t" not in _unmarked(line) for line in lines) or _are_items(lines):
        return None
    counts = {line.text.count("\t") + line.tabs for line in lines}
    runs = {len(_TABS.findall(line.text)) for line in lines}
    if len(counts) > 1 and len(runs) == 1 and not any(line.tabs for line in lines):
        return [_cells(line.text, line.start, _TABS) for line in lines]
    outer = min(line.tabs for line in lines)
    rows = [[("", line.start)] * (line.tabs - outer) + _cells(line.text, line.start, _TAB) for line in lines]
    return rows if len({*map(len, rows)}) <= 2 or any(line.tabs for line in lines) else None


def _are_items(lines: list[Line]) -> bool:
    """Whether every line is an item of a list with one tab, the one behind its number."""
    return all(marker(line.text) is not None and line.text.count("\t") == 1 for line in lines) and all(
        "\t" in line.text[: found.width] for line in lines if (found := marker(line.text)) is not None
    )


def _is_led(line: Line) -> bool:
    cells = _LEADER.split(line.text)
    return len(cells) == 2 and all(any(map(str.isalnum, cell)) for cell in cells)


def _led(lines: list[Line]) -> list[list[Cell]] | None:
    """Two cells a line, dots leading from one to the other."""
    return [_cells(line.text, line.start, _LEADER) for line in lines] if all(map(_is_led, lines)) else None


def _aligned(lines: list[Line]) -> list[list[Cell]] | None:
    if any(_unmarked(line) != line.text for line in lines):
        return None
    gap = _GAP if len(lines) >= _MIN_ALIGNED_ROWS else _WIDE_GAP
    rows = [_cells(line.text, line.start, gap) for line in lines]
    width = len(rows[0])
    if width < 2 or any(len(row) != width for row in rows):
        return None
    if all(marker(line.text) is not None for line in lines) and width == 2 and all(len(r[0][0]) <= 4 for r in rows):
        return None  # "1.  Wash your hands"
    places = {
        tuple(start - line.start + line.indent for _, start in row) for line, row in zip(lines, rows, strict=True)
    }
    return rows if len(places) == 1 else None


def _cells(text: str, start: int, gap: re.Pattern[str]) -> list[Cell]:
    cells: list[Cell] = []
    at = 0
    for match in (*gap.finditer(text), None):
        raw = text[at : match.start() if match else len(text)]
        bare = raw.strip()
        cells.append((bare, start + at + (raw.index(bare) if bare else 0)))
        at = match.end() if match else at
    return cells


def _is_header(rows: list[list[Cell]]) -> bool:
    """Whether the first row names what stands below: words without figures over a column with figures.

    An empty first cell over a column of names says so too.
    """
    first, *others = rows
    if any(any(map(str.isdigit, text)) for text, _ in first) or not all(text for text, _ in first[1:]):
        return False
    if not first[0][0]:
        return all(row[0][0] for row in others)
    below = [[row[c][0] for row in others if c < len(row)] for c in range(len(first))]
    return any(column and all(any(map(str.isdigit, text)) for text in column) for column in below)
