"""Where the cells of an HTML table lie: rows and columns, spans counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.document import BlockKind
from pipeline.read.inline import Inline
from pipeline.read.parts import Part, PartUnit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_REPEATED = 2_000  # texts of a table; no table a person made repeats more


@dataclass(slots=True)
class _Cell:
    """One cell as the page has it."""

    row: int
    column: int
    rows: int
    columns: int
    header: bool
    texts: list[Inline] = field(default_factory=list)


class Grid:
    """A table while it is read."""

    def __init__(self) -> None:
        self._cells: list[_Cell] = []
        self._row = -1
        self._column = 0
        self._width = 1
        self._taken: dict[int, int] = {}  # column: first row that is free again

    @property
    def is_open(self) -> bool:
        """Whether a cell has begun."""
        return bool(self._cells)

    def open_row(self) -> None:
        """A row begins."""
        self._row += 1
        self._column, self._width = 0, 0

    def open_cell(self, columns: int, rows: int, *, header: bool) -> None:
        """A cell begins that spans so many columns and rows."""
        self._row = max(self._row, 0)
        self._column += self._width
        while self._taken.get(self._column, 0) > self._row:
            self._column += 1
        self._width = columns
        self._cells.append(_Cell(self._row, self._column, rows, columns, header))
        if rows > 1:
            for column in range(self._column, self._column + columns):
                self._taken[column] = self._row + rows

    def add(self, text: Inline) -> None:
        """Text of the open cell; with none open, of a first one."""
        if not self._cells:
            self.open_cell(1, 1, header=False)
        self._cells[-1].texts.append(text)

    def part(self) -> Part:
        """The table, row by row.

        What spans several rows or columns stands in each of them, or a row read by itself would lack it; what spans
        the whole width stands there once. Several rows of headers become one.
        """
        height = self._row + 1
        width = max((cell.column + 1 for cell in self._cells), default=1)
        placed: dict[tuple[int, int], _Cell] = {}
        left = _MAX_REPEATED
        for cell in self._cells:
            columns = 1 if cell.columns >= width else min(cell.columns, width - cell.column)
            rows = max(min(cell.rows, height - cell.row), 1)
            left -= (rows * columns - 1) * len(cell.texts)
            if left < 0:
                rows = columns = 1
            for row in range(cell.row, cell.row + rows):
                for column in range(cell.column, cell.column + columns):
                    placed.setdefault((row, column), cell)
        headers = _header_rows(placed, height)
        units: dict[tuple[int, int], dict[int, PartUnit]] = {}
        for (row, column), cell in placed.items():
            at = (max(row - headers + 1, 0), column)
            for text in cell.texts:
                units.setdefault(at, {}).setdefault(id(text), PartUnit(text, *at, cell.header))
        return Part(BlockKind.TABLE, [unit for at in sorted(units) for unit in units[at].values()])


def _header_rows(placed: dict[tuple[int, int], _Cell], height: int) -> int:
    """How many rows at the top hold nothing but headers; at least 1, and not all rows."""
    plain = min((row for (row, _), cell in placed.items() if not cell.header), default=0)
    return plain if 1 < plain < height else 1


def is_layout(table: HtmlElement) -> bool:
    """Whether a table only places things on the page: it says so, holds another table, or has one column."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return True
    if table.find(".//th") is not None:
        return False
    return all(len(row.findall("td")) < 2 for row in table.iter("tr"))
