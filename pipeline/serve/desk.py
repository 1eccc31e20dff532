"""What a reviewer works on: the sheets, who signs, and what an approval changes."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.review import InlineCode, Place, Reviewer, Row, Sheet, Standing, approve
from pipeline.review.approving import check_reviewer

_SLUG = re.compile(r"[\w-]{1,200}")


class Desk:
    """Sheets by number, and the rows on them. Used by several threads: one approval is written at a time."""

    def __init__(self, sheets: Sequence[Sheet], memory: Path, outputs: Path) -> None:
        self.sheets = list(sheets)
        self.memory = memory
        self.outputs = outputs
        self.reviewer: Reviewer | None = None
        self._writing = threading.Lock()

    def sign_in(self, name: str, qualification: str) -> None:
        """Who approves from now on. Raises UsageError for an empty or odd name."""
        self.reviewer = check_reviewer(Reviewer(name, qualification))

    def row(self, number: int, segment: str) -> tuple[Sheet, int]:
        """A sheet and the place of a row on it. Raises KeyError for one that is not there."""
        if not 0 <= number < len(self.sheets):
            raise KeyError(number)
        sheet = self.sheets[number]
        places = [at for at, row in enumerate(sheet.rows) if row.segment == segment]
        if not places:
            raise KeyError(segment)
        return sheet, places[0]

    def next_open(self, number: int, after: int = -1) -> Row | None:
        """The next row nobody has approved, behind `after` and then from the top; None when all are."""
        rows = self.sheets[number].rows
        waiting = [row for row in (*rows[after + 1 :], *rows[: after + 1]) if row.standing is not Standing.REVIEWED]
        return waiting[0] if waiting else None

    def approve(self, number: int, segment: str, target: str, override: str, date: str) -> bool:
        """Signs a row in these words; whether all its links and emphasis were found again in them.

        Raises ApprovalError where the gate objects and no `override` is given, UsageError where nobody has signed in
        or the text cannot be kept.
        """
        sheet, at = self.row(number, segment)
        row = sheet.rows[at]
        reviewer = check_reviewer(self.reviewer or Reviewer("", ""))
        text = " ".join(target.split())
        codes = carried(row, text)
        with self._writing:
            made = approve(
                self.memory,
                sheet.language,
                row.source,
                text,
                reviewer,
                date,
                override.strip() or None,
                place=Place(sheet.document, segment),
                codes=codes,
            )
            signed = replace(row, target=text, standing=Standing.REVIEWED, approval=made, target_codes=codes)
            rows = (*sheet.rows[:at], signed, *sheet.rows[at + 1 :])
            self.sheets[number] = replace(self.sheets[number], rows=rows)
        return len(codes) == len(row.source_codes)

    def sound(self, number: int, slug: str) -> Path | None:
        """The section's sound, if the last build made it."""
        if not 0 <= number < len(self.sheets) or not _SLUG.fullmatch(slug):
            return None
        sheet = self.sheets[number]
        folder = self.outputs / sheet.document / sheet.language / "sections"
        return next((path for path in sorted(folder.glob(f"*-{slug}.mp3")) if path.is_file()), None)


def carried(row: Row, text: str) -> tuple[InlineCode, ...]:
    """Links and emphasis of a row in its new words: each where the words it stood on are, if they are there once."""
    if text == row.target:
        return row.target_codes
    found = []
    for code in row.target_codes:
        words = row.target[code.start : code.end]
        if words and text.count(words) == 1:
            at = text.index(words)
            found.append(replace(code, start=at, end=at + len(words)))
    return tuple(found)
