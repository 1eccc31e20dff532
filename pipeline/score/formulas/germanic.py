"""Formulas for German and Dutch."""

from __future__ import annotations

from pipeline.score.formulas.formula import EASE, Formula
from pipeline.score.tally import Tally

_SCHOOL_YEAR = "school year in Austria and Germany, 4 … 15"


def amstad(words: int, sentences: int, syllables: int) -> float:
    """Amstad's reading ease. German.

    T. Amstad, Wie verständlich sind unsere Zeitungen?, dissertation, Zürich (1978).
    """
    return 180 - words / sentences - 58.5 * syllables / words


def wiener_1(tally: Tally) -> float:
    """The first Wiener Sachtextformel. German.

    R. Bamberger, E. Vanecek, Lesen - Verstehen - Lernen - Schreiben, Wien (1984), as are the other three: MS percentage
    of words with three or more syllables, SL words in a sentence, IW percentage of words with more than six letters,
    ES percentage of words with one syllable.
    """
    return 0.1935 * _ms(tally) + 0.1672 * _sl(tally) + 0.1297 * _iw(tally) - 0.0327 * _es(tally) - 0.875


def wiener_2(tally: Tally) -> float:
    """The second, without ES."""
    return 0.2007 * _ms(tally) + 0.1682 * _sl(tally) + 0.1373 * _iw(tally) - 2.779


def wiener_3(tally: Tally) -> float:
    """The third, with MS and SL."""
    return 0.2963 * _ms(tally) + 0.1905 * _sl(tally) - 1.1144


def wiener_4(tally: Tally) -> float:
    """The fourth, made for the upper half of the school years."""
    return 0.2744 * _ms(tally) + 0.2656 * _sl(tally) - 1.693


def flesch_douma(words: int, sentences: int, syllables: int) -> float:
    """Douma's reading ease. Dutch.

    W. H. Douma, De leesbaarheid van landbouwbladen, Landbouwhogeschool Wageningen (1960): 0.93 words in a sentence and
    0.77 syllables in 100 words, taken from Flesch's 206.835 (also printed as 206.84 and 207).
    """
    return 206.835 - 0.93 * words / sentences - 77 * syllables / words


def _ms(tally: Tally) -> float:
    return 100 * tally.polysyllables / tally.words


def _sl(tally: Tally) -> float:
    return tally.words / tally.sentences


def _iw(tally: Tally) -> float:
    return 100 * tally.long_words / tally.words


def _es(tally: Tally) -> float:
    return 100 * tally.monosyllables / tally.words


AMSTAD = Formula(
    "amstad",
    "Amstad",
    EASE,
    "lower",
    "Amstad",
    1978,
    lambda t: amstad(t.words, t.sentences, t.syllables),
)
WIENER_1, WIENER_2, WIENER_3, WIENER_4 = (
    Formula(
        f"wiener_{number}",
        f"Wiener Sachtextformel {number}",
        _SCHOOL_YEAR,
        "higher",
        "Bamberger and Vanecek",
        1984,
        value,
    )
    for number, value in enumerate((wiener_1, wiener_2, wiener_3, wiener_4), start=1)
)
FLESCH_DOUMA = Formula(
    "flesch_douma",
    "Flesch-Douma",
    EASE,
    "lower",
    "Douma",
    1960,
    lambda t: flesch_douma(t.words, t.sentences, t.syllables),
)
