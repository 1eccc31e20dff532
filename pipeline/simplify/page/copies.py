"""Segments of added parts: sentences of the page repeated as they are, and texts of wording.toml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.document import COPY, Block, BlockKind, Section, Segment, Unit
from pipeline.wording import NOTED, wording


def said(prefix: str, place: str, name: str, kind: BlockKind) -> Block:
    """A block of one text of wording.toml, which translations take from there too."""
    return Block(f"{prefix}.{place}", kind, (Unit((spoken(f"{prefix}.{place}.{name}", name),)),))


def spoken(identity: str, name: str) -> Segment:
    """A text of wording.toml as a segment."""
    return Segment(identity, str(getattr(wording("en"), name)), note=NOTED + name)


class Copies:
    """The blocks of one part on their way.

    A copy has no `origin`: nothing the source says is held against it, and no list of what became of a source
    sentence names it twice. Its id is that of its sentence with the part's before it.
    """

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._headed: set[str] = set()
        self.blocks: list[Block] = []

    def headings(self, path: tuple[Section, ...]) -> None:
        """The headings that a section stands under, and its own: they may say when its sentences hold."""
        for depth, section in enumerate(path, start=1):
            if section.heading is not None and section.id not in self._headed:
                self._headed.add(section.id)
                segments = tuple(self._copy(segment) for segment in section.heading.segments())
                self._add(BlockKind.HEADING, (Unit(segments),), level=depth)

    def item(self, segments: Iterable[Segment]) -> None:
        """Sentences as one item of a list; it goes on with the list before it."""
        unit = Unit(tuple(self._copy(segment) for segment in segments))
        last = self.blocks[-1] if self.blocks else None
        if last is None or last.kind is not BlockKind.LIST or last.ordered or not last.id.endswith("items"):
            self._add(BlockKind.LIST, (unit,), ending="items")
        else:
            self.blocks[-1] = replace(last, units=(*last.units, replace(unit, row=len(last.units))))

    def paragraph(self, segments: Iterable[Segment]) -> None:
        """Sentences as a paragraph."""
        self._add(BlockKind.PARAGRAPH, (Unit(tuple(self._copy(segment) for segment in segments)),))

    def whole(self, block: Block) -> None:
        """A list as it is, without the definitions in it."""
        units = (
            replace(unit, segments=tuple(self._copy(segment) for segment in unit.segments if segment.note is None))
            for unit in block.units
        )
        self._add(
            BlockKind.LIST, tuple(unit for unit in units if unit.segments), ordered=block.ordered, start=block.start
        )

    def _copy(self, segment: Segment) -> Segment:
        return replace(segment, id=f"{self._prefix}.{segment.id}", span=None, origin=None, note=COPY)

    def _add(
        self,
        kind: BlockKind,
        units: tuple[Unit, ...],
        *,
        level: int = 0,
        ordered: bool = False,
        start: int = 1,
        ending: str = "",
    ) -> None:
        number = f"{self._prefix}.b{len(self.blocks) + 2:02d}{ending}"
        self.blocks.append(Block(number, kind, units, level=level, ordered=ordered, start=start))
