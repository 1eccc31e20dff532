"""What a voice engine is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pipeline.speak.voices import Voice

SAMPLE_RATE = 22_050
"""Samples a second of everything an engine gives; espeak-ng's own rate."""


class Engine(Protocol):
    """Something that speaks texts with one voice."""

    def fingerprint(self, voice: Voice) -> str:
        """Name and version of the engine and the voice. Starts nothing."""

    def speak(self, texts: Sequence[str], voice: Voice, words_per_minute: int) -> tuple[bytes, ...]:
        """One recording a text: 16-bit little-endian mono samples at SAMPLE_RATE.

        The same call gives the same bytes, whatever was spoken before it.
        Raises EngineMissingError where the engine is not installed, EngineFailedError where it gives no usable sound.
        """
