"""Rows of conditions in an English sentence: "call us if …, if …, if … or if …". Data: `data/lists.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from pipeline.check.reading.series import ASIDE, Series
from pipeline.document import LONGEST_SENTENCE

_FEWEST = 3  # conditions, each with its own "if"
_FEWEST_SHARED = 4  # behind one "if"
_LONGEST_JOINT = 6  # characters
_MARK = re.compile(r"(?:^|(?<=[\s,;:]))(if|when)\b", re.IGNORECASE)
_BEFORE_NEXT = re.compile(r"(?:[,;]| or| and)\s$|[,;] (?:or|and)\s$")
_CUT = re.compile(r"[,;] (?:or )?| or ")
_LAST_CUT = re.compile(r",? or ")
_WORD = re.compile(r"[^\W_][\w’'-]*")


def conditions(text: str) -> Series | None:
    """The row of conditions in a sentence; None where there is none, or where it is short.

    What stands in brackets or quotation marks counts as nothing.
    """
    if len(text) > LONGEST_SENTENCE:
        return None
    bare = ASIDE.sub(lambda match: " " * len(match[0]), text)
    return _each_with_if(bare) or _behind_one_if(bare)


def _each_with_if(text: str) -> Series | None:
    """Three or more, each with its own "if" or each with its own "when"."""
    for word in ("if", "when"):
        marks = [match for match in _MARK.finditer(text) if match[1].lower() == word]
        row = marks[:1] + [
            mark for mark in marks[1:] if _BEFORE_NEXT.search(text[max(0, mark.start() - 6) : mark.start()])
        ]
        if len(row) >= _FEWEST:
            return _series(text, len(row), row[0].start())
    return None


def _goes_on(text: str, at: int) -> bool:
    return _BEFORE_NEXT.search(text[max(0, at - _LONGEST_JOINT) : at]) is not None


def _behind_one_if(text: str) -> Series | None:
    """Four or more behind one "if" that ends the sentence: "if you feel sick, have a fever, your leg is red or …"."""
    mark = next((match for match in _MARK.finditer(text) if match.start()), None)
    if mark is None:
        return None
    parts = _CUT.split(text[mark.end() :].strip(" .!?"))
    ends_with_or = _LAST_CUT.search(text, mark.end()) is not None and "," not in text[text.rfind(" or ") :]
    are_clauses = all(_opens_clause(part) for part in parts)
    if len(parts) < _FEWEST_SHARED or not ends_with_or or not are_clauses:
        return None
    return _series(text, len(parts), mark.start())


def _opens_clause(part: str) -> bool:
    word = _WORD.search(part)
    return word is not None and word[0].lower() in _clause_opens()


def _series(text: str, count: int, start: int) -> Series:
    end = len(text.rstrip(" .!?"))
    return Series(count, len(_WORD.findall(text[start:end])), start - 1, end)


@cache
def _clause_opens() -> frozenset[str]:
    rows = tomllib.loads(files("pipeline.check").joinpath("data/lists.toml").read_text("utf-8"))
    return frozenset(rows["clause_opens"])
