"""How much a sentence says of a text: TextRank, with the place of the sentence and the words of headings.

TextRank: R. Mihalcea, P. Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004: the similarity of two sentences is
the number of content words they share over the sum of the logarithms of their lengths (formula in section 4), a
sentence's weight is WS(V) = (1 - d) + d * sum(w / sum(w) * WS(V')), with d = 0.85. Place and heading:
H. P. Edmundson, "New Methods in Automatic Extracting", Journal of the ACM 16(2), 1969.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

DAMPING = 0.85
_ROUNDS = 60  # of the iteration: far more than the weights of one page need to settle
_DIGITS = 9  # what is left of a weight, so that no machine's last digit decides
_FIRST, _OPENING = 1.5, 1.2  # for the first sentence of a section, and of any other paragraph


@dataclass(frozen=True, slots=True)
class Ranked:
    """What of a sentence counts."""

    words: frozenset[str]  # its content words, in small letters
    heading: frozenset[str] = frozenset()  # those of the title and the heading it stands under
    is_first: bool = False  # of its section
    is_opening: bool = False  # of its paragraph


def weights(sentences: Sequence[Ranked]) -> tuple[float, ...]:
    """The weight of each sentence among them all."""
    central = textrank([sentence.words for sentence in sentences])
    return tuple(
        round(weight * _place(sentence) * _heading(sentence), _DIGITS)
        for weight, sentence in zip(central, sentences, strict=True)
    )


def textrank(sentences: Sequence[frozenset[str]]) -> tuple[float, ...]:
    """TextRank of sentences by their content words."""
    links = [[similarity(a, b) if i != j else 0.0 for j, b in enumerate(sentences)] for i, a in enumerate(sentences)]
    out = [sum(row) for row in links]
    scores = [1.0] * len(sentences)
    for _ in range(_ROUNDS):
        scores = [
            (1 - DAMPING) + DAMPING * sum(row[j] / out[j] * scores[j] for j in range(len(row)) if row[j])
            for row in links
        ]
    return tuple(scores)


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """Content words that both have, over the logarithms of their numbers."""
    shared = len(one & other)
    return shared / (log(len(one)) + log(len(other))) if shared and len(one) > 1 and len(other) > 1 else 0.0


def _place(sentence: Ranked) -> float:
    return _FIRST if sentence.is_first else _OPENING if sentence.is_opening else 1.0


def _heading(sentence: Ranked) -> float:
    return 1 + (len(sentence.words & sentence.heading) / len(sentence.heading) if sentence.heading else 0.0)
