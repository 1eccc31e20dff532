"""Small documents for tests of counting."""

from __future__ import annotations

from itertools import count

from pipeline.document import Block, BlockKind, Document, Image, Section, Segment, Source, Unit

_ids = count(1)


def segment(text: str, language: str | None = None) -> Segment:
    return Segment(f"s{next(_ids)}", text, language=language)


def block(kind: BlockKind, *units: str | Unit, image: Image | None = None, level: int = 0) -> Block:
    """A block with one segment a unit; a unit of several sentences is given as a `Unit`."""
    made = tuple(u if isinstance(u, Unit) else Unit((segment(u),)) for u in units)
    return Block(f"b{next(_ids)}", kind, made, image=image, level=level)


def paragraph(*sentences: str) -> Block:
    return block(BlockKind.PARAGRAPH, Unit(tuple(map(segment, sentences))))


def section(heading: str | None, *blocks: Block) -> Section:
    made = None if heading is None else block(BlockKind.HEADING, heading, level=2)
    return Section(f"x{next(_ids)}", (heading or "lead").lower().replace(" ", "-"), made, 2, blocks)


def document(*sections: Section, language: str = "en", title: str = "A title") -> Document:
    return Document(
        "sample", segment(title), language, sections, Source("source/sample.txt", "0", "text/plain", "utf-8")
    )
