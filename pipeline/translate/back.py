"""A translation read back into English by Apertium, where it has the way back: a second look at what it denies.

The way back has its own dictionaries and rules and knows nothing of the source, so what it says is no proof: where it
denies something else than the source, a reviewer is told, and no sentence is refused for it. Numbers, units and names
are left to the gate, which sees them in the translation itself.
"""

from __future__ import annotations

import atexit
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pipeline import facts
from pipeline.findings import Severity
from pipeline.store import Store, key, sha256
from pipeline.translate import apertium, mode
from pipeline.translate.stream import BLOCK_END, Stream

VERSION = 1
LOOKED_AT = frozenset({"negation"})
_SAME = ((re.compile(r"\bavert"), "avoid"),)  # words the way back has for one that the source surely used
_SIGNS = re.compile(r"[\[\]\\/@<>^${}]")


def fingerprint(language: str, folder: Path = mode.MODES) -> str:
    """The way back by content; "none" where there is none."""
    file = _file(language, folder)
    if file is None:
        return "none"
    package = apertium.routes()[language]["packages"][0]
    return f"back/{VERSION} {sha256(file.read_bytes())[:16]} {apertium.version(package)}"


def in_english(texts: Iterable[str], language: str, store: Store) -> dict[str, str]:
    """Each text of `language` in English; none where this machine has no way back, or the engine lost the text.

    Raises EngineFailedError where the way back is there and cannot be run.
    """
    file = _file(language, mode.MODES)
    if file is None:
        return {}
    way = fingerprint(language)
    keys = {text: key("translate-back", VERSION, way, language=language, text=text) for text in texts}
    kept = {text: store.get(name) for text, name in keys.items()}
    found = {text: data.decode() for text, data in kept.items() if data is not None}
    asked = [text for text in keys if text not in found]
    answers = _stream(file).translate([_SIGNS.sub(r"\\\g<0>", text) + BLOCK_END for text in asked]) if asked else []
    for text, answer in zip(asked, answers, strict=True):
        if answer is not None:
            found[text] = apertium.unmark(answer.removesuffix(BLOCK_END), text)[0].strip()
            store.put(keys[text], found[text].encode())
    return found


def difference(source: str, back: str) -> str:
    """How what is denied in a sentence read back differs from its source; empty where it does not."""
    for pattern, word in _SAME:
        back = pattern.sub(word, back)
    violations = (v for v in facts.compare(source, back, "en", "en") if v.severity is Severity.ERROR)
    return " ".join(v.message for v in violations if v.kind in LOOKED_AT)


def _file(language: str, folder: Path) -> Path | None:
    way = apertium.routes().get(language, {}).get("back")
    file = folder / f"{way}.mode"
    return file if way is not None and file.is_file() else None


@cache
def _stream(file: Path) -> Stream:
    stream = Stream(file.stem, mode.commands(file.read_text("utf-8")))
    atexit.register(stream.close)
    return stream
