"""The rows of shorthand for health workers. Data: `data/dose.toml`, table `shorthand`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.check.amounts import any_of, table


@dataclass(frozen=True, slots=True)
class Shorthand:
    """One row of the table."""

    code: str
    write: tuple[str, ...]  # what it may stand for
    where: str
    glossed: bool
    not_before: frozenset[str]


@cache
def rows() -> dict[str, tuple[Shorthand, ...]]:
    """Rows by form; those for drops before others of the same form."""
    found: dict[str, list[Shorthand]] = {}
    for row in table()["shorthand"]:
        write = (row["write"],) if isinstance(row["write"], str) else tuple(row["write"])
        made = Shorthand(
            row["code"], write, row["where"], row.get("glossed", False), frozenset(row.get("not_before", ()))
        )
        for form in row["forms"]:
            found.setdefault(form, []).append(made)
    return {form: tuple(sorted(made, key=lambda row: row.where != "drops")) for form, made in found.items()}


@cache
def pattern() -> re.Pattern[str]:
    """Any form of the table by itself."""
    return re.compile(rf"(?<![\w./-]){any_of(rows())}(?![\w/-]|\.\w)")
