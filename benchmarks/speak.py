"""How fast Plainleaf speaks, beside the bare espeak-ng library in the same run, and how often pyttsx3 is wrong.

    python benchmarks/speak.py [--rounds 3]

JSON to standard output. "plainleaf" is everything: pyttsx3 in its process, the check against the library, joining,
levelling, MP3. "espeak" is the library in its own process, without MP3: the least that speech can cost.
real_time_factor: wall seconds a second of speech. outliers: batches of pyttsx3 whose samples differ from the library's.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

from pipeline.errors import EngineFailedError
from pipeline.speak import mp3, process, recording, script, voices
from pipeline.speak.through_pyttsx3 import Pyttsx3

PAIRS = Path(__file__).parent.parent / "tests" / "translate" / "fixtures" / "tiny-pairs.tsv"
SECTION = 12  # sentences
WORDS_PER_MINUTE = 150


def measure(sentences: list[str], language: str, rounds: int) -> dict[str, Any]:
    """Figures of one language."""
    voice = voices.find(language)
    if voice is None:
        raise SystemExit(f"no voice speaks {language}")
    sections = [
        [line for text in sentences[start : start + SECTION] for line in script.notice(text, language)]
        for start in range(0, len(sentences), SECTION)
    ]
    texts = [[piece for line in lines for piece in line.pieces] for lines in sections]
    words = sum(len(text.split()) for text in sentences) * rounds

    seconds = 0.0
    started = time.perf_counter()
    for _ in range(rounds):
        seconds += sum(mp3.seconds(recording.record(lines, [Pyttsx3()], WORDS_PER_MINUTE).mp3) for lines in sections)
    ours = time.perf_counter() - started

    reference = []
    started = time.perf_counter()
    for _ in range(rounds):
        reference = [process.record("espeak", batch, voice, WORDS_PER_MINUTE) for batch in texts]
    direct = time.perf_counter() - started

    outliers = 0
    for _ in range(rounds):
        for batch, expected in zip(texts, reference, strict=True):
            try:
                outliers += process.record("pyttsx3", batch, voice, WORDS_PER_MINUTE) != expected
            except EngineFailedError:
                outliers += 1
    return {
        "sentences": len(sentences) * rounds,
        "speech_seconds": round(seconds, 1),
        "plainleaf": {"real_time_factor": round(ours / seconds, 5), "s_per_1000_words": round(1000 * ours / words, 3)},
        "espeak": {"real_time_factor": round(direct / seconds, 5), "s_per_1000_words": round(1000 * direct / words, 3)},
        "outliers": outliers,
        "batches": len(sections) * rounds,
    }


def main() -> None:
    """Measure English and Spanish, one section at a time."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=3)
    rounds = options.parse_args().rounds
    english, spanish = zip(*(line.split("\t") for line in PAIRS.read_text("utf-8").splitlines()), strict=True)
    print(json.dumps({"en": measure(list(english), "en", rounds), "es": measure(list(spanish), "es", rounds)}))


if __name__ == "__main__":
    main()
