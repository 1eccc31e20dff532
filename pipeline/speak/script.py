"""What is said of a section, line by line: the heading, then the body in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.document import BODY_KINDS, LONGEST_SENTENCE, Block, BlockKind, Image, Section, Segment, Unit
from pipeline.speak import lexicon, voices

AFTER_SENTENCE, AFTER_UNIT, AFTER_HEADING = 300, 550, 900
"""Silence in milliseconds. A unit is a paragraph, list item or table cell."""
LONGEST_PIECE = 800
"""Characters handed to an engine at once: pyttsx3 reads past the end of much longer texts."""

_LONG_WORD = re.compile(r"(\S{60})(?=\S)")  # espeak-ng leaves out the end of a word of more than some 150 characters


@dataclass(frozen=True, slots=True)
class Line:
    """One segment as it is said."""

    segment: str  # id; "" for the notice
    shown: str
    pieces: tuple[str, ...]  # as said, in texts of at most LONGEST_PIECE characters
    language: str  # BCP 47
    pause: int  # milliseconds of silence after it


def write(section: Section, language: str) -> tuple[Line, ...]:
    """The section's lines.

    Left out: segments without a letter or digit, what is too long to be a sentence, and what is in a language that no
    voice speaks.
    """
    return tuple(line for line in _lines(section, language) if line.pieces and voices.find(line.language) is not None)


def notice(text: str, language: str) -> tuple[Line, ...]:
    """The line of a notice spoken before everything else."""
    return tuple(line for line in (_line("", text, "", language, AFTER_HEADING),) if line.pieces)


def _lines(section: Section, language: str) -> Iterator[Line]:
    if section.heading is not None:
        yield from _unit_lines([s for unit in section.heading.units for s in unit.segments], language, AFTER_HEADING)
    for block in section.blocks:
        if block.kind is BlockKind.TABLE:
            yield from _table_lines(block, language)
        elif block.kind in BODY_KINDS or block.kind is BlockKind.HEADING:
            for unit in block.units:
                yield from _unit_lines(unit.segments, language, AFTER_UNIT)
        elif block.image is not None:
            yield from _image_lines(block.image, language)


def _unit_lines(
    segments: list[Segment] | tuple[Segment, ...], language: str, pause: int, before: str = ""
) -> Iterator[Line]:
    """The sentences of a unit; `before` is said, and not shown, in front of the first."""
    for number, segment in enumerate(segments):
        last = number == len(segments) - 1
        prefix = before if number == 0 else ""
        yield _line(segment.id, segment.text, prefix, segment.language or language, pause if last else AFTER_SENTENCE)


def _table_lines(table: Block, language: str) -> Iterator[Line]:
    """Row by row, each cell after the header of its column: "Dose: 5 mg". Headers alone where there are no rows."""
    headers = _column_headers(table)
    cells = [unit for unit in table.units if unit not in headers.values()] or list(table.units)
    for cell in sorted(cells, key=lambda unit: (unit.row, unit.column)):
        header = headers.get(cell.column)
        before = header.text if header is not None and header is not cell and not cell.header else ""
        yield from _unit_lines(cell.segments, language, AFTER_UNIT, before)


def _column_headers(table: Block) -> dict[int, Unit]:
    """The header cells of the first row, by column."""
    first = min((unit.row for unit in table.units), default=0)
    return {unit.column: unit for unit in table.units if unit.header and unit.row == first}


def _image_lines(image: Image, language: str) -> Iterator[Line]:
    """The alt text, then the caption, each announced; a caption that repeats the alt text is not said twice."""
    said = lexicon.load(language).said
    alt = image.alt.text.strip() if image.alt is not None else ""
    if image.alt is not None:
        yield from _unit_lines([image.alt], language, AFTER_UNIT, said["picture"])
    if image.caption is not None and image.caption.text.strip() != alt:
        yield from _unit_lines([image.caption], language, AFTER_UNIT, said["caption"])


def _line(segment: str, text: str, before: str, language: str, pause: int) -> Line:
    said = _say(text, language)
    if said and before:
        said = f"{_say(before, language).rstrip(' .:')}: {said}"
    return Line(segment, text, _pieces(said), language, pause)


def _say(text: str, language: str) -> str:
    """The text as said; empty when it has no letter or digit. A language without a lexicon is said as written."""
    if len(text) > LONGEST_SENTENCE or not any(character.isalnum() for character in text):
        return ""
    try:
        said = lexicon.spoken(text, language)
    except KeyError:
        said = " ".join(text.replace("\0", " ").split())
    return _LONG_WORD.sub(r"\1 ", said)


def _pieces(text: str) -> tuple[str, ...]:
    """Cut a long text after a sentence, else after a clause, else at a blank, else where it must be."""
    pieces = []
    while len(text) > LONGEST_PIECE:
        start = text[:LONGEST_PIECE]
        cut = max(start.rfind(". "), start.rfind("; "), start.rfind(": ")) + 1
        cut = cut or start.rfind(", ") + 1 or start.rfind(" ") or LONGEST_PIECE
        cut = cut if cut > 0 else LONGEST_PIECE
        pieces.append(text[:cut])
        text = text[cut:].lstrip()
    return tuple(piece for piece in (*pieces, text) if any(character.isalnum() for character in piece))
