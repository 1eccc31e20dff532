"""What a translation engine is: the Protocol every one of them meets, and what it hands back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

SOME_SENTENCES = frozenset({"memory", "patterns"})
"""Engines that hold only some sentences: where no other is there, a language cannot be translated into."""


@dataclass(frozen=True, slots=True)
class InlineCode:
    """One mark of a sentence (a link, emphasis) in its translation: half-open range `[start, end)` of characters."""

    number: int  # which of the sentence's marks, from 0, in their order
    kind: str  # as `Mark.kind`
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence as an engine put it, before any check."""

    text: str
    unknown: tuple[str, ...] = ()  # words the engine does not know and left as they were
    reviewed: bool = False  # a named reviewer approved exactly this text for exactly this source
    override: str = ""  # reviewed only: why it stands although the gate objects
    codes: tuple[InlineCode, ...] = ()  # reviewed only: where the reviewer set links and emphasis
    absent: tuple[str, ...] = ()  # terms of our glossary that the engine did not use, as "term: translation"


class Translator(Protocol):
    """One engine for one target language, from English."""

    @property
    def name(self) -> str:
        """The engine's key in `pipeline.translate.ENGINES`."""
        ...

    @property
    def fingerprint(self) -> str:
        """Name and version of engine, model and options: equal fingerprints give equal drafts."""
        ...

    def translate(self, sentences: Sequence[str]) -> list[Draft | None]:
        """A draft for each sentence, in order; None where the engine has nothing it can stand by.

        A sentence has no line break. Raises EngineFailedError when the engine as a whole does not answer.
        """
        ...
