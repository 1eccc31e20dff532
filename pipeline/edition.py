"""What the stages hand on beside the document: figures, audio, editions. Frozen, without I/O."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.document import Document, Edit, State
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
    margins: dict[str, float] = field(default_factory=dict)  # half-width of the 95 % interval, where it can be told


@dataclass(frozen=True, slots=True)
class Readability:
    """The figures of a document and of each section, in `Document.every_section` order."""

    language: str
    scores: dict[str, float]
    counted: Counts
    left_out: tuple[LeftOut, ...]
    sections: tuple[SectionScore, ...]
    margins: dict[str, float] = field(default_factory=dict)


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
    def is_draft(self) -> bool:
        """Whether a sentence of it is a machine's that nobody has reviewed, or could not be translated."""
        return any(s.state in (State.MACHINE, State.STALE, State.REFUSED) for s in self.document.segments())

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


@dataclass(frozen=True, slots=True)
class Published:
    """One output file; its bytes lie in the store under its SHA-256."""

    path: str  # relative to the output folder, forward slashes
    sha256: str
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """What the index of all handouts says of one edition."""

    name: str  # its folder
    language: str  # BCP 47
    title: str
    title_language: str  # another one where the title could not be translated
    is_draft: bool
    refused: int  # sentences shown in the source's language
    seconds: float  # of sound; 0.0 for none
    scores: dict[str, float]
    findings: dict[str, int]  # by severity; severities without findings are left out


@dataclass(frozen=True, slots=True)
class HandoutEntry:
    """What the index of all handouts says of one handout."""

    id: str
    source: str  # path of the source file
    original: EditionEntry
    published: tuple[EditionEntry, ...]  # the plain edition first
