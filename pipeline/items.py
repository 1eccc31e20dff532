"""The items of the standards that findings stand for, and which of them a program can look at.

The table is data: `items.toml` beside this file. It tells each item in our own words, and which codes look at it; an
item without codes needs a person. No score is made of them: nothing found does not mean that an item is met.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a standard."""

    number: str  # as the standard numbers it, or a few words where it does not: "9", "1.1.1", "sentence length"
    title: str  # what it asks for, in our own words
    codes: tuple[str, ...] = ()  # findings that look at it; empty where only a person can


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard and its items, in its own order."""

    key: str  # what `plainleaf explain` takes: "cdc"
    name: str  # as in a finding's `standard`: "CDC Clear Communication Index"
    source: str  # who publishes it, and where
    note: str  # what the table covers
    items: tuple[Item, ...]

    @property
    def checkable(self) -> tuple[Item, ...]:
        """The items a program can look at."""
        return tuple(item for item in self.items if item.codes)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("pipeline").joinpath("items.toml").read_text("utf-8"))


@cache
def english_only() -> frozenset[str]:
    """Codes that look at English texts only."""
    return frozenset(_table()["english_only"])


@cache
def standards() -> dict[str, Standard]:
    """Every standard, by key."""
    return {
        key: Standard(
            key,
            row["name"],
            row["source"],
            row["note"],
            tuple(Item(item["number"], item["title"], tuple(item.get("codes", ()))) for item in row["items"]),
        )
        for key, row in _table()["standards"].items()
    }


def of_code(code: str) -> tuple[tuple[Standard, Item], ...]:
    """The items a code looks at."""
    return tuple((standard, item) for standard in standards().values() for item in standard.items if code in item.codes)


def named(text: str) -> tuple[tuple[Standard, Item], ...]:
    """The items that a finding's `standard` names: "WCAG 1.1.1", "PEMAT-P 5; NHS content guide: sentence length".

    Raises KeyError for a name the table lacks: that is a bug, not bad input.
    """
    items = _by_name()
    return tuple(items[part.strip()] for part in text.split(";") if part.strip())


@cache
def _by_name() -> dict[str, tuple[Standard, Item]]:
    return {
        f"{standard.name}{' ' if item.number[0].isdigit() else ': '}{item.number}": (standard, item)
        for standard in standards().values()
        for item in standard.items
    }
