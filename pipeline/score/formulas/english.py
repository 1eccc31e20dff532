"""Formulas for English that count words, syllables and letters, with the constants of their authors."""

from __future__ import annotations

from math import inf, sqrt

from pipeline.score.formulas.formula import EASE, GRADE, Band, Formula


def fkgl(words: int, sentences: int, syllables: int) -> float:
    """Flesch-Kincaid grade level.

    J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, Derivation of new readability formulas for Navy
    enlisted personnel, Research Branch Report 8-75 (1975).
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def flesch(words: int, sentences: int, syllables: int) -> float:
    """Flesch reading ease.

    R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948): 206.835 - .846 wl - 1.015 sl, wl
    syllables in 100 words, sl words in a sentence. The bands are his (The Art of Readable Writing, 1949).
    """
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words


def smog(sentences: int, polysyllables: int) -> float:
    """SMOG: the grade needed for full understanding.

    G. H. McLaughlin, SMOG grading: a new readability formula, Journal of Reading 12 (1969), by the regression on a
    sample of 30 sentences: 3.1291 + 1.0430 √polysyllables. Any other number of sentences is brought to 30 by
    proportion, as is usual; how sure that is, `smog_margin` tells.
    """
    return 3.1291 + 1.0430 * sqrt(polysyllables * 30 / sentences)


def smog_margin(sentences: int, polysyllables: int, polysyllables_squared: int) -> float:
    """Half-width, in grades, of the 95 % interval of a SMOG grade: 1.96 √(sampling² + 1.5159²).

    1.5159 grades is the standard error McLaughlin gives for his regression (1969): even 30 sentences or more tell no
    grade to better than three up or down. The sampling error is that of the mean m of polysyllables in a sentence,
    by the delta method: with g(m) = 3.1291 + 1.0430 √(30 m), g'(m) = 1.0430 √30 / (2 √m), and the error of the mean
    √(s² / n) for n sentences with the variance s² (n - 1 in the denominator). `polysyllables_squared` is the sum of
    the squares of each sentence's count. s² is held to be at least m, the variance of counts that fall by chance
    (Poisson), so that one sentence, or two that happen to be alike, are not taken to be sure. Without a polysyllable
    g' has no value; then the true m is under 3 / n in 95 of 100 cases (the rule of three), and g(3 / n) - g(0) is taken
    for 1.96 times the sampling error.
    """
    mean = polysyllables / sentences
    if not polysyllables:
        sampling = 1.0430 * sqrt(30 * 3 / sentences) / 1.96
    else:
        spread = polysyllables_squared - sentences * mean**2
        variance = max(mean, spread / (sentences - 1) if sentences > 1 else 0.0)
        sampling = 1.0430 * sqrt(30) / (2 * sqrt(mean)) * sqrt(variance / sentences)
    return 1.96 * sqrt(sampling**2 + 1.5159**2)


def gunning_fog(words: int, sentences: int, complex_words: int) -> float:
    """Gunning's Fog index: years of schooling. Which words are complex: `complex_words.py`.

    R. Gunning, The Technique of Clear Writing (1952): 0.4 times the sum of the words in a sentence and the percentage
    of hard words.
    """
    return 0.4 * (words / sentences + 100 * complex_words / words)


def coleman_liau(words: int, sentences: int, letters: int) -> float:
    """Coleman-Liau index. Letters include digits.

    M. Coleman, T. L. Liau, A computer readability formula designed for machine scoring, Journal of Applied Psychology
    60 (1975): 0.0588 L - 0.296 S - 15.8, L letters and S sentences in 100 words.
    """
    return 5.88 * letters / words - 29.6 * sentences / words - 15.8


def ari(words: int, sentences: int, letters: int) -> float:
    """Automated readability index. Letters include digits; punctuation is no stroke.

    E. A. Smith, R. J. Senter, Automated readability index, AMRL-TR-66-220 (1967), the grade level form.
    """
    return 4.71 * letters / words + 0.5 * words / sentences - 21.43


_FLESCH_BANDS = (
    Band(30, "very difficult"),
    Band(50, "difficult"),
    Band(60, "fairly difficult"),
    Band(70, "standard"),
    Band(80, "fairly easy"),
    Band(90, "easy"),
    Band(inf, "very easy"),
)

FKGL = Formula(
    "fkgl",
    "Flesch-Kincaid grade level",
    GRADE,
    "higher",
    "Kincaid and others",
    1975,
    lambda t: fkgl(t.words, t.sentences, t.syllables),
)
FLESCH = Formula(
    "flesch",
    "Flesch reading ease",
    EASE,
    "lower",
    "Flesch",
    1948,
    lambda t: flesch(t.words, t.sentences, t.syllables),
    _FLESCH_BANDS,
)
SMOG = Formula("smog", "SMOG grade", GRADE, "higher", "McLaughlin", 1969, lambda t: smog(t.sentences, t.polysyllables))
GUNNING_FOG = Formula(
    "gunning_fog",
    "Gunning Fog index",
    GRADE,
    "higher",
    "Gunning",
    1952,
    lambda t: gunning_fog(t.words, t.sentences, t.complex_words),
)
COLEMAN_LIAU = Formula(
    "coleman_liau",
    "Coleman-Liau index",
    GRADE,
    "higher",
    "Coleman and Liau",
    1975,
    lambda t: coleman_liau(t.words, t.sentences, t.letters),
)
ARI = Formula(
    "ari",
    "Automated readability index",
    GRADE,
    "higher",
    "Smith and Senter",
    1967,
    lambda t: ari(t.words, t.sentences, t.letters),
)
