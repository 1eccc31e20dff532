"""How hard an English health sentence is, from 1 (easy) to 6 (hard), and which of its words make it so.

Formulas of the last century count syllables and words. What readers of health texts stumble over are rare words: this
figure is a linear model of word frequency, length, word structure and initialisms, fitted to human ratings of sentences
from medical texts and their lay summaries; that of a word to human ratings of words of biomedical texts. The
coefficients, with what they were fitted on and how well they fit, are in `data/difficulty_en.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, log1p

from pipeline.score.linear import model
from pipeline.score.word_features import WordFeatures, word_features
from pipeline.score.words import tokens

HARD = 0.35
"""Difficulty of a word from which it is worth a second look: about that of "malignant"."""

_BELOW = {"rarity_55": 5.5, "rarity_4": 4.0, "rarity_3": 3.0}  # Zipf
_RARE = 3.0  # Zipf
_WORD_STEPS = (2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5)  # Zipf
_ROOT_STEPS = (3.0, 4.0, 5.0)
_GAP = 3_000  # characters; the longest link between two words that is looked over


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word of a text, with how hard it is: 0 (easy) to 1."""

    text: str
    start: int
    end: int
    difficulty: float


def sentence_difficulty(text: str) -> float:
    """The difficulty of one English sentence, 1 to 6; that of a text without words is 1."""
    return difficulty_of(tokens(text, "en").words)


def difficulty_of(words: Sequence[str]) -> float:
    """The difficulty of a sentence of these words."""
    return model("sentence")(sentence_features(words)) if words else 1.0


def sentence_features(words: Sequence[str]) -> dict[str, float]:
    """The features of the sentence model, by name. `words` has at least one."""
    told = [(word, features) for word in words if (features := word_features(word)) is not None]
    found = [features for _, features in told]
    rarity = sorted(max(0.0, 5.0 - features.zipf) for features in found) or [0.0]
    rare = {word.lower() for word, features in told if features.zipf < _RARE}
    sums = {
        name: log1p(sum(below - features.zipf for features in found if features.zipf < below))
        for name, below in _BELOW.items()
    }
    return sums | {
        "words": float(len(words)),
        "mean_rarity": sum(rarity) / len(rarity),
        "upper_rarity": _quantile(rarity, 0.75),
        "rare_words": log1p(len(rare)),
        "unfamiliar": sum(features.is_unfamiliar for features in found) / len(words),
        "affixes": log1p(sum(features.has_affix for features in found)),
        "initialism": float(any(features.is_initialism for features in found)),
        "mixed": log1p(sum(features.is_mixed for features in found)),
        "hyphenated": log1p(sum(features.is_hyphenated for features in found)),
    }


def word_difficulty(word: str) -> float:
    """The difficulty of one English word, 0 to 1; that of a figure is 0."""
    return _word_difficulty(word)


@lru_cache(maxsize=32768)
def _word_difficulty(word: str) -> float:
    features = word_features(word)
    return 0.0 if features is None else model("word")(word_model_features(features))


def word_model_features(features: WordFeatures) -> dict[str, float]:
    """The features of the word model, by name."""
    steps = {f"zipf_below_{step:g}": max(0.0, step - features.zipf) for step in _WORD_STEPS}
    roots = {f"root_zipf_below_{step:g}": max(0.0, step - features.root_zipf) for step in _ROOT_STEPS}
    return (
        steps
        | roots
        | {
            "syllables": float(features.syllables),
            "letters": float(features.letters),
            "unfamiliar": float(features.is_unfamiliar),
            "affix": float(features.has_affix),
            "initialism": float(features.is_initialism),
            "mixed": float(features.is_mixed),
            "name": float(features.is_name),
        }
    )


def hard_words(text: str) -> tuple[HardWord, ...]:
    """The words of an English text from `HARD` up, hardest first, each at its first place.

    Names are among them: whether a capital makes a name, the place in its text has to tell.
    """
    found: dict[str, HardWord] = {}
    at = 0
    for word in tokens(text, "en").words:
        start = text.find(word, at, at + _GAP)
        if start < 0:
            continue  # written with signs inside that the word as counted does not have
        at = start + len(word)
        difficulty = word_difficulty(word)
        if difficulty >= HARD:
            found.setdefault(word.lower(), HardWord(word, start, at, difficulty))
    return tuple(sorted(found.values(), key=lambda hard: (-hard.difficulty, hard.start)))


def _quantile(rising: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values does not exceed."""
    return rising[max(0, ceil(share * len(rising)) - 1)]
