"""A linear model with plain coefficients: an intercept, and for each term a weight for each step of a feature.

    value = intercept + Σ weight · min(feature, cap)

No weight is negative, so no feature that makes a text harder can ever make the figure smaller. Data:
`data/difficulty_en.toml`, written by `python -m benchmarks.fit_difficulty`, with what it was fitted on.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import inf


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a model."""

    feature: str
    weight: float  # for each unit of the feature
    cap: float = inf  # what is above it adds nothing more


@dataclass(frozen=True, slots=True)
class Linear:
    """A fitted model."""

    intercept: float
    terms: tuple[Term, ...]
    lowest: float  # of its scale
    highest: float

    def __call__(self, features: Mapping[str, float]) -> float:
        """The model's value for these features, within its scale. Raises KeyError for a feature that is not there."""
        value = self.intercept + sum(term.weight * min(features[term.feature], term.cap) for term in self.terms)
        return min(self.highest, max(self.lowest, value))


@cache
def model(name: str) -> Linear:
    """The model "sentence" or "word"."""
    row = tomllib.loads(files("pipeline.score").joinpath("data/difficulty_en.toml").read_text("utf-8"))[name]
    return Linear(row["intercept"], tuple(Term(**term) for term in row["term"]), row["lowest"], row["highest"])
