"""Which words an engine left as they were are words of the target language all the same: "oral", "virus"."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

SHORTEST = 4  # letters; shorter words are too often words of two languages by chance
SECONDS = 60.0


def own(words: Iterable[str], dictionary: Path) -> frozenset[str]:
    """Those of the words (letters only) that a dictionary of the target language can read.

    Empty where the dictionary is not there or cannot be read.
    """
    asked = [word for word in dict.fromkeys(words) if len(word) >= SHORTEST and word.isalpha()]
    if not asked or not dictionary.is_file():
        return frozenset()
    text = "".join(f"{word.lower()}\n" for word in asked)
    command = ["lt-proc", "-w", str(dictionary)]
    try:
        done = subprocess.run(command, input=text.encode(), check=True, capture_output=True, timeout=SECONDS)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    lines = done.stdout.decode().splitlines()
    whole = (re.fullmatch(r"\^[^/$^]+/([^*$^][^$^]*)\$", line.strip()) for line in lines)
    return frozenset(word for word, found in zip(asked, whole, strict=False) if found)
