"""Small plain pages, and the texts of their added parts."""

from __future__ import annotations

from pathlib import Path

from pipeline import read
from pipeline.document import Document
from pipeline.simplify.page import add

SOURCE = Path(__file__).parent.parent.parent / "source"


def page(heading: str, text: str, *more: str) -> Document:
    """A page in Markdown: a title, then headings and texts in turn. Its sentences count as plain."""
    rest = "".join(f"## {a}\n\n{b}\n\n" for a, b in zip(more[::2], more[1::2], strict=True))
    source = f"# A sample page\n\n## {heading}\n\n{text}\n\n{rest}"
    return read.run(source.encode(), "sample.md").document


def parts(document: Document) -> dict[str, list[str]]:
    """By part, the texts below its heading and mark."""
    return {
        section.part: [segment.text for block in section.blocks[1:] for segment in block.segments()]
        for section in document.sections
        if section.part is not None
    }


def part(name: str, heading: str, text: str, *more: str) -> list[str]:
    """The texts of one part of such a page; none where the part is left out."""
    return parts(add(page(heading, text, *more), (name,))).get(name, [])
