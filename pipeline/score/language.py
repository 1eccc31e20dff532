"""What language a text says it is in, and what its letters and small words say. Data: `data/languages.toml`.

A BCP 47 tag is brought into one form (`tag`) where a document is read, so that "EN", "en_us" and "eng" are one and the
same everywhere; what is counted by a language is looked up by its `root`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_TAG = re.compile(r"[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8}){0,8}")
_NOWHERE = frozenset({"und", "mul", "mis", "zxx"})  # unknown, several, none, no words
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SAMPLE = 20_000  # characters that are looked at
_FEWEST_LETTERS = 10
_FEWEST_WORDS = 12  # what is shorter may be names
_FEWEST_SMALL_WORDS = 4
_SHARE = 0.15  # of the words; every language here has more than 0.2 in running text
_TIMES = 2  # as many as of the language the text is said to be in, and the fewest on top


def tag(written: str) -> str:
    """A BCP 47 tag in its usual form: "en-GB" for "EN_gb", "en" for "eng"; empty for what names no language."""
    parts = written.strip().replace("_", "-").split("-")
    if not _TAG.fullmatch("-".join(parts)):
        return ""
    first = parts[0].lower()
    first = _data()["codes"].get(first, first)
    if len(first) > 3 or first in _NOWHERE:
        return ""
    return "-".join((first, *map(_subtag, parts[1:])))


def _subtag(part: str) -> str:
    """A script with one capital, a region in capitals, all else in small letters."""
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 and part.isalpha() else part.lower()


@lru_cache(maxsize=256)
def root(language: str) -> str:
    """The language of a tag, however it is written: "pt" of "pt-BR", "en" of "ENG"; empty for no tag."""
    return tag(language).partition("-")[0]


def is_english(language: str) -> bool:
    """Whether a tag is of English."""
    return root(language) == "en"


def script_of(language: str) -> str:
    """The script that a tag names: "Hant" of "zh-Hant"; empty where it names none."""
    return next((part for part in tag(language).split("-")[1:2] if len(part) == 4 and part.isalpha()), "")


def is_other_script(text: str, language: str, fewest: int = _FEWEST_LETTERS) -> bool:
    """Whether most letters are of another script than `language` (BCP 47) is written in.

    False for languages whose script is not known here, for a tag that names a script, and for fewer letters than
    `fewest`.
    """
    script = None if script_of(language) else _scripts().get(root(language))
    if script is None:
        return False
    if text.isascii() and script == "LATIN":
        return False
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    return len(letters) >= fewest and sum(_script(c) == script for c in letters) * 2 < len(letters)


def guess(text: str, expected: str) -> str:
    """The language a text is surely in by its small words, where that is not the expected one; else empty.

    It needs some sentences: what has few small words (a list of names, one line) is not guessed. Languages close to one
    another (Galician and Portuguese) may not be told apart.
    """
    own = root(expected)
    if own not in function_words():
        return ""
    found = letters_of(text[:_SAMPLE])
    if len(found) < _FEWEST_WORDS:
        return ""
    hits = Counter(language for word in found for language in _languages_of().get(word, ()))
    best = max(hits, key=lambda language: hits[language], default=own)
    if best == own or hits[best] < max(_FEWEST_SMALL_WORDS + _TIMES * hits[own], _SHARE * len(found)):
        return ""
    return best


def letters_of(text: str) -> tuple[str, ...]:
    """The runs of letters in a text, in small letters."""
    return tuple(word.lower() for word in _LETTERS.findall(text))


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Frequent small words by language."""
    return {language: frozenset(row.split()) for language, row in _data()["function_words"].items()}


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Which languages have a small word."""
    rows = function_words()
    return {
        word: tuple(language for language, row in rows.items() if word in row)
        for word in frozenset().union(*rows.values())
    }


@cache
def _scripts() -> dict[str, str]:
    """The script of each language, as Unicode names it."""
    return {language: script.upper() for script, row in _data()["scripts"].items() for language in row}


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").removeprefix("FULLWIDTH ").partition(" ")[0]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.score").joinpath("data/languages.toml").read_text("utf-8"))
