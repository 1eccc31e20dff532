"""Paragraphs with a long series in them, cut into a paragraph that leads to a list, the list, and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.document import Block, BlockKind, Edit, Mark, Segment, Unit
from pipeline.parser import Parser
from pipeline.simplify import gate
from pipeline.simplify.marks import carry
from pipeline.simplify.series import Series, series

RULE = "list"
_REASON = "A long series, one item a line."


@dataclass(slots=True)
class Bullets:
    """The lists made in one document, and the edits that made them."""

    parse: Parser
    max_words: int
    edits: list[Edit] = field(default_factory=list)

    def spread(self, block: Block) -> Iterator[Block]:
        """The blocks that stand for a plain paragraph: itself where it has no long series."""
        if block.kind is not BlockKind.PARAGRAPH or len(block.units) != 1:
            yield block
            return
        before: list[Segment] = []
        made = 0
        for segment in block.units[0].segments:
            cut = self._cut(segment)
            if cut is None:
                before.append(segment)
                continue
            lead, items = cut
            yield self._part(block, BlockKind.PARAGRAPH, [[*before, lead]], made)
            yield self._part(block, BlockKind.LIST, [[item] for item in items], made + 1)
            before, made = [], made + 2
        if before:
            yield self._part(block, BlockKind.PARAGRAPH, [before], made)

    def _cut(self, segment: Segment) -> tuple[Segment, tuple[Segment, ...]] | None:
        """The segment that leads to the list, and one for each item."""
        if segment.note is not None or segment.language is not None:
            return None
        found = series(self.parse(segment.text), self.max_words)
        if found is None:
            return None
        texts = [found.lead, *found.items]
        marks = carry(segment.text, segment.marks, texts)
        refusal = gate.facts_kept(segment.text, " ".join(texts)) or (None if marks else "a link would be lost")
        self._record(segment, found, refusal)
        if refusal is not None or marks is None:
            return None
        return replace(segment, text=found.lead, marks=marks[0]), _segments(segment, found.items, marks[1:])

    def _record(self, segment: Segment, found: Series, refusal: str | None) -> None:
        after = "\n".join([found.lead, *(f"- {item}" for item in found.items)])
        origin = segment.origin or segment.id
        edit = Edit(segment.id, origin, RULE, segment.text, after, refusal or _REASON, applied=refusal is None)
        self.edits.append(edit)

    def _part(self, block: Block, kind: BlockKind, units: Sequence[Sequence[Segment]], number: int) -> Block:
        """One of the blocks; the first keeps the id."""
        made = tuple(Unit(tuple(segments), row=row) for row, segments in enumerate(units))
        if kind is BlockKind.PARAGRAPH:
            made = (replace(block.units[0], segments=made[0].segments),)
        return replace(block, id=block.id if number == 0 else f"{block.id}.{number}", kind=kind, units=made)


def _segments(segment: Segment, items: Sequence[str], marks: Sequence[tuple[Mark, ...]]) -> tuple[Segment, ...]:
    return tuple(
        replace(segment, id=f"{segment.id}.item{number}", text=text, marks=own)
        for number, (text, own) in enumerate(zip(items, marks, strict=True), start=1)
    )
