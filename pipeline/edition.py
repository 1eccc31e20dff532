"""What the stages hand on beside the document: figures, audio, editions. Frozen, without I/O."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document import Document, Edit
from pipeline.findings import Finding


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted."""

    words: int
    sentences: int
    syllables: int
    polysyllables: int  # words of three or more syllables


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was not counted, and why ("heading", "description", "boilerplate", "path", …)."""

    words: int
    why: str


@dataclass(frozen=True, slots=True)
class SectionScore:
    """The figures of one section. `scores` lacks a formula that cannot be applied (no sentence, other language)."""

    slug: str
    heading: str
    scores: dict[str, float]  # by formula: "fkgl" (US grade), "smog" (US grade), "flesch" (0 hard … 100 easy)
    counted: Counts
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Readability:
    """The figures of a document and of each section, in `Document.every_section` order."""

    language: str
    scores: dict[str, float]
    counted: Counts
    left_out: tuple[LeftOut, ...]
    sections: tuple[SectionScore, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """When a segment is spoken, in seconds from the start of its section's audio."""

    segment: str  # id; "" for the spoken notice
    text: str  # as shown, not as respelled for the voice
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class SectionAudio:
    """One section, spoken."""

    slug: str
    mp3: str  # SHA-256 of the MP3's bytes, which lie in the store under that name
    seconds: float
    cues: tuple[Cue, ...]
    voice: str  # fingerprint of the engine and voice


@dataclass(frozen=True, slots=True)
class Edition:
    """A document at one level in one language, with all that is known of it."""

    document: Document
    readability: Readability
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    audio: tuple[SectionAudio, ...] = ()  # in `Document.every_section` order; empty where no voice speaks the language

    @property
    def name(self) -> str:
        """The edition's folder: the language, with "-original" behind it for the source's own words."""
        suffix = "-original" if self.document.level == "original" else ""
        return self.document.language + suffix


@dataclass(frozen=True, slots=True)
class Handout:
    """All editions of one source file: its own words, plain words, and the plain words translated."""

    original: Edition
    plain: Edition
    translations: tuple[Edition, ...] = ()

    @property
    def id(self) -> str:
        """The document's id."""
        return self.original.document.id

    @property
    def published(self) -> tuple[Edition, ...]:
        """The editions a reader gets: the plain one, then the translations."""
        return (self.plain, *self.translations)
