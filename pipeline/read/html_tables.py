"""Where the cells of an HTML table lie: rows and columns, spans counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.document import BlockKind
from pipeline.read.inline import Inline
from pipeline.read.parts import Part, PartUnit

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class Grid:
    """A table while it is read."""

    def __init__(self) -> None:
        self.part = Part(BlockKind.TABLE)
        self.is_open = False  # whether a cell has begun
        self._row = -1
        self._column = 0
        self._width = 1
        self._header = False
        self._taken: dict[int, int] = {}  # column: first row that is free again

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
        self._width, self._header, self.is_open = columns, header, True
        if rows > 1:
            for column in range(self._column, self._column + columns):
                self._taken[column] = self._row + rows

    def add(self, text: Inline) -> None:
        """Text of the open cell."""
        self.part.units.append(PartUnit(text, max(self._row, 0), self._column, self._header))


def is_layout(table: HtmlElement) -> bool:
    """Whether a table only places things on the page: it says so, holds another table, or has one column."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return True
    if table.find(".//th") is not None:
        return False
    return all(len(row.findall("td")) < 2 for row in table.iter("tr"))
