"""Plainleaf: health texts in plain words, other languages, sound and described pictures.

The stages are packages with one function, `run`, each:

>>> from pathlib import Path
>>> from pipeline import read, score, simplify
>>> reading = read.run(b"Take it with food.", "note.txt")
>>> score.run(reading.document).counted.words
4

`build` makes a whole folder of handouts, as the command line does. Nothing heavy is imported before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline import check, facts, publish, read, report, score, simplify, speak, translate
    from pipeline.building import Request, Result, build, tools
    from pipeline.document import Block, BlockKind, Document, Edit, Image, Level, Section, Segment, State, Unit
    from pipeline.edition import Edition, Handout, Readability
    from pipeline.errors import ExitCode, PlainleafError
    from pipeline.findings import Finding, Severity
    from pipeline.settings import Settings, load
    from pipeline.store import Store

__version__ = "0.1.0"

_MEMBERS = {
    "building": ("Request", "Result", "build", "tools"),
    "document": ("Block", "BlockKind", "Document", "Edit", "Image", "Level", "Section", "Segment", "State", "Unit"),
    "edition": ("Edition", "Handout", "Readability"),
    "errors": ("ExitCode", "PlainleafError"),
    "findings": ("Finding", "Severity"),
    "settings": ("Settings", "load"),
    "store": ("Store",),
}

__all__ = [
    "Block",
    "BlockKind",
    "Document",
    "Edit",
    "Edition",
    "ExitCode",
    "Finding",
    "Handout",
    "Image",
    "Level",
    "PlainleafError",
    "Readability",
    "Request",
    "Result",
    "Section",
    "Segment",
    "Settings",
    "Severity",
    "State",
    "Store",
    "Unit",
    "build",
    "check",
    "facts",
    "load",
    "publish",
    "read",
    "report",
    "score",
    "simplify",
    "speak",
    "tools",
    "translate",
]


def __getattr__(name: str) -> Any:
    """Import what is asked for, when it is asked for."""
    for module, members in _MEMBERS.items():
        if name in members:
            return getattr(import_module(f"pipeline.{module}"), name)
    if name in __all__:
        return import_module(f"pipeline.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
