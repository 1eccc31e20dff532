"""What a cell of a table is read with: the rest of its row, and the heads of its column and its table.

A reader takes a row for one line ("Digoxin", "0.25 mg", "QOD"), so that a cell by itself says little. The terms and
descriptions of an HTML list (dt, dd) are rows, too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from pipeline.document import LONGEST_SENTENCE, Block, BlockKind, Segment, Unit


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a text in a row."""

    line: str  # the whole row
    start: int  # where the text begins in it
    column: str  # the head of the column
    label: str  # what the row begins with; empty for the first cell
    heads: str  # the heads of the table


@dataclass(frozen=True)
class Rows:
    """The rows of one block, put together when a check first asks for them."""

    block: Block
    readable: Callable[[Segment], str] = field(repr=False)

    def cell(self, unit: Unit, segment: Segment) -> Cell | None:
        """The place of a unit's segment; None for an item of a list that stands by itself.

        Of a row that no reader takes for one line, only the beginning is one.
        """
        row = self._by_row[unit.row]
        if self.block.kind is not BlockKind.TABLE and len(row) == 1:
            return None
        line, starts = self._lines[unit.row]
        start = starts.get(id(segment), len(line))
        if start > LONGEST_SENTENCE:
            return None
        return Cell(
            line,
            start,
            self._columns.get(unit.column, "") if unit.row >= self._head_rows else "",
            row[0].text if row[0] is not unit else "",
            self._heads,
        )

    @cached_property
    def _lines(self) -> dict[int, tuple[str, dict[int, int]]]:
        """Each row as one line, with the places of its segments."""
        lines = {}
        for number, row in self._by_row.items():
            parts, starts, length = [], {}, 0
            for segment in (segment for unit in row for segment in unit.segments):
                starts[id(segment)] = length
                parts.append(self.readable(segment))
                length += len(parts[-1]) + 1
                if length > 2 * LONGEST_SENTENCE:
                    break
            lines[number] = " ".join((*parts, "")), starts
        return lines

    @cached_property
    def _by_row(self) -> dict[int, list[Unit]]:
        rows: dict[int, list[Unit]] = {}
        for unit in self.block.units:
            rows.setdefault(unit.row, []).append(unit)
        return rows

    @cached_property
    def _head_rows(self) -> int:
        """How many rows the head of the table has."""
        return len(list(takewhile(lambda row: all(unit.header for unit in row), self._by_row.values())))

    @cached_property
    def _columns(self) -> dict[int, str]:
        columns: dict[int, str] = {}
        for row in list(self._by_row.values())[: self._head_rows]:
            for unit in row:
                columns[unit.column] = f"{columns.get(unit.column, '')} {unit.text}".strip()
        return columns

    @cached_property
    def _heads(self) -> str:
        return " ".join(unit.text for unit in self.block.units if unit.header)[:LONGEST_SENTENCE]
