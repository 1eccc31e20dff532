"""The data that flows through every stage: frozen, without I/O, JSON in and out.

    Document ── lead, sections ── Section ── heading, blocks ── Block ── units ── Unit ── segments ── Segment

A *unit* is text that stands by itself: a paragraph, a heading, one list item, one table cell.
A *segment* is one sentence of a unit; its id lives from the source through every edition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is; `SCORED` and `SPOKEN` below say how stages treat each kind."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    QUOTE = "quote"
    IMAGE = "image"
    CODE = "code"
    DESCRIPTION = "description"  # a picture description found in the body text; inferred, never body text
    BOILERPLATE = "boilerplate"  # kept and reported, neither scored nor spoken


BODY_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.TABLE, BlockKind.QUOTE})
"""Kinds whose segments are simplified, scored, translated and spoken as body text."""

LONGEST_SENTENCE = 2_000
"""Characters. Longer text between two stops is no sentence anyone could read or an engine could parse: it is left
in its own words, and reported."""


COPY = "copy"
"""The `note` of a sentence that an added part of a page repeats. What is found of it is told of the sentence itself."""


class State(StrEnum):
    """How far a segment's text can be trusted."""

    SOURCE = "source"  # words of the source, or our own plain rewriting of them in the same language
    MACHINE = "machine"  # machine translation nobody has reviewed
    REVIEWED = "reviewed"  # approved, in exactly these words, by a named reviewer
    STALE = "stale"  # approved once, but its source has changed since
    REFUSED = "refused"  # could not be carried over safely; the text is that of its origin


class Level(StrEnum):
    """An edition's level of language."""

    ORIGINAL = "original"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range `[start, end)` of characters in the decoded source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline mark over `[start, end)` of its segment's own text."""

    kind: str  # "link", "strong", "emphasis" or "code"
    start: int
    end: int
    href: str | None = None  # links only


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence, or one heading, cell or item that is not a sentence."""

    id: str
    text: str
    span: Span | None = None  # in the source text; None for text that was not there
    origin: str | None = None  # id of the segment this one was made from
    state: State = State.SOURCE
    engine: str | None = None  # fingerprint of the engine that made the text
    language: str | None = None  # BCP 47; None means the document's language
    marks: tuple[Mark, ...] = ()
    note: str | None = None  # added text only: what it is ("definition", "file name", "copy", "wording.<its name>")


@dataclass(frozen=True, slots=True)
class Unit:
    """Text that stands by itself, with its place in a list or table."""

    segments: tuple[Segment, ...]
    row: int = 0  # list item or table row, from 0
    column: int = 0  # table column, from 0
    header: bool = False  # table header cell
    depth: int = 0  # nesting of a list item, from 0

    @property
    def text(self) -> str:
        """The unit's sentences, joined by blanks."""
        return " ".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture a document names. No file is opened here."""

    src: str  # as written in the source
    path: str | None = None  # relative to the source file's folder; None when there is no such file inside it
    alt: Segment | None = None  # None: the source has no alt; empty text: decorative
    caption: Segment | None = None
    description: str | None = None  # id of the description block paired with it
    outside: str | None = None  # what takes `src` out of the folder ("a web address"); such a file is never looked up


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a section."""

    id: str
    kind: BlockKind
    units: tuple[Unit, ...] = ()
    level: int = 0  # headings: 1 to 6
    ordered: bool = False  # lists
    image: Image | None = None  # IMAGE blocks only
    span: Span | None = None
    reason: str | None = None  # DESCRIPTION and BOILERPLATE: the rule that said so
    start: int = 1  # ordered lists: the number of the first item

    @property
    def text(self) -> str:
        """All text of the block, a unit a line."""
        return "\n".join(unit.text for unit in self.units)

    def segments(self) -> Iterator[Segment]:
        """Every segment of the block's units, then the picture's caption and alt."""
        for unit in self.units:
            yield from unit.segments
        if self.image is not None:
            yield from (s for s in (self.image.caption, self.image.alt) if s is not None)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks below it, up to the next heading."""

    id: str
    slug: str  # unique in its document, ASCII, safe as a file name
    heading: Block | None  # None for the lead: text between the title and the first heading
    level: int
    blocks: tuple[Block, ...] = ()
    part: str | None = None  # an added part of the page: its name in the settings ("summary")

    def body(self) -> Iterator[Block]:
        """Blocks of body text, in order."""
        return (block for block in self.blocks if block.kind in BODY_KINDS)

    def segments(self) -> Iterator[Segment]:
        """The heading's segments, then those of every block."""
        if self.heading is not None:
            yield from self.heading.segments()
        for block in self.blocks:
            yield from block.segments()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from."""

    path: str  # as given, with forward slashes
    sha256: str
    media_type: str  # "text/plain", "text/markdown", "text/html"
    encoding: str


@dataclass(frozen=True, slots=True)
class Document:
    """A health text at one level in one language: an edition's content."""

    id: str  # slug of the source file's name
    title: Segment
    language: str  # BCP 47
    sections: tuple[Section, ...]
    source: Source
    lead: Section | None = None
    level: Level = Level.ORIGINAL
    title_level: int | None = None  # where the title is the first heading: its level

    def every_section(self) -> tuple[Section, ...]:
        """The lead, if there is one, then the sections."""
        return (() if self.lead is None else (self.lead,)) + self.sections

    def blocks(self) -> Iterator[Block]:
        """Every block below the headings, in reading order."""
        for section in self.every_section():
            yield from section.blocks

    def segments(self) -> Iterator[Segment]:
        """The title, then every segment in reading order."""
        yield self.title
        for section in self.every_section():
            yield from section.segments()


@dataclass(frozen=True, slots=True)
class Edit:
    """One change the simplifier made, or wanted to make and did not."""

    segment: str  # id of the plain segment
    origin: str  # id of the source segment
    rule: str  # "lexical", "define", "split.coordination", …
    before: str
    after: str
    reason: str  # for a clinician: why this is plainer, or why it was refused
    entry: str | None = None  # glossary term, where one is behind the edit
    applied: bool = True


def without_parts(document: Document) -> Document:
    """The document without the parts that were added to its page."""
    if all(section.part is None for section in document.sections):
        return document
    return replace(document, sections=tuple(section for section in document.sections if section.part is None))


def map_segments(document: Document, change: Callable[[Segment], Segment]) -> Document:
    """The document with `change` applied to every segment, the title first, in reading order."""

    def unit(u: Unit) -> Unit:
        return replace(u, segments=tuple(change(s) for s in u.segments))

    def optional(segment: Segment | None) -> Segment | None:
        return None if segment is None else change(segment)

    def block(b: Block) -> Block:
        units = tuple(unit(u) for u in b.units)
        if b.image is None:
            return replace(b, units=units)
        caption = optional(b.image.caption)
        return replace(b, units=units, image=replace(b.image, caption=caption, alt=optional(b.image.alt)))

    def section(s: Section) -> Section:
        heading = None if s.heading is None else block(s.heading)
        return replace(s, heading=heading, blocks=tuple(block(b) for b in s.blocks))

    title = change(document.title)
    lead = None if document.lead is None else section(document.lead)
    return replace(document, title=title, lead=lead, sections=tuple(section(s) for s in document.sections))
