"""What a check looks at, and how it says where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import whitespace
from typing import TYPE_CHECKING

from pipeline.document import Block, Document, Image, Section, Segment, Span
from pipeline.edition import Edition
from pipeline.findings import Finding, Where, finding, position

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
class Subject:
    """One edition under check."""

    edition: Edition
    settings: settings.Check
    source_text: str = ""
    origin: Edition | None = None

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

    def place(self, span: Span | None) -> tuple[int, int] | None:
        """Line and column of a span in the source; None where either is not known."""
        return None if span is None or not self.source_text else position(self.source_text, span.start)

    def where(self, section: Section, segment: Segment | None = None, block: Block | None = None) -> Where:
        """A segment's place, or a block's."""
        span = segment.span if segment is not None else None
        if span is None and block is not None:
            span = block.span
        line, column = self.place(span) or (None, None)
        return Where(
            self.document.source.path,
            line,
            column,
            section.slug,
            None if segment is None else segment.id,
            self.document.language,
        )

    def pictures(self) -> Iterator[Picture]:
        """Every picture, in reading order."""
        return pictures(self.document)

    def at_alt(self, code: str, picture: Picture, message: str, hint: str = "") -> Finding:
        """A finding about a picture's alt text; it stands where the picture does."""
        place = self.where(picture.section, picture.image.alt, picture.block)
        return finding(code, f"Picture {short_src(picture.image.src)}: {message}", place, hint)


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
