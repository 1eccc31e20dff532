"""One batch of texts to WAV files, in a process of its own. Run as a script by process.py, never imported.

The job comes as JSON on standard input, the answer goes as JSON to standard output; what a library prints goes
nowhere. Every batch gets a fresh process because espeak-ng carries the phase of its pitch flutter from one text
to the next, and only a new process starts it again: without that, equal texts do not give equal bytes.
For the same reason a process speaks with one voice at one rate, set once.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import wave
from typing import Any

SAMPLE_RATE = 22_050
SYNCHRONOUS = 2  # espeak_AUDIO_OUTPUT
RATE = 1  # espeak_PARAMETER
UTF8_WITH_END_PAUSE = 0x1001  # espeakCHARS_UTF8 | espeakENDPAUSE, the flags pyttsx3 uses
CHARACTER = 1  # espeak_POSITION_TYPE


def load_espeak(job: dict[str, Any]) -> ctypes.CDLL:
    """The library. Its soname is then found by whoever asks the system for it, as pyttsx3 does."""
    os.environ["ESPEAK_DATA_PATH"] = job["data"]
    return ctypes.CDLL(job["library"])


def with_pyttsx3(job: dict[str, Any]) -> dict[str, Any]:
    """Write the files through pyttsx3."""
    espeak = load_espeak(job)
    import pyttsx3

    errors: list[str] = []
    engine = pyttsx3.init("espeak")
    engine.connect("error", lambda exception, **_: errors.append(type(exception).__name__))
    engine.runAndWait()  # the first loop of a process returns at once; a second empty one would never return
    engine.setProperty("voice", job["voice"])
    engine.setProperty("rate", job["rate"])
    espeak.espeak_Synchronize()  # another thread sets the rate: to speak before it has gives lost or wrong sound
    for number, text in enumerate(job["texts"]):
        engine.save_to_file(text, f"{job['folder']}/{number}.wav")
        engine.runAndWait()
        espeak.espeak_Synchronize()  # else the end of this text may be taken for the end of the next
    return {"voice": engine.getProperty("voice"), "errors": errors}


def with_espeak(job: dict[str, Any]) -> dict[str, Any]:
    """Write the files through the library itself, synchronously."""
    espeak = load_espeak(job)
    callback_type = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
    heard: list[bytes] = []

    def hear(samples: Any, count: int, _events: int | None) -> int:
        if samples and count > 0:
            heard.append(ctypes.string_at(samples, 2 * count))
        return 0

    callback = callback_type(hear)
    errors: list[str] = []
    if espeak.espeak_Initialize(SYNCHRONOUS, 0, job["data"].encode(), 0) != SAMPLE_RATE:
        errors.append("espeak_Initialize")
    espeak.espeak_SetSynthCallback(callback)
    if espeak.espeak_SetVoiceByName(job["voice"].encode()):
        errors.append("espeak_SetVoiceByName")
    espeak.espeak_SetParameter(RATE, job["rate"], 0)
    for number, text in enumerate(job["texts"]):
        heard.clear()
        utf8 = text.encode()
        size = ctypes.c_size_t(len(utf8) + 1)
        if espeak.espeak_Synth(utf8, size, 0, CHARACTER, 0, UTF8_WITH_END_PAUSE, None, None):
            errors.append("espeak_Synth")
        with wave.open(f"{job['folder']}/{number}.wav", "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(SAMPLE_RATE)
            file.writeframes(b"".join(heard))
    espeak.espeak_GetCurrentVoice.restype = ctypes.POINTER(ctypes.c_char_p)  # name, languages, identifier
    current = espeak.espeak_GetCurrentVoice()
    return {"voice": (current[2] or b"").decode() if current else "", "errors": errors}


def main() -> None:
    """Do the job. A library that is not installed is named in the answer."""
    job = json.load(sys.stdin)
    answer_to = os.dup(sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    try:
        answer = {"pyttsx3": with_pyttsx3, "espeak": with_espeak}[job["engine"]](job)
    except (ImportError, OSError, RuntimeError) as error:
        answer = {"missing": f"{type(error).__name__}: {error}"}
    with os.fdopen(answer_to, "w", encoding="utf-8") as file:
        json.dump(answer, file)


if __name__ == "__main__":
    main()
