"""Formulas for Spanish."""

from __future__ import annotations

from math import inf, nextafter

from pipeline.score.formulas.formula import EASE, Band, Formula


def fernandez_huerta(words: int, sentences: int, syllables: int) -> float:
    """Fernández Huerta's reading ease.

    J. Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214 (1959): 206.84 - 0.60 P - 1.02 F. P is
    syllables in 100 words and F words in a sentence: the paper's example says so, though it has often been read as
    sentences in 100 words (G. Law, Error in the Fernandez Huerta readability formula, 2011).
    """
    return 206.84 - 60 * syllables / words - 1.02 * words / sentences


def szigriszt_pazos(words: int, sentences: int, syllables: int) -> float:
    """Szigriszt Pazos's perspicuity, with the bands of the INFLESZ scale.

    F. Szigriszt Pazos, Sistemas predictivos de legibilidad del mensaje escrito: fórmula de perspicuidad, Universidad
    Complutense de Madrid (1993): 206.835 - 62.3 syllables / words - words / sentences. Bands: I. M. Barrio-Cantalejo
    and others, Validación de la Escala INFLESZ, Anales del Sistema Sanitario de Navarra 31 (2008). Their table writes
    <40, 40-55, 55-65, 65-80 and >80; a figure on a border is here in the easier band, and 80 itself in "bastante
    fácil".
    """
    return 206.835 - 62.3 * syllables / words - words / sentences


FERNANDEZ_HUERTA = Formula(
    "fernandez_huerta",
    "Fernández Huerta",
    EASE,
    "lower",
    "Fernández Huerta",
    1959,
    lambda t: fernandez_huerta(t.words, t.sentences, t.syllables),
    (
        Band(30, "muy difícil"),
        Band(50, "difícil"),
        Band(60, "algo difícil"),
        Band(70, "normal"),
        Band(80, "algo fácil"),
        Band(90, "fácil"),
        Band(inf, "muy fácil"),
    ),
)
SZIGRISZT_PAZOS = Formula(
    "szigriszt_pazos",
    "Szigriszt Pazos (INFLESZ)",
    EASE,
    "lower",
    "Szigriszt Pazos",
    1993,
    lambda t: szigriszt_pazos(t.words, t.sentences, t.syllables),
    (
        Band(40, "muy difícil"),
        Band(55, "algo difícil"),
        Band(65, "normal"),
        Band(nextafter(80, inf), "bastante fácil"),
        Band(inf, "muy fácil"),
    ),
)
