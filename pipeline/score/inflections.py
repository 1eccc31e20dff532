"""The words an English word may be a regular form of, so that a form can be looked up in a list of plain words.

The forms are those that Dale and Chall count as familiar when the plain word is: possessives, contractions, plurals,
"-s", "-ed" and "-ing" of verbs, with a doubled consonant, a lost e or y changed to i, participles in "-n",
comparatives, and adverbs in "-ly". Not "-er" of people and things ("owner"), "-y", "-en", "-ment", "-tion", and not
"-ly" with more than that added ("easily").
E. Dale, J. S. Chall, A formula for predicting readability: instructions, Educational Research Bulletin 27 (1948).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.score import dictionary

_CONTRACTED = ("n't", "'ll", "'ve", "'re", "'d", "'m", "'s", "s'", "'")
_SHORTEST = 3  # letters; what is left of "ring" or "red" without its end is no word


def plain_forms(word: str) -> Iterator[str]:
    """The word itself, then what it may be a form of: candidates, which need not be words. In small letters."""
    yield word
    for ending in _CONTRACTED:
        if word.endswith(ending) and len(word) > len(ending):
            word = word[: -len(ending)] + ("s" if ending == "s'" else "")
            yield word
            break
    yield from _without_s(word)
    for ending in ("ed", "ing", "er", "est"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and _is_open(stem) and (ending != "er" or _is_comparative(stem)):
            yield from _whole(stem)
    if word.endswith("ly"):
        yield from _long_enough(word[:-2])
    if word.endswith(("wn", "en")):
        yield from _long_enough(word[:-1])


def _without_s(word: str) -> Iterator[str]:
    if not word.endswith("s") or word.endswith("ss"):
        return
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if len(word) > 2:
        yield word[:-1]
    if word.endswith("es") and len(word) > 3:
        yield word[:-2]


def _whole(stem: str) -> Iterator[str]:
    """What a stem was before its ending was added: "carri" was "carry", "stopp" "stop", "mov" "move"."""
    yield from _long_enough(stem)
    yield stem + "e"
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    if stem[-1] == stem[-2]:
        yield from _long_enough(stem[:-1])


def _long_enough(stem: str) -> Iterator[str]:
    if len(stem) >= _SHORTEST or stem in ("go", "do", "be"):
        yield stem


def _is_open(stem: str) -> bool:
    """Whether a stem has a vowel: that of "bring" or "bled" has none."""
    return any(letter in "aeiouy" for letter in stem)


def _is_comparative(stem: str) -> bool:
    """Whether "-er" compares: there is a superlative too. "Colder" has "coldest", "owner" has nothing."""
    return dictionary.syllables(stem + "est") is not None
