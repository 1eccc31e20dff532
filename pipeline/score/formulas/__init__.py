"""Readability formulas, each for the language it was made for: `docs/formulas.md` lists them with their sources.

`scores` gives the figures of a text by the formulas of its language, `margins` how sure they are where that can be
told, `FORMULAS` what reports say of each, and `band` its author's word for a figure. A formula divides by the number of
words and of sentences, so a text without either has no figure.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pipeline.score.formulas.english import (
    ARI,
    COLEMAN_LIAU,
    FKGL,
    FLESCH,
    GUNNING_FOG,
    SMOG,
    fkgl,
    smog_margin,
)
from pipeline.score.formulas.formula import Band, Formula
from pipeline.score.formulas.french_portuguese import FLESCH_PT, KANDEL_MOLES
from pipeline.score.formulas.germanic import AMSTAD, FLESCH_DOUMA, WIENER_1, WIENER_2, WIENER_3, WIENER_4
from pipeline.score.formulas.health_text import DIFFICULTY
from pipeline.score.formulas.italian import FLESCH_VACCA, GULPEASE
from pipeline.score.formulas.long_words import LIX, RIX
from pipeline.score.formulas.spanish import FERNANDEZ_HUERTA, SZIGRISZT_PAZOS
from pipeline.score.formulas.word_lists import DALE_CHALL, SPACHE
from pipeline.score.language import root, script_of
from pipeline.score.tally import Tally

__all__ = ["DIFFICULTY", "FORMULAS", "Band", "Formula", "band", "fkgl", "main", "margins", "of_language", "scores"]

_OWN: dict[str, tuple[Formula, ...]] = {
    "en": (FKGL, SMOG, FLESCH, GUNNING_FOG, COLEMAN_LIAU, ARI, DALE_CHALL, SPACHE, DIFFICULTY),
    "es": (FERNANDEZ_HUERTA, SZIGRISZT_PAZOS),
    "fr": (KANDEL_MOLES,),
    "it": (GULPEASE, FLESCH_VACCA),
    "pt": (FLESCH_PT,),
    "de": (AMSTAD, WIENER_1, WIENER_2, WIENER_3, WIENER_4),
    "nl": (FLESCH_DOUMA,),
}
"""The formulas that were made for one language, by that language."""

FORMULAS: dict[str, Formula] = {formula.name: formula for row in (*_OWN.values(), (LIX, RIX)) for formula in row}
"""Every formula by its name."""

_MAIN: dict[str, tuple[Formula, ...]] = {
    "en": (FKGL, SMOG, FLESCH, DIFFICULTY),
    "es": (FERNANDEZ_HUERTA, SZIGRISZT_PAZOS),
    "fr": (KANDEL_MOLES,),
    "it": (GULPEASE,),
    "pt": (FLESCH_PT,),
    "de": (AMSTAD, WIENER_1),
    "nl": (FLESCH_DOUMA,),
}


def main(language: str) -> tuple[Formula, ...]:
    """The few formulas whose figures pages and the terminal show; LIX where a language has none of its own."""
    every = of_language(language)
    return tuple(formula for formula in _MAIN.get(root(language), (LIX,)) if formula in every)


def of_language(language: str) -> tuple[Formula, ...]:
    """The formulas for a language (BCP 47); none where the tag names another script than the language's own."""
    own, script = root(language), script_of(language)
    if script not in ("", "Latn", "Cyrl", "Grek"):
        return ()
    return (*_OWN.get(own, ()), *((LIX, RIX) if own in _with_long_words() else ()))


def scores(tally: Tally, language: str) -> dict[str, float]:
    """The figures of a text in a language (BCP 47), by the names of the formulas.

    Empty where there is no sentence, or no formula for the language here.
    """
    if not tally.words or not tally.sentences:
        return {}
    return {
        formula.name: formula.value(tally)
        for formula in of_language(language)
        if formula is not DIFFICULTY or tally.difficulty
    }


def margins(tally: Tally, language: str) -> dict[str, float]:
    """The half-width of the 95 % interval of a figure, in its unit, by the name of the formula: known of SMOG alone."""
    if "smog" not in scores(tally, language):
        return {}
    return {"smog": smog_margin(tally.sentences, tally.polysyllables, tally.polysyllables_squared)}


def band(name: str, value: float) -> str:
    """The author's word for a figure of a formula; empty where there is none. Raises KeyError for no formula's name."""
    return FORMULAS[name].band(value)


@cache
def _with_long_words() -> frozenset[str]:
    """The languages that LIX and RIX are for."""
    families = tomllib.loads(files("pipeline.score").joinpath("data/long_words.toml").read_text("utf-8"))
    return frozenset(language for family in families.values() for language in family)
