"""What of a section is counted, and what is left out, with the reason.

Counted: every sentence of paragraphs, lists, quotes and tables; a list item without a full stop is a sentence. A table
cell counts when it is a sentence: five words or more, or one that ends as a sentence does. Left out: headings, header
cells and shorter cells, picture texts, descriptions, boilerplate, code, and text in another language than the
document's (a refused translation).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.document import BODY_KINDS, Block, BlockKind, Section, Segment, Unit
from pipeline.score.tally import Tally, sentence
from pipeline.score.words import words

_SHORT_CELL = 5  # words; a cell with fewer is a label or a figure, not a sentence
_STOPS = (".", "!", "?", "…")
_REASONS = {
    BlockKind.HEADING: "heading",
    BlockKind.IMAGE: "picture text",
    BlockKind.CODE: "code",
    BlockKind.DESCRIPTION: "description",
    BlockKind.BOILERPLATE: "boilerplate",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """One sentence with its counts; `left_out` is empty where it is scored, else the reason why not."""

    segment: Segment
    tally: Tally
    left_out: str = ""


def count(section: Section, language: str) -> Iterator[Counted]:
    """Every segment of a section, the heading's first, in reading order."""
    blocks = section.blocks if section.heading is None else (section.heading, *section.blocks)
    for block in blocks:
        if block.kind not in BODY_KINDS:
            for segment in block.segments():
                yield Counted(segment, sentence(segment.text, language), _REASONS[block.kind])
            continue
        for unit in block.units:
            why = _why_not(block, unit, language)
            for segment in unit.segments:
                is_foreign = segment.language not in (None, language)
                yield Counted(segment, sentence(segment.text, language), "other language" if is_foreign else why)


def _why_not(block: Block, unit: Unit, language: str) -> str:
    """Why a unit of body text is not counted; empty where it is."""
    if block.kind is not BlockKind.TABLE:
        return ""
    if unit.header:
        return "table header"
    is_short = len(words(unit.text, language)) < _SHORT_CELL
    return "short table cell" if is_short and not unit.text.rstrip().endswith(_STOPS) else ""
