"""pyttsx3 with its espeak driver. It fails silently, so nothing it wrote is believed unseen."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import EngineFailedError
from pipeline.speak.espeak import Espeak
from pipeline.speak.process import record
from pipeline.speak.versions import version
from pipeline.speak.voices import Voice

ATTEMPTS = 3


class Pyttsx3:
    """Recordings by pyttsx3 that equal, sample for sample, what the library under it says for the same texts."""

    def fingerprint(self, voice: Voice) -> str:
        """Versions of pyttsx3 and of the library, and the voice."""
        return f"pyttsx3 {version('pyttsx3')}, {Espeak().fingerprint(voice)}"

    def speak(self, texts: Sequence[str], voice: Voice, words_per_minute: int) -> tuple[bytes, ...]:
        """See Engine.speak. A batch in which one sentence is wrong (lost, cut, another rate) is made again."""
        reference = Espeak().speak(texts, voice, words_per_minute)
        for _ in range(ATTEMPTS):
            try:
                recordings = record("pyttsx3", texts, voice, words_per_minute)
            except EngineFailedError as error:
                failure = error
                continue
            if recordings == reference:
                return recordings
            failure = EngineFailedError("pyttsx3 gave sound that espeak-ng does not give for the same text.")
        raise failure
