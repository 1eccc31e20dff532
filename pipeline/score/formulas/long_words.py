"""Formulas that count long words instead of syllables, made for no single language.

They need an alphabet and blanks between words. C.-H. Björnsson compared newspapers in eleven languages by LIX
(Readability of newspapers in 11 languages, Reading Research Quarterly 18, 1983); words are longer in some than in
others, so a figure says something beside other texts in the same language only.
"""

from __future__ import annotations

from math import inf

from pipeline.score.formulas.formula import Band, Formula


def lix(words: int, sentences: int, long_words: int) -> float:
    """LIX: words in a sentence, and the percentage of words with more than six letters.

    C.-H. Björnsson, Läsbarhet, Stockholm (1968). The bands are his, for Swedish.
    """
    return words / sentences + 100 * long_words / words


def rix(sentences: int, long_words: int) -> float:
    """RIX: words with more than six letters in a sentence; the bands give US grades.

    J. Anderson, Lix and Rix: variations on a little-known readability index, Journal of Reading 26 (1983).
    """
    return long_words / sentences


LIX = Formula(
    "lix",
    "LIX",
    "20 easy … 60 hard",
    "higher",
    "Björnsson",
    1968,
    lambda t: lix(t.words, t.sentences, t.long_words),
    (
        Band(30, "very easy"),
        Band(40, "easy"),
        Band(50, "medium"),
        Band(60, "difficult"),
        Band(inf, "very difficult"),
    ),
)
RIX = Formula(
    "rix",
    "RIX",
    "long words a sentence, 0 easy … 7 hard",
    "higher",
    "Anderson",
    1983,
    lambda t: rix(t.sentences, t.long_words),
    (
        Band(0.2, "grade 1"),
        Band(0.5, "grade 2"),
        Band(0.8, "grade 3"),
        Band(1.3, "grade 4"),
        Band(1.8, "grade 5"),
        Band(2.4, "grade 6"),
        Band(3.0, "grade 7"),
        Band(3.7, "grade 8"),
        Band(4.5, "grade 9"),
        Band(5.3, "grade 10"),
        Band(6.2, "grade 11"),
        Band(7.2, "grade 12"),
        Band(inf, "college"),
    ),
)
