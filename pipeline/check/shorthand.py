"""Whether a text says what an abbreviation means."""

from __future__ import annotations

import re

_MEANS = ("means", "mean", "stands for", "stand for", "is short for")
_QUOTES = "\"'“”‘’«»"
_LOOK_BACK = 80  # characters


def is_explained(form: str, text: str) -> bool:
    """Whether a text gives the meaning of a form: "twice a day (BID)", "BID (twice a day)", "BID means twice a day".

    A form in quotation marks is one that the reader sees on a label, and is told about.
    """
    for start, end in places(form, text):
        before, after = text[:start].rstrip(), text[end:].lstrip(_QUOTES + " ")
        if before.endswith("(") and after.startswith(")") and before[:-1].strip():
            return True
        if (after.startswith("(") and after[1:2].isalpha()) or after.startswith(_MEANS):
            return True
        if text[start - 1 : start] in tuple(_QUOTES) and text[end : end + 1] in tuple(_QUOTES):
            return True
    return False


def other_meaning(form: str, meaning: str, text: str) -> bool:
    """Whether a text gives a form another meaning: "quantum dots (QD)" where QD would be "every day"."""
    for start, end in places(form, text):
        before = text[max(0, start - _LOOK_BACK) : start].rstrip()
        if before.endswith("(") and text[end : end + 1] in {")", ",", ";"} and before[:-1].strip():
            return not any(word in before.casefold() for word in meaning.casefold().split() if len(word) > 2)
    return False


def places(form: str, text: str) -> list[tuple[int, int]]:
    """Where a form stands by itself."""
    if form not in text:
        return []
    return [m.span() for m in re.finditer(rf"(?<![\w.]){re.escape(form)}(?!\w)", text)]
