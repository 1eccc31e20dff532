"""The words checks of alt texts look for, by language, and comparing texts. Data: `data/alt.toml` of checks."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class AltWords:
    """One language's row of the table."""

    prefixes: tuple[str, ...]  # "image of"
    placeholders: frozenset[str]  # whole alt texts that say nothing


@cache
def alt_words() -> dict[str, AltWords]:
    """Rows by language."""
    rows = tomllib.loads(files("pipeline.check").joinpath("data/alt.toml").read_text("utf-8"))
    return {
        language: AltWords(tuple(row["prefixes"]), frozenset(row["placeholders"])) for language, row in rows.items()
    }


def same_text(one: str, other: str) -> bool:
    """Whether two texts have the same letters and digits, whatever their case, spacing and punctuation."""
    return _bare(one) == _bare(other) != ""


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
