"""Tables in a plain text: cells parted by pipes, tabs, or columns that line up."""

from __future__ import annotations

import re

from pipeline.document import BlockKind
from pipeline.read.inline import plain
from pipeline.read.lines import Line
from pipeline.read.parts import Part, PartUnit

Cell = tuple[str, int]  # text, offset in the source

_RULING = re.compile(r"[\s|+:=─│┼-]+$")
_GAP = re.compile(r"\s{2,}")
_MIN_ALIGNED_ROWS = 3
_MIN_ROWS = 2


def read_table(lines: list[Line]) -> Part | None:
    """The table that a group of lines draws, or None. Every line must fit in: a text is never torn."""
    rulings = [i for i, line in enumerate(lines) if _RULING.match(line.text) and not any(map(str.isalnum, line.text))]
    body = [line for i, line in enumerate(lines) if i not in set(rulings)]
    if len(body) < _MIN_ROWS:
        return None
    rows = _piped(body) or _tabbed(body) or _aligned(body)
    if rows is None:
        return None
    headed = rulings == [1] or rulings[:2] == [0, 2] or (not rulings and _is_header(rows))
    part = Part(BlockKind.TABLE)
    for r, row in enumerate(rows):
        for c, (text, start) in enumerate(row):
            if text:
                part.units.append(PartUnit(plain(text, start), row=r, column=c, header=headed and r == 0))
    return part if part.units else None


def _piped(lines: list[Line]) -> list[list[Cell]] | None:
    rows = []
    for line in lines:
        if "|" not in line.text:
            return None
        inner = line.text.rstrip("|") if line.text.endswith("|") and not line.text.endswith("\\|") else line.text
        skipped = 1 if inner.startswith("|") else 0
        rows.append(_cells(inner[skipped:], line.start + skipped, re.compile(r"\|")))
    width = len(rows[0])
    return rows if width >= 2 and all(len(row) == width for row in rows) else None


def _tabbed(lines: list[Line]) -> list[list[Cell]] | None:
    width = lines[0].text.count("\t") + 1
    if width < 2 or any(line.text.count("\t") + 1 != width for line in lines):
        return None
    return [_cells(line.text, line.start, re.compile(r"\t")) for line in lines]


def _aligned(lines: list[Line]) -> list[list[Cell]] | None:
    if len(lines) < _MIN_ALIGNED_ROWS:
        return None
    rows = [_cells(line.text, line.start, _GAP) for line in lines]
    width = len(rows[0])
    if width < 2 or any(len(row) != width for row in rows):
        return None
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
    """Whether the first row names what stands below: words without figures over a column with figures."""
    first, *others = rows
    if any(not text or any(map(str.isdigit, text)) for text, _ in first):
        return False
    return any(all(any(map(str.isdigit, row[c][0])) for row in others) for c in range(len(first)))
