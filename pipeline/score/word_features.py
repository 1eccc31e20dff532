"""What makes one English word hard, as figures. Looked up once for each distinct word."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pipeline.score import frequency
from pipeline.score.familiar import is_familiar, is_name
from pipeline.score.inflections import plain_forms
from pipeline.score.properties import properties
from pipeline.score.spoken import is_unit

_FIGURE = re.compile(r"\d[\d.,:/^×–-]*(.*)")
_BEHIND_FIGURES = frozenset({"", "st", "nd", "rd", "th", "s", "am", "pm"})
_TWO_CAPITALS = re.compile(r"[A-Z][^\W_]*[A-Z0-9]")
_MIXED = re.compile(r"[a-z][A-Z]|\d[^\W\d_]|[^\W\d_]\d")
_COMMON_CAPITALS = 4.0  # Zipf: "DO NOT" is no initialism
_SHORTEST_AFFIXED = 6  # letters
_RARE_ENOUGH = 4.2  # Zipf: "medical" is no term that has to be explained
_SHORTEST_FORM = 3  # letters


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """Of one word, wherever it stands."""

    zipf: float  # 0 to 8; 0 is not listed
    root_zipf: float  # of the commonest plain form: "burn" of "burning"
    syllables: int
    letters: int
    is_unfamiliar: bool  # by Dale and Chall
    has_affix: bool  # Greek or Latin, as terms of medicine have
    is_initialism: bool  # "MRI", "HbA1c"
    is_mixed: bool  # letters and figures, or capitals inside: "p53", "mRNA"
    is_hyphenated: bool
    is_name: bool  # where it is not the first word of a sentence


@lru_cache(maxsize=32768)
def word_features(word: str) -> WordFeatures | None:
    """The features of an English word; None for figures, with their unit ("5mg", "8am") or without."""
    if not any(c.isalpha() for c in word) or _is_figure_with_unit(word):
        return None
    lower = frequency.commoner_spelling(word.lower().replace("’", "'"))
    zipf = max(frequency.COMMON, frequency.zipf(lower)) if is_unit(word, "en") else frequency.zipf(lower)
    forms = (form for form in plain_forms(lower) if len(form) >= _SHORTEST_FORM)
    counted = properties(word, "en")
    unit = is_unit(word, "en")
    initialism = bool(_TWO_CAPITALS.search(word)) and not unit and not (word.isupper() and zipf >= _COMMON_CAPITALS)
    return WordFeatures(
        zipf=zipf,
        root_zipf=max((zipf, *map(frequency.zipf, forms))),
        syllables=counted.syllables,
        letters=sum(c.isalnum() for c in lower),
        is_unfamiliar=not is_familiar(lower),
        has_affix=len(lower) >= _SHORTEST_AFFIXED and zipf < _RARE_ENOUGH and _has_affix(lower),
        is_initialism=initialism,
        is_mixed=bool(_MIXED.search(word)) and not unit,
        is_hyphenated="-" in word,
        is_name=is_name(word) and not initialism,
    )


def _is_figure_with_unit(word: str) -> bool:
    figure = _FIGURE.fullmatch(word)
    return figure is not None and (figure[1] in _BEHIND_FIGURES or is_unit(figure[1], "en"))


def _has_affix(word: str) -> bool:
    beginnings, ends = _affixes()
    bare = word.removesuffix("s")
    return word.startswith(beginnings) or word.endswith(ends) or bare.endswith(ends)


@cache
def _affixes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = tomllib.loads(files("pipeline.score").joinpath("data/affixes_en.toml").read_text("utf-8"))
    return tuple(table["beginnings"]), tuple(table["ends"])
