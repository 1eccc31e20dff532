"""Flesch's reading ease, refitted for French and for Portuguese."""

from __future__ import annotations

from pipeline.score.formulas.formula import EASE, Formula


def kandel_moles(words: int, sentences: int, syllables: int) -> float:
    """Kandel and Moles's reading ease. French.

    L. Kandel, A. Moles, Application de l'indice de Flesch à la langue française, Cahiers d'Études de
    Radio-Télévision 19 (1958): 207 - 1.015 words in a sentence - 0.736 syllables in 100 words. "209 - 1.15 … - 0.68 …",
    which also goes by their name, is another version.
    """
    return 207 - 1.015 * words / sentences - 73.6 * syllables / words


def flesch_pt(words: int, sentences: int, syllables: int) -> float:
    """Flesch reading ease for Portuguese.

    T. B. F. Martins, C. M. Ghiraldelo, M. das G. V. Nunes, O. N. de Oliveira Jr., Readability formulas applied to
    textbooks in Brazilian Portuguese, ICMSC-USP (1996): Flesch's scale moved by 42, since Portuguese words have more
    syllables.
    """
    return 248.835 - 1.015 * words / sentences - 84.6 * syllables / words


KANDEL_MOLES = Formula(
    "kandel_moles",
    "Kandel-Moles",
    EASE,
    "lower",
    "Kandel and Moles",
    1958,
    lambda t: kandel_moles(t.words, t.sentences, t.syllables),
)
FLESCH_PT = Formula(
    "flesch_pt",
    "Flesch reading ease for Portuguese",
    EASE,
    "lower",
    "Martins and others",
    1996,
    lambda t: flesch_pt(t.words, t.sentences, t.syllables),
)
