"""Times of day: "8 a.m.", "10:30 pm", "20:00", told as each language tells them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_TIME = re.compile(r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?(?: ?(?P<half>[ap])\.?m\.?)?", re.IGNORECASE)


class Clock:
    """A time of day. The words are a table by language: its case, then the hour's plural category."""

    pattern = r"(?:\d{1,2}(?::[0-5]\d)? ?[ap]\.?m\.?|(?:[01]?\d|2[0-3]):[0-5]\d)"

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words

    def say(self, text: str, case: str, language: str) -> str | None:
        """The time in a language; None where there is no such time of day."""
        found = _TIME.fullmatch(text)
        if found is None:
            return None
        hour, minute = int(found["hour"]), found["minute"]
        half = (found["half"] or "").lower()
        if half:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if half == "p" else 0)
        words = self._words[language]
        told = words["hour" if minute in (None, "00") else "minute"]
        part = "am" if hour < 12 else "pm"
        shown = (hour - 1) % 12 + 1 if words["twelve"] else hour
        time = told.format(h=shown, m=minute or "00", half=words.get(part, ""))
        form = "one" if shown == 1 else "other"
        return str(words[case or "at"][form]).format(time)
