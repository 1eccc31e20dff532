"""A finding: one thing a person should look at, and the catalogue of what can be found.

The catalogue itself is data: `findings.toml` beside this file has one table a code, with its level,
title, the standard's item it stands for, and the page `plainleaf explain CODE` prints.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
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
    end_line: int | None = None  # of the last character, as far as known; from 1
    end_column: int | None = None  # just behind it


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `code` is a key of the catalogue."""

    code: str
    severity: Severity
    message: str
    where: Where
    hint: str = ""
    standard: str = ""  # for instance "WCAG 1.1.1"
    about: str = ""  # digest of the words it is about: the same finding after lines were added above it
    value: float | None = None  # the figure that is over its limit, larger is worse: a grade, a number of words


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What is known of a code."""

    code: str
    severity: Severity
    title: str
    explain: str
    standard: str = ""
    group: str = ""  # "alt", "reading", "words", "dose", "facts", "translate", …: what `check --only` takes


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


def finding(
    code: str, message: str, where: Where, hint: str = "", *, about: str = "", value: float | None = None
) -> Finding:
    """A finding of a catalogued code, with that code's severity and standard.

    `about` is the text it is about; only its digest is kept. Raises KeyError for a code the catalogue lacks: that
    is a bug, not bad input.
    """
    entry = catalogue()[code]
    return Finding(code, entry.severity, message, where, hint, entry.standard, digest(about), value)


def digest(text: str) -> str:
    """Sixteen hexadecimal digits for a text, whatever its spacing and case; empty for an empty one."""
    bare = " ".join(text.split()).casefold()
    return hashlib.sha256(bare.encode()).hexdigest()[:16] if bare else ""


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character offset in a source text."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=1)
def _line_starts(text: str) -> tuple[int, ...]:
    """Offsets at which the lines of a text begin. One text is asked for many findings in a row."""
    return (0, *(match.end() for match in re.finditer("\n", text)))
