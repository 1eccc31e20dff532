"""A source's plain sentences as text: one a line, a blank line between units, added definitions marked with "+"."""

from __future__ import annotations

from pathlib import Path

from pipeline import glossary, read, simplify
from pipeline.document import BODY_KINDS

GOLDEN = Path(__file__).parent
SOURCE = GOLDEN.parent.parent / "source"


def plain_text(path: Path) -> str:
    original = read.run(path.read_bytes(), path.name, folder=path.parent).document
    document = simplify.run(original, glossary.load()).document
    lines = [document.title.text]
    for section in document.every_section():
        blocks = (() if section.heading is None else (section.heading,)) + tuple(section.blocks)
        for block in blocks:
            if block is section.heading or block.kind in BODY_KINDS:
                for unit in block.units:
                    lines += ["", *(f"+ {s.text}" if s.note else s.text for s in unit.segments)]
    return "\n".join(lines) + "\n"
