"""Whether a text is written in the letters its language is written in."""

from __future__ import annotations

import unicodedata
from functools import cache

_LATIN = frozenset(("ca", "de", "en", "es", "eu", "fr", "gl", "it", "nl", "oc", "pl", "pt", "ro"))
_SAMPLE = 5_000  # characters
_ENOUGH = 10  # letters


def is_foreign(text: str, language: str) -> bool:
    """Whether most letters are not Latin though `language` (BCP 47) is written so."""
    if language.split("-")[0].lower() not in _LATIN:
        return False
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    return len(letters) >= _ENOUGH and sum(map(_is_latin, letters)) * 2 < len(letters)


@cache
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("LATIN", "FULLWIDTH LATIN"))
