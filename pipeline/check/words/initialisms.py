"""Which capitals of an English text are initialisms. Data: `data/initialisms.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.score import english
from pipeline.score.spoken import is_unit

_CAPITALS = re.compile(
    r"(?<![\w&@#./\\+])(?<![A-Z0-9]-)(?P<letters>[A-Z]{2,5})(?:s|['’]s)?"
    r"(?![\w&@/\\]|['’]\w|\.\w|-[A-Z0-9]|-[a-z](?![a-z])|-(?:alpha|beta|gamma|delta|kappa)\b)"
)
_CAPITAL_WORD = re.compile(r"(?<![\w])[A-Z]{2,}(?![\w])")
_SHOUTED = 3  # capital words in a row
_ROMAN = re.compile(r"[IVX]+[A-C]?")
_NAME_BEFORE = re.compile(r"[a-z.,;:)] (?:[A-Z][\w’'.-]* )*[A-Z][a-z][\w’'.-]*,? $")
_NAME_BEHIND = re.compile(r"(?: (?:of|for|and|the))? [A-Z][a-z]")
_POSTCODE = re.compile(r" \d{5}\b| \d[A-Z]{2}\b")


@dataclass(frozen=True, slots=True)
class Initialism:
    """Its letters, without the ending of the plural, and where they stand."""

    letters: str
    start: int
    end: int


def initialisms(text: str) -> Iterator[Initialism]:
    """Every initialism of a sentence, in order.

    None are units, Roman numerals ("stage IIIA"), known to all, words written in capitals, part of a name ("UCLA
    Medical Center") or of a code ("B12", "PD-1", "CA 90001"), nor those of a sentence that is shouted.
    """
    if _is_shouted(text):
        return
    for match in _CAPITALS.finditer(text):
        letters, start = match["letters"], match.start("letters")
        if is_initialism(letters) and not _is_name(text, start, match.end()):
            yield Initialism(letters, start, start + len(letters))


def is_initialism(letters: str) -> bool:
    """Whether letters in capitals are an initialism that not every reader knows."""
    if letters in _listed("known") or is_unit(letters, "en") or _ROMAN.fullmatch(letters):
        return False
    return letters in _listed("spelled") or not english.known(letters.lower())


def is_word(capitals: str) -> bool:
    """Whether capitals are a word that is written in small letters elsewhere, not an initialism."""
    listed = capitals in _listed("spelled") or capitals in _listed("known")
    return len(capitals) > 1 and not listed and english.known(capitals.lower())


def _is_shouted(text: str) -> bool:
    words = [match[0] for match in _CAPITAL_WORD.finditer(text)]
    return sum(is_word(word) for word in words) >= _SHOUTED


def _is_name(text: str, start: int, end: int) -> bool:
    behind = text[end : end + 24]
    return bool(
        _POSTCODE.match(behind)
        or _NAME_BEHIND.match(behind)
        or (_NAME_BEFORE.search(text[max(0, start - 40) : start]) is not None)
    )


@cache
def _listed(table: str) -> frozenset[str]:
    rows = tomllib.loads(files("pipeline.check").joinpath("data/initialisms.toml").read_text("utf-8"))
    return frozenset(word for row in rows[table].values() for word in row)
