"""Runs worker.py: one process a batch, killed when it takes too long, every file it wrote checked."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import wave
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import EngineFailedError, EngineMissingError
from pipeline.speak.engine import SAMPLE_RATE
from pipeline.speak.voices import Voice

WORKER = Path(__file__).with_name("worker.py")
INSTALL = "Run `make setup`, or install pyttsx3 and espeakng-loader."
PATIENCE = 30.0
"""Seconds a batch may take, and one more for every 500 characters: some hundred times what it needs."""


def record(engine: str, texts: Sequence[str], voice: Voice, words_per_minute: int) -> tuple[bytes, ...]:
    """Speak texts in a fresh process and give the samples of each file it wrote.

    Raises EngineMissingError where the engine cannot be loaded there, and EngineFailedError where the process
    crashed, hung, loaded another voice, or left a file that is missing, empty, silent or of another format.
    """
    patience = PATIENCE + sum(map(len, texts)) / 500
    with tempfile.TemporaryDirectory(prefix="plainleaf-") as folder:
        job = _library() | {
            "engine": engine,
            "voice": voice.name,
            "rate": words_per_minute,
            "folder": folder,
            "texts": list(texts),
        }
        try:
            done = subprocess.run(  # noqa: S603 - this interpreter and our own script
                [sys.executable, "-P", str(WORKER)],
                input=json.dumps(job).encode(),
                capture_output=True,
                timeout=patience,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise EngineFailedError(f"{engine} did not answer within {patience:.0f} seconds.") from error
        if done.returncode:
            raise EngineFailedError(f"the process of {engine} ended with status {done.returncode}.")
        try:
            answer = json.loads(done.stdout)
        except ValueError as error:
            raise EngineFailedError(f"the process of {engine} gave no usable answer.") from error
        _check_answer(engine, answer, voice)
        return tuple(_samples(engine, Path(folder, f"{number}.wav")) for number in range(len(texts)))


def _library() -> dict[str, str]:
    """The espeak-ng library and its data, from the wheel."""
    try:
        import espeakng_loader
    except ImportError as error:
        raise EngineMissingError("the voices of espeak-ng are not installed.", INSTALL) from error
    library = Path(espeakng_loader.get_library_path())
    versioned = library.with_name("libespeak-ng.so.1")  # the name pyttsx3 asks for
    return {"library": str(versioned if versioned.exists() else library), "data": espeakng_loader.get_data_path()}


def _check_answer(engine: str, answer: dict[str, str | list[str]], voice: Voice) -> None:
    if missing := answer.get("missing"):
        raise EngineMissingError(f"the voice engine {engine} cannot be loaded ({missing}).", INSTALL)
    if answer["errors"]:
        raise EngineFailedError(f"{engine} reported {', '.join(answer['errors'])} for the voice {voice.name}.")
    if str(answer["voice"]).lower() != voice.file.lower():
        raise EngineFailedError(f"{engine} loaded the voice {answer['voice']} instead of {voice.file}.")


def _samples(engine: str, path: Path) -> bytes:
    try:
        with wave.open(str(path), "rb") as file:
            shape = (file.getnchannels(), file.getsampwidth(), file.getframerate())
            samples = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise EngineFailedError(f"{engine} left no readable sound for a sentence.") from error
    if shape != (1, 2, SAMPLE_RATE):
        raise EngineFailedError(f"{engine} gave sound of another format: {shape}.")
    if not samples.strip(b"\0"):
        raise EngineFailedError(f"{engine} gave silence for a sentence.")
    return samples
