"""What came back from a translator's tool, whatever format it came in."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.review.inline import Coded


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence."""

    id: str
    source: Coded
    target: Coded
    state: str  # as the format calls it
    is_approved: bool  # the tool says that a person reviewed it


@dataclass(frozen=True, slots=True)
class Exchange:
    """One file."""

    source_language: str  # BCP 47, as written
    language: str
    document: str  # id; empty where the format has no place for it
    path: str  # of the source file, as written
    units: tuple[Unit, ...]
    format: str
