"""SARI, as EASSE defines it (Alva-Manchego and others 2019, after Xu and others 2016).

N-grams of the system's words are counted over all sentences and held against those of the source and the references.
Added n-grams count once a sentence; kept and deleted ones as often as they stand there, each reference having an equal
say. For each order of 1 to 4 there is an F1 of precision and recall; an operation is the mean over orders, SARI the
mean of the three operations. Other programs differ: that of Hugging Face is some 30 points higher for a mere copy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ORDERS = range(1, 5)
OPERATIONS = ("add", "keep", "delete")
# mteval-v13a.pl (NIST): signs apart from words, stops and commas apart but for those inside figures.
_TOKENS = (
    (re.compile(r"([\{-\~\[-\` -\&\(-\+\:-\@\/])"), r" \1 "),
    (re.compile(r"([^0-9])([\.,])"), r"\1 \2 "),
    (re.compile(r"([\.,])([^0-9])"), r" \1 \2"),
    (re.compile(r"([0-9])(-)"), r"\1 \2 "),
)


@dataclass(frozen=True, slots=True)
class Sari:
    """The score and its three operations, 0 to 100."""

    sari: float
    add: float
    keep: float
    delete: float


def sari(sources: Sequence[str], outputs: Sequence[str], references: Sequence[Sequence[str]]) -> Sari:
    """The score of the outputs; `references` holds whole texts, one sequence of sentences for each writer."""
    totals = {(operation, n): [0, 0, 0] for operation in OPERATIONS for n in ORDERS}
    for source, output, *written in zip(sources, outputs, *references, strict=True):
        texts = [tokens(text) for text in (source, output, *written)]
        for n in ORDERS:
            before, after, *wanted = (Counter(_ngrams(text, n)) for text in texts)
            for operation, counts in _counts(before, after, wanted).items():
                total = totals[operation, n]
                total[:] = [one + other for one, other in zip(total, counts, strict=True)]
    means = [100 * sum(_f1(*totals[operation, n]) for n in ORDERS) / len(ORDERS) for operation in OPERATIONS]
    return Sari(round(sum(means) / len(means), 3), *(round(mean, 3) for mean in means))


def tokens(text: str) -> list[str]:
    """Words and signs in small letters."""
    line = f" {text.lower()} "
    for pattern, spaced in _TOKENS:
        line = pattern.sub(spaced, line)
    return line.split()


def _ngrams(text: Sequence[str], n: int) -> Iterable[tuple[str, ...]]:
    return (tuple(text[at : at + n]) for at in range(len(text) - n + 1))


_Counter = Counter[tuple[str, ...]]


def _counts(before: _Counter, after: _Counter, references: Sequence[_Counter]) -> dict[str, tuple[int, int, int]]:
    """What was right, what the system did and what the references did, for each operation."""
    written = sum(references, Counter())
    source, output = (Counter({gram: many * len(references) for gram, many in own.items()}) for own in (before, after))
    added, wanted = after.keys() - before.keys(), written.keys() - before.keys()
    kept, kept_by_them = source & output, source & written
    gone, gone_for_them = source - output, source - written
    return {
        "add": (len(added & wanted), len(added), len(wanted)),
        "keep": ((kept & kept_by_them).total(), kept.total(), kept_by_them.total()),
        "delete": ((gone & gone_for_them).total(), gone.total(), gone_for_them.total()),
    }


def _f1(right: int, done: int, wanted: int) -> float:
    return 2 * right / (done + wanted) if right else 0.0
