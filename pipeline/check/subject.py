"""What a check looks at, and how it says where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from string import whitespace
from typing import TYPE_CHECKING

from pipeline.check.alignment import align
from pipeline.check.limits import Limits, limits
from pipeline.document import Block, Document, Image, Section, Segment, Span
from pipeline.edition import Edition
from pipeline.findings import Finding, Where, finding, position
from pipeline.glossary.entries import Glossary
from pipeline.parser import Parser
from pipeline.score.counting import count
from pipeline.score.tally import Tally

if TYPE_CHECKING:
    from pipeline import settings

_BLANKS = whitespace + "\u00a0\u2007\u202f\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its place in the document."""

    section: Section
    block: Block
    image: Image

    @property
    def alt(self) -> str:
        """The alt text without white space around it; empty where there is none or the picture is decorative."""
        return "" if self.image.alt is None else self.image.alt.text.strip(_BLANKS)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of body text with its counts and its place in the document."""

    section: Section
    segment: Segment
    tally: Tally


@dataclass(frozen=True, slots=True)
class Subject:
    """One edition under check."""

    edition: Edition
    settings: settings.Check
    source_text: str = ""
    origin: Edition | None = None
    glossary: Callable[[], Glossary] = Glossary
    parser: Parser = field(default_factory=Parser)  # loads its model when the first sentence is parsed
    _sentences: list[Sentence] = field(default_factory=list, repr=False)

    @property
    def limits(self) -> Limits:
        """What counts as good enough: the profile's figures, with those of the settings over them."""
        return limits(self.settings)

    @property
    def document(self) -> Document:
        """The edition's document."""
        return self.edition.document

    @property
    def language(self) -> str:
        """The language of the edition, without region: "en"."""
        return root(self.document.language)

    @property
    def is_translation(self) -> bool:
        """Whether the edition was made from one in another language."""
        return self.origin is not None and root(self.origin.document.language) != self.language

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of body text that is scored, in reading order; counted once for all checks."""
        if not self._sentences:
            self._sentences.extend(
                Sentence(section, part.segment, part.tally)
                for section in self.document.every_section()
                for part in count(section, self.document.language)
                if part.tally.words and not part.left_out
            )
        return tuple(self._sentences)

    def place(self, span: Span | None) -> tuple[int, int] | None:
        """Line and column of a span in the source; None where either is not known."""
        return None if span is None or not self.source_text else position(self.source_text, span.start)

    def where(
        self,
        section: Section,
        segment: Segment | None = None,
        block: Block | None = None,
        part: tuple[int, int] | None = None,
    ) -> Where:
        """A segment's place, that of a part of it (a range of characters of its text), or a block's."""
        span = segment.span if segment is not None else None
        if span is not None and segment is not None and part is not None:
            span = self._part(segment.text, span, *part)
        if span is None and block is not None:
            span = block.span
        line, column = self.place(span) or (None, None)
        end_line, end_column = self.place(None if span is None else Span(span.end, span.end)) or (None, None)
        return Where(
            self.document.source.path,
            line,
            column,
            section.slug,
            None if segment is None else segment.id,
            self.document.language,
            end_line,
            end_column,
        )

    def _part(self, text: str, span: Span, start: int, end: int) -> Span:
        """Where a part of a segment's text stands in the source; the whole segment where that cannot be told."""
        places = align(text, self.source_text[span.start : span.end])
        if places is None or not start < end <= len(places):
            return span
        return Span(span.start + places[start][0], span.start + places[end - 1][1])

    def found(
        self,
        code: str,
        section: Section,
        segment: Segment | None,
        message: str,
        hint: str = "",
        *,
        part: tuple[int, int] | None = None,
        value: float | None = None,
    ) -> Finding:
        """A finding about a segment, or about a part of it (a range of characters of its text).

        Without a segment it is about the section as a whole, and stands at its heading. One about a part is the same
        finding wherever in its section these words stand: its sentence may be edited.
        """
        if segment is None:
            heading = None if section.heading is None else next(section.heading.segments(), None)
            place = self.where(section, heading or next(section.segments(), None))
            return finding(code, message, place, hint, about=f"section {section.slug}", value=value)
        about = segment.text if part is None else segment.text[slice(*part)]
        return finding(code, message, self.where(section, segment, part=part), hint, about=about, value=value)

    def pictures(self) -> Iterator[Picture]:
        """Every picture, in reading order."""
        return pictures(self.document)

    def at_alt(self, code: str, picture: Picture, message: str, hint: str = "") -> Finding:
        """A finding about a picture's alt text; it stands where the picture does."""
        place = self.where(picture.section, picture.image.alt, picture.block)
        about = f"{picture.image.src} {picture.alt}"
        return finding(code, f"Picture {short_src(picture.image.src)}: {message}", place, hint, about=about)


def pictures(document: Document) -> Iterator[Picture]:
    """Every picture of a document, in reading order."""
    for section in document.every_section():
        for block in section.blocks:
            if block.image is not None:
                yield Picture(section, block, block.image)


def root(language: str) -> str:
    """The language of a BCP 47 tag: "pt" of "pt-BR"."""
    return language.partition("-")[0].lower()


def short_src(src: str) -> str:
    """A picture's address as shown in a message: an embedded picture is thousands of letters long."""
    return src if len(src) <= 80 else f"{src[:60]}…"
