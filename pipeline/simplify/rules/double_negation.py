"""Two words that deny each other, said as it is: "not uncommon" → "fairly common".

By the table that the gate knows too (`pipeline.facts.double_negation`); all else that denies twice stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts import double_negation
from pipeline.simplify.locked import quotations
from pipeline.simplify.match import overlaps

NAME = "double-negation"
REASON = "What is so, instead of what is not."


def changes(text: str, fixed: Sequence[str] = ()) -> Iterator[tuple[int, int, str]]:
    """The places of a sentence to change and their plain wording, in order; quotations and `fixed` words stay."""
    pairs = double_negation.find(text)
    if not pairs:
        return
    kept = [*quotations(text), *((at, at + len(word)) for word in fixed if (at := text.find(word)) >= 0)]
    for pair in pairs:
        if not overlaps(pair.start, pair.end, kept):
            yield pair.start, pair.end, pair.plain
