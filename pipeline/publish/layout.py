"""How a document is laid out for a reader: which blocks are shown, heading levels, rows of tables, nested lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.document import BODY_KINDS, Block, BlockKind, Section, Segment, State, Unit
from pipeline.edition import Edition, SectionAudio
from pipeline.publish.inline import Times
from pipeline.publish.pictures import Picture
from pipeline.wording import Wording, wording

SHOWN_KINDS = BODY_KINDS | {BlockKind.HEADING}
"""Kinds a reader gets beside images. Code, boilerplate and inferred descriptions are in the report only."""

DEEPEST = 6
"""Of headings, and of lists in lists."""


@dataclass(frozen=True, slots=True)
class Item:
    """A list item, with the list below it."""

    units: tuple[Unit, ...]
    children: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. `scope` is "col" or "row" for a header cell, "" for any other."""

    units: tuple[Unit, ...]
    scope: str


@dataclass(frozen=True, slots=True)
class Part:
    """One section as pages show it."""

    section: Section
    stem: str  # name of its files: "00-…" for the lead, then "01-…"
    depth: int  # heading level, from 2
    blocks: tuple[Block, ...]
    refused: tuple[Segment, ...]
    audio: SectionAudio | None
    times: Times

    @property
    def heading(self) -> tuple[Segment, ...]:
        """The heading's segments; none for the lead."""
        block = self.section.heading
        return () if block is None else tuple(s for unit in block.units for s in unit.segments)

    @property
    def title(self) -> str:
        """The heading's text; empty for the lead."""
        return " ".join(segment.text for segment in self.heading)


@dataclass(frozen=True, slots=True)
class Outline:
    """An entry of the table of contents."""

    part: Part
    children: tuple[Outline, ...]


@dataclass(frozen=True, slots=True)
class View:
    """An edition as pages show it."""

    edition: Edition
    words: Wording
    parts: tuple[Part, ...]
    pictures: Mapping[str, Picture]  # by path, as `Image.path` has it

    @property
    def title(self) -> Segment:
        """The document's title."""
        return self.edition.document.title

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader has to know before the text: that it is a draft, that its title is in another language."""
        draft = (self.words.draft_notice,) if self.edition.is_draft else ()
        return draft + refused_notices((self.title,) if self.title.state is State.REFUSED else (), self.words)

    @property
    def silent(self) -> View:
        """The same without times of speech, for pages that play nothing."""
        return replace(self, parts=tuple(replace(part, times={}) for part in self.parts))

    def part(self, slug: str) -> Part | None:
        """The part that shows a section; an edition need not have every one."""
        return next((part for part in self.parts if part.section.slug == slug), None)

    @property
    def headed(self) -> tuple[Part, ...]:
        """The parts that have a heading."""
        return tuple(part for part in self.parts if part.heading)

    @property
    def outline(self) -> tuple[Outline, ...]:
        """The headed parts, nested by depth."""
        return _outline(self.headed)


def view(edition: Edition, pictures: Mapping[str, Picture], source_language: str) -> View:
    """Lay an edition out. `pictures` are those that are published, by path."""
    document = edition.document
    audio = {one.slug: one for one in edition.audio}
    words = wording(document.language, source_language)
    parts = []
    if document.lead is not None:
        lead = _part(document.lead, 0, 2, audio.get(document.lead.slug), pictures)
        if lead.blocks or lead.audio:
            parts.append(lead)
    depths = heading_depths([section.level for section in document.sections])
    for number, (section, depth) in enumerate(zip(document.sections, depths, strict=True), 1):
        parts.append(_part(section, number, depth, audio.get(section.slug), pictures))
    return View(edition, words, tuple(parts), pictures)


def _part(
    section: Section, number: int, depth: int, audio: SectionAudio | None, pictures: Mapping[str, Picture]
) -> Part:
    blocks = tuple(block for block in section.blocks if is_shown(block, pictures))
    heading = () if section.heading is None else tuple(section.heading.segments())
    segments = (*heading, *(segment for block in blocks for segment in block.segments()))
    refused = tuple(segment for segment in segments if segment.state is State.REFUSED)
    return Part(section, f"{number:02}-{section.slug}", depth, blocks, refused, audio, _times(audio))


def is_shown(block: Block, pictures: Mapping[str, Picture]) -> bool:
    """Whether a reader gets this block: never an image of which there is neither a file nor words."""
    if block.kind is not BlockKind.IMAGE:
        return block.kind in SHOWN_KINDS
    image = block.image
    if image is None:
        return False
    return image.path in pictures or any(s is not None and s.text.strip() for s in (image.alt, image.caption))


def _times(audio: SectionAudio | None) -> Times:
    times: dict[str, tuple[float, float]] = {}
    for cue in () if audio is None else audio.cues:
        if cue.segment:
            start, end = times.get(cue.segment, (cue.start, cue.end))
            times[cue.segment] = (min(start, cue.start), max(end, cue.end))
    return times


def refused_notices(refused: Sequence[Segment], words: Wording) -> tuple[str, ...]:
    """The notice over text that holds refused sentences, one a language they are left in."""
    notices = []
    for language in dict.fromkeys(segment.language or "en" for segment in refused):
        own = wording(words.tag, language)
        several = sum(1 for segment in refused if (segment.language or "en") == language) > 1
        many = own.refused_notice_many.replace("{mark}", own.refused_mark)
        notices.append(many if several else own.refused_notice)
    return tuple(notices)


def heading_depths(levels: Iterable[int]) -> tuple[int, ...]:
    """HTML heading levels for these source levels: under an h1, none skipped, siblings kept siblings."""
    open_levels: list[int] = []
    depths = []
    for level in levels:
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        depths.append(min(len(open_levels) + 1, DEEPEST))
    return tuple(depths)


def _outline(parts: Sequence[Part]) -> tuple[Outline, ...]:
    nodes: list[Outline] = []
    at = 0
    while at < len(parts):
        end = at + 1
        while end < len(parts) and parts[end].depth > parts[at].depth:
            end += 1
        nodes.append(Outline(parts[at], _outline(parts[at + 1 : end])))
        at = end
    return tuple(nodes)


def items(block: Block) -> tuple[Item, ...]:
    """The items of a list, nested by depth. Units of one row are one item's paragraphs."""
    rows: dict[int, list[Unit]] = {}
    for unit in block.units:
        rows.setdefault(unit.row, []).append(unit)
    return _items([tuple(units) for units in rows.values()])


def _items(rows: Sequence[tuple[Unit, ...]]) -> tuple[Item, ...]:
    nodes: list[Item] = []
    at = 0
    while at < len(rows):
        end = at + 1
        while end < len(rows) and _depth(rows[end]) > _depth(rows[at]):
            end += 1
        nodes.append(Item(rows[at], _items(rows[at + 1 : end])))
        at = end
    return tuple(nodes)


def _depth(row: tuple[Unit, ...]) -> int:
    return min(row[0].depth, DEEPEST)


def table(block: Block) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table, every row with a cell in every column that is used."""
    cells: dict[tuple[int, int], list[Unit]] = {}
    for unit in block.units:
        cells.setdefault((unit.row, unit.column), []).append(unit)
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})
    headed = set(rows) - {unit.row for unit in block.units if not unit.header}
    return tuple(
        tuple(_cell(tuple(cells.get((row, column), ())), row in headed and len(columns) > 1) for column in columns)
        for row in rows
    )


def _cell(units: tuple[Unit, ...], in_header_row: bool) -> Cell:
    if not any(unit.header and unit.text.strip() for unit in units):
        return Cell(units, "")
    return Cell(units, "col" if in_header_row else "row")


def has_header_row(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row is made of column headers."""
    return bool(rows) and any(cell.scope == "col" for cell in rows[0])
