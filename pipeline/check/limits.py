"""What counts as good enough: a profile's figures, with those of the settings over them. Data: `data/profiles.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline import settings


@dataclass(frozen=True, slots=True)
class Limits:
    """One profile's row of the table."""

    max_grade: float  # US school grade (Flesch-Kincaid) a section may have
    max_difficulty: float  # health-text difficulty a section may have, 1 to 6
    max_sentence_words: int
    max_paragraph_sentences: int
    dose_spacing: bool  # whether a blank stands between a figure and its unit
    clock: str  # how half past five in the afternoon is written
    numbers_in_figures: bool  # whether small counts are written in figures: "2 weeks"
    range_dash: bool  # whether a dash may stand for "to" in a range that is no dose


def limits(chosen: settings.Limits) -> Limits:
    """The figures that hold under these settings."""
    row = profiles()[chosen.profile or "us"]
    own = {f.name: getattr(chosen, f.name, None) for f in fields(Limits)}
    return Limits(**{name: row[name] if value is None else value for name, value in own.items()})


@cache
def profiles() -> dict[str, dict[str, Any]]:
    """Rows by profile."""
    return tomllib.loads(files("pipeline.check").joinpath("data/profiles.toml").read_text("utf-8"))
