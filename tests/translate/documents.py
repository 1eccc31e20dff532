"""Small documents to translate."""

from __future__ import annotations

from pipeline.document import Block, BlockKind, Document, Section, Segment, Source, Unit


def paragraph(number: int, *texts: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    segments = tuple(Segment(f"s{number}.{index}", text) for index, text in enumerate(texts))
    return Block(f"b{number}", kind, (Unit(segments),))


def document(*blocks: Block, title: str = "Your medicine", heading: str = "") -> Document:
    top = Block("h1", BlockKind.HEADING, (Unit((Segment("h1.0", heading),)),), level=2) if heading else None
    section = Section("x1", "your-medicine", top, 2, blocks)
    return Document(
        "sample", Segment("t", title), "en", (section,), Source("sample.txt", "0" * 64, "text/plain", "utf-8")
    )
