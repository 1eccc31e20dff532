"""Everything a patient reads, piece by piece: the title, headings, sentences, cells, captions and alt texts.

What a reader types, clicks or copies (links, paths, code) is blanked out, so that places stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.check.rows import Cell, Rows
from pipeline.check.subject import Subject, root
from pipeline.document import BODY_KINDS, LONGEST_SENTENCE, Block, BlockKind, Mark, Section, Segment, State, Unit
from pipeline.facts import links
from pipeline.facts.lexicon import LANGUAGES
from pipeline.facts.scan import Scan

_READ = BODY_KINDS | {BlockKind.HEADING, BlockKind.IMAGE}
_MAY_LINK = re.compile(r"[/@\\]|\w\.[A-Za-z]")
_FIGURE = re.compile(r"[0-9]")
_TITLE = Section("title", "title", None, 1)  # for a text that is nothing but its title
_REMEMBERED = 8192  # segments
_WITH_ROWS = frozenset({BlockKind.TABLE, BlockKind.LIST})


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment with the text that checks look at: its places are the segment's, links and code blanked out."""

    section: Section
    segment: Segment
    text: str
    language: str  # without region
    is_heading: bool = False  # the title is one, too
    unit: Unit | None = None
    rows: Rows | None = None  # of the table or list that it is part of

    @property
    def cell(self) -> Cell | None:
        """Its place in a row, where it has one."""
        return None if self.rows is None or self.unit is None else self.rows.cell(self.unit, self.segment)


def passages(subject: Subject) -> Iterator[Passage]:
    """Every passage of the edition in its own language, in reading order; the title comes with the first section.

    A refused sentence of a translation is left out: it is the source's, and was looked at there. Of a text that goes on
    without a stop for more than `LONGEST_SENTENCE` characters only the beginning is given.
    """
    own = subject.language
    return (passage for passage in in_every_language(subject) if passage.language == own)


def in_every_language(subject: Subject) -> Iterator[Passage]:
    """Those in other languages than the edition's as well; in a translation they are the source's, and left out."""
    sections = subject.document.every_section()
    title = subject.document.title
    yield from _read(subject, sections[0] if sections else _TITLE, title, is_heading=True)
    for section in sections:
        for block in section.blocks if section.heading is None else (section.heading, *section.blocks):
            if block.kind in _READ:
                yield from _block(subject, section, block)


def _block(subject: Subject, section: Section, block: Block) -> Iterator[Passage]:
    rows = Rows(block, _readable) if block.kind in _WITH_ROWS else None
    is_heading = block.kind is BlockKind.HEADING
    for unit in block.units:
        for segment in unit.segments:
            yield from _read(subject, section, segment, is_heading, unit, rows)
    if block.image is not None:
        for told in (block.image.caption, block.image.alt):
            if told is not None:
                yield from _read(subject, section, told)


def _read(
    subject: Subject,
    section: Section,
    segment: Segment,
    is_heading: bool = False,
    unit: Unit | None = None,
    rows: Rows | None = None,
) -> Iterator[Passage]:
    """The segment as a passage, where this edition is the one to look at it."""
    language = subject.language if segment.language is None else root(segment.language)
    foreign = language != subject.language
    if segment.state is not State.REFUSED and not (foreign and subject.is_translation):
        yield Passage(section, segment, _readable(segment), language, is_heading, unit, rows)


def _readable(segment: Segment) -> str:
    return readable(segment.text, segment.marks)[:LONGEST_SENTENCE]


def numeric(subject: Subject) -> Iterator[Passage]:
    """Every passage with a figure in it, in reading order."""
    return (passage for passage in passages(subject) if _FIGURE.search(passage.text))


def numeric_in_every_language(subject: Subject) -> Iterator[Passage]:
    """Every passage with a figure in it, those in other languages than the edition's as well."""
    return (passage for passage in in_every_language(subject) if _FIGURE.search(passage.text))


@lru_cache(maxsize=_REMEMBERED)
def readable(text: str, marks: tuple[Mark, ...] = ()) -> str:
    """The text with links, paths and code blanked out."""
    hidden = [(mark.start, mark.end) for mark in marks if mark.kind == "code"]
    if _MAY_LINK.search(text):
        hidden += [(fact.start, fact.end) for fact in links.find(Scan(text, LANGUAGES[0]))]
    for start, end in hidden:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
