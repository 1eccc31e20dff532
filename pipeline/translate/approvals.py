"""Who approved which words: one approval is one English sentence, its translation, and a named reviewer's signature."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, replace

from pipeline.translate.engine import InlineCode


@dataclass(frozen=True, slots=True)
class Reviewer:
    """The person who signs, as the record shall name them."""

    name: str
    qualification: str  # "certified medical translator EN-ES"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stood when it was approved."""

    document: str  # id
    segment: str  # id


@dataclass(frozen=True, slots=True)
class Approval:
    """A pair of the memory. Blanks in `source` and `target` are single, and none stands at an end."""

    language: str  # of the target, BCP 47
    source: str  # English
    target: str
    reviewer: Reviewer | None = None  # None: a pair from another program's memory, which names nobody
    date: str = ""  # ISO 8601, as the reviewer's machine gave it
    sha256: str = ""  # of source and target as they were signed; empty where nobody signed
    override_reason: str = ""  # why the pair stands although the gate objects
    places: tuple[Place, ...] = ()
    codes: tuple[InlineCode, ...] = ()  # where links and emphasis of the source stand in the target

    @property
    def holds(self) -> bool:
        """Whether the pair may be used: nobody signed it, or exactly these words were signed."""
        if self.reviewer is None and not self.sha256:
            return True
        return self.sha256 == digest(self.source, self.target)


def flat(text: str) -> str:
    """The text with single blanks and none at its ends: how sentences are compared and kept."""
    return " ".join(text.split())


def flattened(raw: str) -> tuple[str, list[int]]:
    """The text with single blanks, and where each of its characters, and its end, has gone."""
    made: list[str] = []
    places = []
    for character in raw:
        places.append(len(made))
        if not character.isspace():
            made.append(character)
        elif made and made[-1] != " ":
            made.append(" ")
    text = "".join(made).rstrip()
    return text, [min(place, len(text)) for place in (*places, len(made))]


def digest(source: str, target: str) -> str:
    """SHA-256 of a pair, whatever its spacing and its way of composing accents."""
    pair = "\n".join(unicodedata.normalize("NFC", flat(text)) for text in (source, target))
    return hashlib.sha256(pair.encode()).hexdigest()


def signed(approval: Approval) -> Approval:
    """The approval with the digest of its own words."""
    source, target = flat(approval.source), flat(approval.target)
    return replace(approval, source=source, target=target, sha256=digest(source, target))
