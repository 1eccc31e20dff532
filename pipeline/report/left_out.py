"""What was not counted, the same in every report."""

from __future__ import annotations

from collections import Counter

from pipeline.edition import Readability, SectionScore


def by_reason(figures: Readability | SectionScore) -> dict[str, int]:
    """Words that were not counted, by reason, in alphabetical order."""
    words: Counter[str] = Counter()
    for left in figures.left_out:
        words[left.why] += left.words
    return dict(sorted(words.items()))
