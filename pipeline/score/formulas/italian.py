"""Formulas for Italian."""

from __future__ import annotations

from math import inf

from pipeline.score.formulas.formula import EASE, Band, Formula


def gulpease(words: int, sentences: int, letters: int) -> float:
    """Gulpease: 0 to 100. Letters include digits.

    P. Lucisano, M. E. Piemontese, Gulpease: una formula per la predizione della difficoltà dei testi in lingua
    italiana, Scuola e Città 3 (1988). Cut off at 0 and 100, where its scale ends. The bands say for whom the authors
    found a text hard to read alone.
    """
    return min(100.0, max(0.0, 89 + (300 * sentences - 10 * letters) / words))


def flesch_vacca(words: int, sentences: int, syllables: int) -> float:
    """Flesch's reading ease for Italian.

    V. Franchina, R. Vacca, Adaptation of Flesh readability index on a bilingual text written by the same author both in
    Italian and English languages, Linguaggi 3 (1986): 217 - 1.3 W - 0.6 S, W words in a sentence, S syllables in 100
    words. Vacca's first version, 206 - W - 0.65 S (1972), is another one.
    """
    return 217 - 1.3 * words / sentences - 60 * syllables / words


GULPEASE = Formula(
    "gulpease",
    "Gulpease",
    EASE,
    "lower",
    "Lucisano and Piemontese",
    1988,
    lambda t: gulpease(t.words, t.sentences, t.letters),
    (
        Band(40, "difficile anche con il diploma superiore"),
        Band(60, "difficile con la licenza media"),
        Band(80, "difficile con la licenza elementare"),
        Band(inf, "facile con la licenza elementare"),
    ),
)
FLESCH_VACCA = Formula(
    "flesch_vacca",
    "Flesch-Vacca",
    EASE,
    "lower",
    "Franchina and Vacca",
    1986,
    lambda t: flesch_vacca(t.words, t.sentences, t.syllables),
)
