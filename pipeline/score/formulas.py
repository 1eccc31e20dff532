"""Readability formulas, each for the language it was made for, with the constants of its authors.

Every function takes counts and gives one figure; `scores` chooses those of a language. A formula divides by the
number of words and of sentences, so a text without either has no score.
"""

from __future__ import annotations

from math import sqrt

from pipeline.score.tally import Tally


def fkgl(words: int, sentences: int, syllables: int) -> float:
    """Flesch-Kincaid grade level: US school grade. English.

    J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, Derivation of new readability formulas for Navy
    enlisted personnel, Research Branch Report 8-75 (1975).
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def flesch(words: int, sentences: int, syllables: int) -> float:
    """Flesch reading ease: about 0 (hard) to 100 (easy). English.

    R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948).
    """
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words


def smog(sentences: int, polysyllables: int) -> float:
    """SMOG: US school grade for full understanding. English.

    G. H. McLaughlin, SMOG grading: a new readability formula, Journal of Reading 12 (1969), by the regression on a
    sample of 30 sentences. Any other number of sentences is brought to 30 by proportion, as is usual; under 30
    sentences the figure is less sure, and it moves in larger steps.
    """
    return 3.1291 + 1.0430 * sqrt(polysyllables * 30 / sentences)


def fernandez_huerta(words: int, sentences: int, syllables: int) -> float:
    """Fernández Huerta reading ease: about 0 (hard) to 100 (easy). Spanish.

    J. Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214 (1959): 206.84 - 0.60 P - 1.02 F, P syllables
    in 100 words, F words in a sentence (so read by G. Law, 2011).
    """
    return 206.84 - 60 * syllables / words - 1.02 * words / sentences


def kandel_moles(words: int, sentences: int, syllables: int) -> float:
    """Kandel and Moles's reading ease: about 0 (hard) to 100 (easy). French.

    L. Kandel, A. Moles, Application de l'indice de Flesch à la langue française, Cahiers d'Études de
    Radio-Télévision 19 (1958).
    """
    return 207 - 1.015 * words / sentences - 73.6 * syllables / words


def gulpease(words: int, sentences: int, letters: int) -> float:
    """Gulpease: 0 (hard) to 100 (easy); under 80 is hard for readers with primary schooling. Italian.

    P. Lucisano, M. E. Piemontese, Gulpease: una formula per la predizione della difficoltà dei testi in lingua
    italiana, Scuola e Città 3 (1988). Cut off at 0 and 100, where its scale ends.
    """
    return min(100.0, max(0.0, 89 + (300 * sentences - 10 * letters) / words))


def flesch_pt(words: int, sentences: int, syllables: int) -> float:
    """Flesch reading ease for Portuguese: about 0 (hard) to 100 (easy).

    T. B. F. Martins, C. M. Ghiraldelo, M. das G. V. Nunes, O. N. de Oliveira Jr., Readability formulas applied to
    textbooks in Brazilian Portuguese, ICMSC-USP (1996): Flesch's scale moved by 42, since Portuguese words have more
    syllables.
    """
    return 248.835 - 1.015 * words / sentences - 84.6 * syllables / words


def lix(words: int, sentences: int, long_words: int) -> float:
    """LIX: about 20 (easy) to 60 (hard); long words have more than six letters. Made for no single language.

    C.-H. Björnsson, Läsbarhet (1968).
    """
    return words / sentences + 100 * long_words / words


def scores(tally: Tally, language: str) -> dict[str, float]:
    """The figures of a text in a language (BCP 47), by formula.

    Empty where there is no sentence, or no formula for the language here.
    """
    words, sentences, syllables = tally.words, tally.sentences, tally.syllables
    if not words or not sentences:
        return {}
    match language.partition("-")[0].lower():
        case "en":
            return {
                "fkgl": fkgl(words, sentences, syllables),
                "smog": smog(sentences, tally.polysyllables),
                "flesch": flesch(words, sentences, syllables),
            }
        case "es":
            return {"fernandez_huerta": fernandez_huerta(words, sentences, syllables)}
        case "fr":
            return {"kandel_moles": kandel_moles(words, sentences, syllables)}
        case "it":
            return {"gulpease": gulpease(words, sentences, tally.letters)}
        case "pt":
            return {"flesch_pt": flesch_pt(words, sentences, syllables)}
        case "ca" | "gl":
            return {"lix": lix(words, sentences, tally.long_words)}
        case _:
            return {}
