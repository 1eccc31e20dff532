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
    """Whether a word opens a condition: "Should a rash appear, …", "Call us should you feel ill.".

    A question keeps its hedge, and so does a sentence turned round by a "never" or an "only then" before it.
    """
    lexicon, tokens = scan.lexicon, scan.tokens
    if tokens[index].text not in lexicon.turned_round.words:
        return False
    end = _END.search(scan.text, tokens[index].start)
    if end is not None and end[0] == "?":
        return False
    before = scan.text[: tokens[index].start]
    own = before[max((m.end() for m in _END.finditer(before)), default=0) :]
    if not own.strip():
        return True
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    bars = lexicon.turned_round.not_behind
    return following in lexicon.turned_round.subjects and bars.isdisjoint(own.lower().split())
