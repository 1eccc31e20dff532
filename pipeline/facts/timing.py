"""When to take or do something: before meals, with food, after surgery."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.model import Fact, Weight
from pipeline.facts.scan import Scan

WHEN = "when "
_DETERMINERS = 3  # words between "before" and what it is before: before each of your meals


def find(scan: Scan) -> Iterator[Fact]:
    """Every "before", "after" or "with" in front of a meal, bedtime, test or operation: "when before food"."""
    for match in scan.lexicon.relations.scan(scan.text, scan.tokens):
        index = match.last
        for _ in range(_DETERMINERS):
            if index < len(scan.tokens) and scan.tokens[index].text in scan.lexicon.determiners:
                index += 1
        event = scan.lexicon.events.at(scan.text, scan.tokens, index) if scan.glued(index) else None
        if event is not None and (event.value == "food" or match.value in {"before", "after"}):
            value = f"{WHEN}{match.value} {event.value}"
            yield scan.fact("instruction", value, match.first, event.last, Weight.SOFT)
    for match in scan.lexicon.timed.scan(scan.text, scan.tokens):
        yield scan.fact("instruction", WHEN + match.value, match.first, match.last, Weight.SOFT)
