"""Whether words of running text are a name or part of one: capitals tell, save at the start of a sentence."""

from __future__ import annotations

import re

_OPENS = re.compile(r"(?:^|[.!?:;]|[\"“‘'(*_•])\s*$")
_NAME_BEHIND = re.compile(r" (?:[A-Z][a-z]|of [A-Z])")
_ABBREVIATED_GENUS = re.compile(r"\b[A-Z][a-z]{0,2}\. $")
_GENUS = re.compile(r"\b[A-Z][a-z]+(?:a|um|us|is|as|es|on|ax|ix|ys|bacter) $")
_LATIN = ("us", "a", "um", "is", "ax", "i", "ans", "ens", "ae", "e")
_LONGEST_GENUS = 24  # characters


def is_species(text: str, start: int, end: int) -> bool:
    """Whether a word is the second of a species' name: "Ae. aegypti", "Plasmodium vivax", "Clostridium difficile"."""
    before, word = text[max(0, start - _LONGEST_GENUS) : start], text[start:end]
    return bool(_ABBREVIATED_GENUS.search(before) or (_GENUS.search(before) and word.endswith(_LATIN)))


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the words of `[start, end)` stand in a name: "Department of Cardiology", "the British Heart Study"."""
    if not text[start].isupper():
        return False
    before = text[max(0, start - 40) : start]
    if _OPENS.search(before):
        return bool(_NAME_BEHIND.match(text[end : end + 12]))
    return not text[start:end].isupper()
