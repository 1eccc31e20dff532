"""The words the grammar checks look for. Data: `data/grammar.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One table of the file as it is."""
    whole: dict[str, Any] = tomllib.loads(files("pipeline.check").joinpath("data/grammar.toml").read_text("utf-8"))
    found: dict[str, Any] = whole[name]
    return found


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The single words of a row."""
    return frozenset(table(name)[key].split())


@cache
def phrases(name: str, key: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a row, parted by semicolons, each as its words."""
    return frozenset(tuple(phrase.split()) for phrase in table(name)[key].split(";"))
