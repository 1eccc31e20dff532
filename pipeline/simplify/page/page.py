"""What every part of a page is made from: the plain document, its parse, and the word lists beside this file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.document import Document, Section, Segment
from pipeline.parser import Parser

DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Page:
    """A plain document without added parts, and the names of the parts that are asked for."""

    document: Document
    asked: tuple[str, ...] = ()
    parse: Parser = field(default_factory=Parser)

    def sections(self) -> Iterator[tuple[Section, ...]]:
        """Every section, itself last, behind those it stands under."""
        above: list[Section] = []
        for section in self.document.every_section():
            while above and above[-1].level >= section.level:
                above.pop()
            if section.heading is not None:
                above.append(section)
            yield tuple(above) or (section,)

    def definitions(self) -> Iterator[Segment]:
        """The definitions that were added to the text."""
        return (segment for segment in self.document.segments() if segment.note == DEFINITION)


@cache
def table(name: str) -> dict[str, Any]:
    """A table of words beside this file, by its name without ".toml"."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, group: str) -> frozenset[str]:
    """A list of words, in small letters."""
    return frozenset(table(name)[group]["words"])
