"""A document as an outline a person can read and check against its source."""

from __future__ import annotations

from pipeline.document import Block, Document, Unit
from pipeline.read import Reading


def outline(reading: Reading) -> str:
    """Title, sections, blocks and sentences, a block a line or more; " | " parts the sentences of a unit."""
    document = reading.document
    lines = [f"{document.language} title: {document.title.text}"]
    for section in document.every_section():
        lines.append(f"{section.id} {section.slug}" + (f" (level {section.level})" if section.heading else ""))
        if section.heading:
            lines.append(f"  heading: {section.heading.text}")
        for block in section.blocks:
            lines += [f"  {line}" for line in _block(block)]
    lines += [f"finding: {f.code} line {f.where.line}" for f in reading.findings]
    return "\n".join(lines) + "\n"


def words(document: Document) -> list[str]:
    """Every word of every segment, picture names among them."""
    found = [word for segment in document.segments() for word in segment.text.split()]
    for section in document.every_section():
        found += [word for b in section.blocks if b.image for word in b.image.src.split()]
    return found


def _block(block: Block) -> list[str]:
    if block.image is not None:
        alt = "none" if block.image.alt is None else f'"{block.image.alt.text}"'
        caption = f' caption "{block.image.caption.text}"' if block.image.caption else ""
        return [f"image: {block.image.src} file {block.image.path or 'none'} alt {alt}{caption}"]
    head = (
        block.kind.value
        + (" ordered" if block.ordered else "")
        + (f" from {block.start}" if block.start != 1 else "")
        + (f" [{block.reason}]" if block.reason else "")
    )
    if (
        len(block.units) == 1
        and block.units[0].depth == 0
        and block.kind.value in ("paragraph", "quote", "description")
    ):
        return [f"{head}: {_text(block.units[0])}"]
    return [f"{head}:", *(f"  {_place(unit)} {_text(unit)}" for unit in block.units)]


def _place(unit: Unit) -> str:
    place = f"{unit.row}" + (f",{unit.column}" if unit.column else "") + ("H" if unit.header else "")
    return "  " * unit.depth + place


def _text(unit: Unit) -> str:
    parts = []
    for segment in unit.segments:
        text = segment.text.replace("\n", "\\n")
        for mark in sorted(segment.marks, key=lambda m: -m.start):
            shown = f"<{mark.kind}{' ' + mark.href if mark.href else ''}: {text[mark.start : mark.end]}>"
            text = text[: mark.start] + shown + text[mark.end :]
        parts.append(text)
    return " | ".join(parts)
