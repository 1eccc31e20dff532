"""A voice that says nothing, at a plausible pace: for tests of programs that use Plainleaf."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.speak.engine import SAMPLE_RATE
from pipeline.speak.voices import Voice


class SilentVoice:
    """Silence, 70 ms a character at 150 words a minute."""

    def fingerprint(self, voice: Voice) -> str:
        """The name, and the voice it stands for."""
        return f"silent {voice.name}"

    def speak(self, texts: Sequence[str], voice: Voice, words_per_minute: int) -> tuple[bytes, ...]:  # noqa: ARG002 - the Protocol's parameters
        """Silence of each text's length."""
        return tuple(b"\0\0" * (len(text) * SAMPLE_RATE * 7 * 150 // (100 * words_per_minute)) for text in texts)
