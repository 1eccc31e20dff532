"""Words whose opposite would tell the contrary: stop and start, before and after, left and right."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.model import Fact, Weight
from pipeline.facts.scan import Scan


def find(scan: Scan) -> Iterator[Fact]:
    """Every such word, by what it means."""
    for match in scan.lexicon.instruction.scan(scan.text, scan.tokens):
        if match.value:
            yield scan.fact("instruction", match.value, match.first, match.last, Weight.SOFT)
