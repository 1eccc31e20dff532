"""Whether a line of a text runs on in the next one, or ends where the author ended it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

_STOPPED = re.compile(r"[.!?…。！？।][\"'”’»)\]*_]*$")
_OPENING = "\"'“‘«([*_"
_NARROWEST = 50  # characters; a text is not wrapped at less
_WIDEST = 132


@cache
def _words() -> dict[str, frozenset[str]]:
    """The words of every language together: whether a line runs on is asked before the language is known."""
    tables = tomllib.loads(files("pipeline.read").joinpath("data/lines.toml").read_text("utf-8")).values()
    return {name: frozenset(word for table in tables for word in table[name]) for name in ("open", "denies")}


def is_stopped(text: str) -> bool:
    """Whether a text ends with the stop of a sentence."""
    return _STOPPED.search(text[-8:]) is not None


def is_open(text: str) -> bool:
    """Whether a text ends with a comma, or a word that something has to follow."""
    last = text[-30:].split()[-1:]
    return bool(last) and (last[0][-1] in ",;–—-(/&" or last[0].lower().replace("’", "'") in _words()["open"])


def denies(text: str) -> bool:
    """Whether a text says "not" in one of its ways."""
    bare = text.lower().replace("’", "'")
    return any(word.strip(".,;:!?()") in _words()["denies"] for word in bare.split())


def opens_small(text: str) -> bool:
    """Whether a line opens with a small letter or a sign, as the rest of a sentence does."""
    first = text.lstrip(_OPENING)[:1]
    return not (first.isupper() or first.isdigit() or first in "¿¡" or (first.isalpha() and not first.islower()))


def width(lines: Sequence[str]) -> int:
    """The length at which consecutive lines are wrapped, at least as far as surely wrapped lines show; 0: they are not.

    A line is surely wrapped where it has no stop and the next one opens with a small letter.
    """
    widths = [
        len(line)
        for line, following in pairwise(lines)
        if following[:1].islower() and not is_stopped(line) and len(line) <= _WIDEST
    ]
    widest = max(widths, default=0)
    return widest if widest >= _NARROWEST else 0


def is_full(line: str, following: str, wrapped_at: int) -> bool:
    """Whether the next line's first word had no room behind `line`: the line was broken for its length."""
    return 0 < wrapped_at < len(line) + 1 + len(following.split(maxsplit=1)[0])
