"""Small documents made from plain lists of paragraphs."""

from __future__ import annotations

from pipeline.document import Block, BlockKind, Document, Section, Segment, Source, Unit
from pipeline.score import sentences


def unit(prefix: str, text: str) -> Unit:
    """A unit with one segment a sentence."""
    ranges = sentences.split(text)
    return Unit(tuple(Segment(f"{prefix}.{n}", text[a:b]) for n, (a, b) in enumerate(ranges, start=1)))


def document(*blocks: tuple[BlockKind, list[str]], heading: str = "About the test", language: str = "en") -> Document:
    """A document of one section with these blocks, one unit a text."""
    made = tuple(
        Block(f"b{n}", kind, tuple(unit(f"b{n}u{m}", text) for m, text in enumerate(texts)))
        for n, (kind, texts) in enumerate(blocks)
    )
    head = Block("h", BlockKind.HEADING, (Unit((Segment("h.1", heading),)),), level=2)
    section = Section("s1", "about", head, 2, made)
    source = Source("leaflet.txt", "0" * 64, "text/plain", "utf-8")
    return Document("leaflet", Segment("t", "Leaflet"), language, (section,), source)


def body(result: Document) -> list[str]:
    """The text of every body segment, in order."""
    return [s.text for section in result.every_section() for block in section.blocks for s in block.segments()]
