"""One section: its lines spoken by the first engine that can, joined, encoded, timed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.edition import Cue
from pipeline.errors import EngineFailedError, EngineMissingError
from pipeline.speak import mp3, sound, voices
from pipeline.speak.engine import SAMPLE_RATE, Engine
from pipeline.speak.plausible import plausible
from pipeline.speak.script import Line


@dataclass(frozen=True, slots=True)
class Recording:
    """A section's MP3 and its cues."""

    mp3: bytes
    seconds: float
    cues: tuple[Cue, ...]
    voice: str  # fingerprint of the engine that spoke, with the voice of the first line


def record(lines: Sequence[Line], engines: Sequence[Engine], words_per_minute: int) -> Recording:
    """Speak lines, each in its own language. All lines are spoken by one engine.

    Raises EngineFailedError, saying what each engine said, where none of them could.
    """
    reasons = []
    for engine in engines:
        try:
            takes = _speak(lines, engine, words_per_minute)
        except EngineMissingError as error:
            reasons.append(error.message)
            continue
        return _assemble(lines, takes, engine.fingerprint(_voice(lines[0].language)))
    raise EngineFailedError(" ".join(reasons) or "no voice engine is asked for.")


def _voice(language: str) -> voices.Voice:
    voice = voices.find(language)
    if voice is None:
        raise EngineMissingError(f"no voice speaks {language}.")
    return voice


def _speak(lines: Sequence[Line], engine: Engine, words_per_minute: int) -> list[sound.Take]:
    """The lines' takes. Each voice speaks its lines in one batch, for an engine's process has one voice."""
    recordings: dict[int, tuple[bytes, ...]] = {}
    spoken_by = [_voice(line.language) for line in lines]
    for voice in dict.fromkeys(spoken_by):
        mine = [number for number, one in enumerate(spoken_by) if one == voice]
        texts = [piece for number in mine for piece in lines[number].pieces]
        spoken = engine.speak(texts, voice, words_per_minute)
        _verify(texts, spoken, words_per_minute)
        rest = iter(spoken)
        for number in mine:
            recordings[number] = tuple(next(rest) for _ in lines[number].pieces)
    return [sound.Take(recordings[number], line.pause) for number, line in enumerate(lines)]


def _verify(texts: Sequence[str], spoken: Sequence[bytes], words_per_minute: int) -> None:
    if len(spoken) != len(texts):
        raise EngineFailedError(f"{len(spoken)} recordings of {len(texts)} sentences.")
    for text, samples in zip(texts, spoken, strict=True):
        if not plausible(text, samples, words_per_minute):
            seconds = len(samples) / 2 / SAMPLE_RATE
            raise EngineFailedError(f"{seconds:.1f} seconds of sound for a sentence of {len(text)} characters.")


def _assemble(lines: Sequence[Line], takes: list[sound.Take], voice: str) -> Recording:
    samples, spans = sound.join(takes)
    encoded = mp3.encode(sound.level(samples).astype("<i2").tobytes())
    cues = tuple(
        Cue(line.segment, line.shown, _time(start), _time(end)) for line, (start, end) in zip(lines, spans, strict=True)
    )
    return Recording(encoded, round(mp3.seconds(encoded), 3), cues, voice)


def _time(position: int) -> float:
    """Seconds, to the millisecond, at which a player gets to a sample."""
    return round((position + mp3.DELAY) / SAMPLE_RATE, 3)
