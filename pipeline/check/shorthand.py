"""Whether a text says what an abbreviation means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

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


def told(form: str, meanings: Sequence[str], texts: Iterable[str]) -> tuple[str, ...]:
    """The meanings that a text puts right beside the form: "methotrexate (MTX)", "MTX, or methotrexate"."""
    near = rf"\W{{1,3}}(?:or )?{re.escape(form)}(?!\w)", rf"(?<!\w){re.escape(form)}\W{{1,3}}(?:or )?"
    joined = [text for text in texts if form in text]
    return tuple(
        meaning
        for meaning in meanings
        if any(
            re.search(rf"{re.escape(meaning)}{near[0]}|{near[1]}{re.escape(meaning)}", text, re.IGNORECASE)
            for text in joined
        )
    )


def places(form: str, text: str) -> list[tuple[int, int]]:
    """Where a form stands by itself."""
    if form not in text:
        return []
    return [m.span() for m in re.finditer(rf"(?<![\w.]){re.escape(form)}(?!\w)", text)]
