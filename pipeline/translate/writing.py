"""How languages are written: blanks, sentence ends, letters. The words are data: `data/writing.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
"""Letters of any script, with apostrophes and hyphens inside."""
_REMEMBERED = 4096  # characters


@cache
def table() -> dict[str, Any]:
    """`data/writing.toml`."""
    return tomllib.loads(files("pipeline.translate").joinpath("data/writing.toml").read_text("utf-8"))


def main(language: str) -> str:
    """The language without region or script: "pt" for "pt-BR"."""
    return language.lower().split("-")[0]


def joined(parts: Sequence[str], language: str) -> str:
    """Sentences or parts of one in a row, with a blank between them where the language has any."""
    return ("" if is_unspaced(language) else " ").join(parts)


def is_unspaced(language: str) -> bool:
    """Whether words follow one another without a blank."""
    return main(language) in table()["unspaced"]


def without_stop(text: str) -> str:
    """A text without the sign that ends its sentence."""
    return text.rstrip().rstrip(table()["stops"]).rstrip()


def has_stop(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip().endswith(tuple(table()["stops"]))


def capitals_name(language: str) -> bool:
    """Whether a capital inside a sentence stands for a name."""
    return scripts(language) == ("LATIN",) and main(language) not in table()["nouns_capital"]


def letters(language: str) -> float:
    """Letters of a translation for each letter of the English, on the whole."""
    return float(table()["letters"].get(main(language), 1.0))


def scripts(language: str) -> tuple[str, ...]:
    """The scripts of a language's own words, as `script` names them."""
    return tuple(table()["scripts"].get(main(language), ("LATIN",)))


@lru_cache(maxsize=_REMEMBERED)
def script(letter: str) -> str:
    """First word of a letter's Unicode name: LATIN, CJK, ARABIC."""
    return unicodedata.name(letter, "").partition(" ")[0]
