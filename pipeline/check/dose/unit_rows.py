"""The rows of units that are misread. Data: `data/dose.toml`, table `unit`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.check.amounts import table


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of the table, for one language."""

    code: str
    one: str
    more: str
    sure: bool
    glossed: bool
    means: str
    alone: bool
    not_before: frozenset[str]
    not_near: tuple[str, ...]


@cache
def rows(language: str, profile: str) -> dict[str, Unit]:
    """Rows by form, as they hold under a profile."""
    return {
        form: Unit(
            row["code"],
            row["write"][language][0],
            row["write"][language][1],
            row.get("sure", False),
            row.get("glossed", False),
            row.get("means", ""),
            row.get("alone", False),
            frozenset(row.get("not_before", ())),
            tuple(row.get("not_near", ())),
        )
        for row in table()["unit"]
        if language in row["write"] and row.get("profile", profile) == profile
        for form in row["forms"]
    }
