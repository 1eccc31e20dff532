"""Rows of things between commas in an English sentence. Data: `data/lists.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from pipeline.document import LONGEST_SENTENCE

ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[“\"][^“”\"]*[”\"]")
_CUTS = (re.compile(r",(?=\s)"), re.compile(r";(?=\s)"))
_BORDER = re.compile(r"[;:](?=\s)")
_WORD = re.compile(r"[^\W_][\w’'./-]*")
_JOINED = re.compile(r"(?:and/or|and|or)\s")
_LAST_TWO = re.compile(r"\s(?:and/or|and|or)\s")
_LONGEST_ITEM, _LONGEST_LAST = 8, 12  # words; the last one runs on to the end of its part
_LONG_ROW = 3  # items before the last part
_LONGEST_LAST_OF_MANY = 16  # words
_COUNTED_LAST = 5  # words of the last item and of the first that are counted


@dataclass(frozen=True, slots=True)
class Series:
    """Things in a row: how many there surely are, of how many words, from the first comma to the last item's end."""

    items: int
    words: int
    start: int
    end: int


def longest_series(text: str) -> Series | None:
    """The row of most things in a sentence; None where there is none that ends in "and" or "or".

    What stands in brackets or quotation marks counts as nothing. Rows of names and of figures are no rows here.
    """
    if len(text) > LONGEST_SENTENCE:
        return None
    bare = ASIDE.sub(lambda match: " " * len(match[0]), text)
    found = [series for cut in _CUTS for series in _series(bare, cut)]
    return max(found, key=lambda series: (series.items, series.words), default=None)


def _series(text: str, cut: re.Pattern[str]) -> Iterator[Series]:
    """Every row of the parts between these signs."""
    cuts = [-1, *(match.start() for match in cut.finditer(text)), len(text)]
    parts = [(start + 1, end, text[start + 1 : end].strip(" .!?")) for start, end in pairwise(cuts)]
    first = 1
    for number in range(1, len(parts)):
        series = _ended(parts, first, number)
        if series is not None:
            yield series
        if series is not None or not _is_item(parts[number][2]):
            first = number + 1


def _ended(parts: list[tuple[int, int, str]], first: int, last: int) -> Series | None:
    """The row whose middle begins with part `first`, if part `last` ends it."""
    texts = [text for _, _, text in parts[first:last]]
    ending = _BORDER.split(parts[last][2])[0]
    joined = _JOINED.match(ending)
    words = _WORD.findall(ending)
    is_long = len(texts) >= _LONG_ROW
    longest = _LONGEST_LAST_OF_MANY if is_long else _LONGEST_LAST
    if not texts or not words or len(words) > longest or (joined is None and not _ends_with_two(ending, is_long)):
        return None
    things = [*texts, ending[joined.end() :]] if joined else [*texts, *_LAST_TWO.split(ending, maxsplit=1)]
    if _are_names_or_figures(things) or _first_word(things[-1]) in _words("no_item_opens"):
        return None
    before = _BORDER.split(parts[first - 1][2])[-1].strip()
    begins = first == 1 and bool(before) and _first_word(before) not in _words("opening")
    counted = sum(len(_WORD.findall(text)) for text in texts) + min(len(words), _COUNTED_LAST)
    counted += min(len(_WORD.findall(before)), _COUNTED_LAST) if begins else 0
    return Series(len(things) + begins, counted, parts[first][0], parts[last][1])


def _ends_with_two(text: str, is_long: bool) -> bool:
    """Whether the part is two items; behind a long row they may be longer ("walking aids that you use")."""
    if is_long:
        return bool(_LAST_TWO.search(text)) and _is_item(text, _LONGEST_LAST_OF_MANY, _words("relative"))
    return bool(_LAST_TWO.search(text)) and _is_item(text)


def _is_item(text: str, longest: int = _LONGEST_ITEM, passing: frozenset[str] = frozenset()) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    if not 0 < len(words) <= longest or _JOINED.match(text):
        return False
    if _BORDER.search(text):
        return False
    return words[0] not in _words("no_item_opens") and (_words("no_item_has") - passing).isdisjoint(words)


def _are_names_or_figures(things: list[str]) -> bool:
    figures = sum(any(c.isdigit() for c in thing) for thing in things)
    names = sum(thing.strip()[:1].isupper() for thing in things)
    return 3 * figures >= len(things) or 2 * names >= len(things)


def _first_word(text: str) -> str:
    words = _WORD.findall(text)
    return words[0].lower() if words else ""


@cache
def _words(row: str) -> frozenset[str]:
    rows = tomllib.loads(files("pipeline.check").joinpath("data/lists.toml").read_text("utf-8"))
    return frozenset(rows[row])
