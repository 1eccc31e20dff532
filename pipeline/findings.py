"""A finding: one thing a person should look at, and the catalogue of what can be found.

The catalogue itself is data: `findings.toml` beside this file has one table a code, with its level,
title, the standard's item it stands for, and the page `plainleaf explain CODE` prints.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    NEEDS_REVIEW = "needs-review"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 3 for a note."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Where:
    """Where a finding is: file and, as far as known, line, column (from 1), section and segment."""

    path: str
    line: int | None = None
    column: int | None = None
    section: str | None = None  # slug
    segment: str | None = None  # id
    language: str | None = None  # BCP 47 of the edition


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `code` is a key of the catalogue."""

    code: str
    severity: Severity
    message: str
    where: Where
    hint: str = ""
    standard: str = ""  # for instance "WCAG 1.1.1"


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What is known of a code."""

    code: str
    severity: Severity
    title: str
    explain: str
    standard: str = ""
    group: str = ""  # "alt", "reading", "facts", "translate", "speak", "read"


@cache
def catalogue() -> dict[str, CatalogueEntry]:
    """Every code there is, by code."""
    table = tomllib.loads(files("pipeline").joinpath("findings.toml").read_text("utf-8"))
    return {
        code: CatalogueEntry(
            code,
            Severity(row["severity"]),
            row["title"],
            row["explain"].strip(),
            row.get("standard", ""),
            row["group"],
        )
        for code, row in table.items()
    }


def finding(code: str, message: str, where: Where, hint: str = "") -> Finding:
    """A finding of a catalogued code, with that code's severity and standard.

    Raises KeyError for a code the catalogue lacks: that is a bug, not bad input.
    """
    entry = catalogue()[code]
    return Finding(code, entry.severity, message, where, hint, entry.standard)


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character offset in a source text."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
