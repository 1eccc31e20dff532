"""Formulas for English that hold the words of a text against a list of familiar words: `familiar.py`."""

from __future__ import annotations

from math import inf

from pipeline.score.formulas.formula import GRADE, Band, Formula


def dale_chall(words: int, sentences: int, unfamiliar: int) -> float:
    """Dale and Chall's score of 1948, with their constant; `bands` hold the grades it stands for.

    E. Dale, J. S. Chall, A formula for predicting readability, Educational Research Bulletin 27 (1948): 0.1579 x1 +
    0.0496 x2 + 3.6365, x1 the percentage of words that are not on Dale's list of 3,000, x2 words in a sentence. The
    constant belongs to the regression and is always added; that it is added over 5 % only, as much software has
    it, is not in the paper, and makes the score leap by 3.6 grades where a text passes 5 %. The New Dale-Chall of 1995
    has a list of its own, other weights and tables; it is another formula, which is not here.
    """
    return 15.79 * unfamiliar / words + 0.0496 * words / sentences + 3.6365


def spache(words: int, sentences: int, unfamiliar_once: int) -> float:
    """Spache's revised grade, for texts up to grade 4. Unfamiliar words count once in a sample of 100 words.

    G. D. Spache, Good Reading for Poor Readers, 9th edition (1974): 0.121 ASL + 0.082 percentage of unfamiliar words +
    0.659. The constants 0.141, 0.086 and 0.839 are those of 1953, for the list of that year (Elementary School Journal
    53).
    """
    return 0.121 * words / sentences + 8.2 * unfamiliar_once / words + 0.659


DALE_CHALL = Formula(
    "dale_chall",
    "Dale-Chall score (1948)",
    "score 4 easy … 10 hard",
    "higher",
    "Dale and Chall",
    1948,
    lambda t: dale_chall(t.words, t.sentences, t.unfamiliar),
    (
        Band(5, "grade 4 and below"),
        Band(6, "grades 5–6"),
        Band(7, "grades 7–8"),
        Band(8, "grades 9–10"),
        Band(9, "grades 11–12"),
        Band(10, "grades 13–15 (college)"),
        Band(inf, "grade 16 and above (college graduate)"),
    ),
)
SPACHE = Formula(
    "spache",
    "Spache grade (revised)",
    GRADE,
    "higher",
    "Spache",
    1974,
    lambda t: spache(t.words, t.sentences, t.unfamiliar_once + len(t.sample_roots)),
)
