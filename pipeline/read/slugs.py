"""Names for ids and files: ASCII, safe on every system, unique in their document."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

_MAX = 60
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{i}" for name in ("com", "lpt") for i in range(10))})
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})


def slug(text: str, default: str) -> str:
    """Small letters, digits and hyphens, at most 60; `default` where nothing is left.

    A name that Windows keeps for a device ("con", "nul") gets a hyphen and `default` behind it.
    """
    folded = unicodedata.normalize("NFKD", text[: _MAX * 8].lower().translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", folded.encode("ascii", "ignore").decode("ascii").replace("'", ""))
    name = ""
    for word in words:
        if name and len(name) + 1 + len(word) > _MAX:
            break
        name = f"{name}-{word[:_MAX]}" if name else word[:_MAX]
    if name in _DEVICES:
        return f"{name}-{default}"
    return name or default


def document_id(path: str) -> str:
    """The id of the document in a file, and its folder's name: from the file's name without its suffix.

    A name without a Latin letter or digit gives "document-" and eight digits of its SHA-256.
    """
    stem = PurePosixPath(path).stem
    return slug(stem, f"document-{hashlib.sha256(stem.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}")


class Slugs:
    """Gives each slug once; the second of a name is "name-2"."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._next: dict[str, int] = {}

    def unique(self, text: str, default: str) -> str:
        """A slug of `text` that was not given before."""
        name = slug(text, default)
        candidate = name
        while candidate in self._seen:
            self._next[name] = self._next.get(name, 1) + 1
            candidate = f"{name}-{self._next[name]}"
        self._seen.add(candidate)
        return candidate
