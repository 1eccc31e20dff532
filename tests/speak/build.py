"""Small documents to speak."""

from __future__ import annotations

from pipeline.document import Block, BlockKind, Document, Image, Section, Segment, Source, Unit


def heading(text: str) -> Block:
    return Block("h", BlockKind.HEADING, (Unit((Segment("h.1", text),)),), level=2)


def paragraph(*sentences: str | Segment, id: str = "p") -> Block:
    segments = (s if isinstance(s, Segment) else Segment(f"{id}.{n}", s) for n, s in enumerate(sentences, 1))
    return Block(id, BlockKind.PARAGRAPH, (Unit(tuple(segments)),))


def table(*rows: tuple[str, ...], header: bool = True) -> Block:
    units = (
        Unit((Segment(f"t.{row}.{column}", text),), row=row, column=column, header=header and row == 0)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
    )
    return Block("t", BlockKind.TABLE, tuple(units))


def picture(alt: str | None, caption: str | None = None) -> Block:
    image = Image(
        "a.png",
        alt=None if alt is None else Segment("i.alt", alt),
        caption=None if caption is None else Segment("i.cap", caption),
    )
    return Block("i", BlockKind.IMAGE, image=image)


def section(*blocks: Block, title: str | None = "Your dose", slug: str = "01-dose") -> Section:
    return Section(slug, slug, None if title is None else heading(title), 2, blocks)


def document(*sections: Section, language: str = "en", lead: Section | None = None) -> Document:
    source = Source("source/leaflet.txt", "0" * 64, "text/plain", "utf-8")
    return Document("leaflet", Segment("title", "A leaflet"), language, sections, source, lead)
