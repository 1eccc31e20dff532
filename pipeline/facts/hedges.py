"""How sure, how binding: possible (may), likely (probably), recommended (should), required (must)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.facts.model import Fact, Weight
from pipeline.facts.scan import Scan

_END = re.compile(r"[.!?]")


def find(scan: Scan) -> Iterator[Fact]:
    """Hedges by class. A word that is a hedge only at times is free, with its class or with "loose" for value."""
    text, tokens, lexicon = scan.text, scan.tokens, scan.lexicon
    index = 0
    while index < len(tokens):
        match = lexicon.hedges.at(text, tokens, index)
        loose = lexicon.loose_hedges.at(text, tokens, index)
        if match is not None and _turned_round(scan, index):
            pass
        elif match is not None and match.value and scan.free(*scan.range(index, match.last)):
            same = loose is not None and loose.last == match.last
            yield scan.fact("hedge", match.value, index, match.last, Weight.FREE if same else Weight.FIRM)
        elif match is None and loose is not None:
            yield scan.fact("hedge", "loose", index, loose.last, Weight.FREE)
        index = max(m.last for m in (match, loose) if m is not None) if match or loose else index + 1


def _turned_round(scan: Scan, index: int) -> bool:
    """Whether a word opens a condition: "Should a rash appear, stop the cream." A question keeps its hedge."""
    if scan.tokens[index].text not in scan.lexicon.turned_round:
        return False
    start = scan.tokens[index].start
    before = scan.text[:start].rstrip()
    end = _END.search(scan.text, start)
    return (not before or _END.match(before[-1]) is not None) and (end is None or end[0] != "?")
