"""espeak-ng without pyttsx3 in between: the library from the espeakng-loader wheel, called synchronously."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.speak.process import record
from pipeline.speak.versions import version
from pipeline.speak.voices import Voice


class Espeak:
    """The reference: two calls with the same arguments give the same bytes."""

    def fingerprint(self, voice: Voice) -> str:
        """Version of the wheel, and the voice."""
        return f"espeak-ng ({version('espeakng-loader')}) {voice.name}"

    def speak(self, texts: Sequence[str], voice: Voice, words_per_minute: int) -> tuple[bytes, ...]:
        """See Engine.speak."""
        return record("espeak", texts, voice, words_per_minute)
