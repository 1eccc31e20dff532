"""What a translation engine is: the Protocol every one of them meets, and what it hands back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence as an engine put it, before any check."""

    text: str
    unknown: tuple[str, ...] = ()  # words the engine does not know and left as they were
    reviewed: bool = False  # a named reviewer approved exactly this text for exactly this source
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
