"""What is known of a formula beside its figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pipeline.score.tally import Tally

GRADE = "US grade"
EASE = "0 hard … 100 easy"


@dataclass(frozen=True, slots=True)
class Band:
    """One step of an author's scale: values under `below` that no step before it holds."""

    below: float
    name: str  # in the words of the author, or their plain translation


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula: its figure for a text, and what reports say of it."""

    name: str  # the key of its figure
    title: str
    unit: str
    harder: Literal["higher", "lower"]  # which figures mean a harder text
    author: str
    year: int
    value: Callable[[Tally], float]  # of a text with a word and a sentence
    bands: tuple[Band, ...] = ()

    def band(self, value: float) -> str:
        """The step of the author's scale that a figure is on; empty where there is no such scale."""
        return next((band.name for band in self.bands if value < band.below), "")
