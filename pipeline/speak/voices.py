"""Which voice speaks a language: data/voices.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice as espeak-ng knows it."""

    name: str  # what it is asked for
    file: str  # what it must say it loaded
    stand_in: bool = False  # it belongs to another language


@cache
def _table() -> dict[str, Voice]:
    text = files("pipeline.speak").joinpath("data/voices.toml").read_text("utf-8")
    return {tag.lower(): Voice(**row) for tag, row in tomllib.loads(text).items()}


def find(language: str) -> Voice | None:
    """The voice of a BCP 47 tag: of the whole tag, or else of its language. None where there is none."""
    tag = language.replace("_", "-").lower()
    return _table().get(tag) or _table().get(tag.split("-")[0])


def languages() -> tuple[str, ...]:
    """The languages that have a voice."""
    return tuple(_table())
