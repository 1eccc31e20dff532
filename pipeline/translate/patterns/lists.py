"""Values of closed lists ("your doctor"), and series of them ("a rash, swelling, or trouble breathing")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.translate.patterns.data import Item

MOST = 12  # values in a series


class Choices:
    """One value of a list."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = {english.casefold(): item for item in items for english in item.english}

    @property
    def pattern(self) -> str:
        """Matches every value, the longest first, and captures nothing."""
        return f"(?:{'|'.join(re.escape(value) for value in sorted(self._items, key=lambda v: (-len(v), v)))})"

    def say(self, text: str, case: str, language: str) -> str | None:
        """A value in a language; None for one the list lacks, or has not in this case."""
        item = self._items.get(text.casefold())
        if item is None:
            return None
        forms = item.wordings[language]
        return forms.get(case, forms.get("") if case else None)


class Series:
    """One or more values of a list, joined by commas and "or" or "and", in the same order in every language."""

    def __init__(self, choices: Choices, link: str, joints: Mapping[str, Mapping[str, Any]]) -> None:
        self._choices = choices
        self._link = link
        self._joints = joints
        self._parts = re.compile(rf",? {link} |, ", re.IGNORECASE)

    @property
    def pattern(self) -> str:
        """Matches a series, and captures nothing. No value of a list holds a comma or the link, so it is linear."""
        one = self._choices.pattern
        return rf"{one}(?:(?:, {one}){{0,{MOST}}},? {self._link} {one})?"

    def say(self, text: str, case: str, language: str) -> str | None:
        """The series in a language; None where a value has no wording, or comes twice."""
        parts = [part.casefold() for part in self._parts.split(text)]
        said = [self._choices.say(part, case, language) for part in parts]
        if None in said or len(set(said)) < len(said):
            return None
        *first, last = [part for part in said if part is not None]
        if not first:
            return last
        joints = self._joints[language]
        sounds = last.casefold().startswith(tuple(joints.get("before", ())))
        return str(joints["comma"]).join(first) + str(joints["other" if sounds else "last"]) + last
