"""Small editions for tests of checks."""

from __future__ import annotations

from dataclasses import replace

from pipeline import score
from pipeline.document import Block, BlockKind, Document, Image, Section, Segment, Source, Span, State, Unit
from pipeline.edition import Edition


def paragraph(name: str, text: str, start: int = 0) -> Block:
    """A paragraph; its sentences end with ". "."""
    segments = []
    for number, sentence in enumerate(text.replace(". ", ".\n").splitlines()):
        segments.append(Segment(f"{name}.{number}", sentence, Span(start, start + len(sentence))))
        start += len(sentence) + 1
    return Block(name, BlockKind.PARAGRAPH, (Unit(tuple(segments)),))


def picture(
    name: str,
    alt: str | None,
    src: str = "clinic.png",
    *,
    caption: str | None = None,
    path: str | None = "clinic.png",
    state: State = State.SOURCE,
    description: str | None = None,
) -> Block:
    made = None if alt is None else Segment(f"{name}.alt", alt, state=state)
    below = None if caption is None else Segment(f"{name}.caption", caption)
    return Block(name, BlockKind.IMAGE, image=Image(src, path, made, below, description), span=Span(0, 1))


def section(heading: str | None, *blocks: Block, level: int = 2, name: str = "x") -> Section:
    made = None
    if heading is not None:
        made = Block(f"{name}.h", BlockKind.HEADING, (Unit((Segment(f"{name}.h.0", heading, Span(0, 1)),)),), level)
    return Section(name, name, made, level, blocks)


def edition(
    *sections: Section, language: str = "en", path: str = "source/sample.md", lead: Section | None = None
) -> Edition:
    document = Document(
        "sample", Segment("t", "A title"), language, sections, Source(path, "0", "text/markdown", "utf-8"), lead
    )
    return Edition(document, score.run(document))


def in_language(made: Edition, language: str) -> Edition:
    document = replace(made.document, language=language)
    return Edition(document, score.run(document))
