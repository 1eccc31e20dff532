"""What a reader gives: the blocks of a source in order, before they get ids, sections and sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.document import BlockKind
from pipeline.read.comments import Unclosed
from pipeline.read.inline import Inline


@dataclass(slots=True)
class PartUnit:
    """Text that stands by itself; the places are those of `pipeline.document.Unit`."""

    text: Inline
    row: int = 0
    column: int = 0
    header: bool = False
    depth: int = 0


@dataclass(slots=True)
class Picture:
    """A picture as the source names it."""

    src: str
    start: int  # offset in the source where the picture is named; -1 is nowhere
    end: int
    alt: Inline | None = None  # None: the source has no alt; empty: decorative
    caption: Inline | None = None


@dataclass(slots=True)
class Part:
    """One block."""

    kind: BlockKind
    units: list[PartUnit] = field(default_factory=list)
    level: int = 0
    ordered: bool = False
    start: int = 1
    picture: Picture | None = None
    reason: str | None = None

    @property
    def text(self) -> str:
        """All text, a unit a line."""
        return "\n".join(unit.text.text for unit in self.units)


@dataclass(slots=True)
class Parsed:
    """One source, read."""

    parts: list[Part]
    title: Inline | None = None  # where the source says what its title is, and no heading does
    language: str | None = None  # BCP 47, where the source says so
    notes: list[str] = field(default_factory=list)  # codes of findings about the file as a whole
    unclosed: list[Unclosed] = field(default_factory=list)


def heading(text: Inline, level: int) -> Part:
    """A heading."""
    return Part(BlockKind.HEADING, [PartUnit(text)], level=level)


def paragraph(text: Inline) -> Part:
    """A paragraph."""
    return Part(BlockKind.PARAGRAPH, [PartUnit(text)])
