"""When to take something, lost or added: before meals, with food, after surgery."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.compare_negation import LONG
from pipeline.facts.model import Fact, Violation
from pipeline.facts.timing import WHEN
from pipeline.findings import Severity

# Words that say as much in another language: in ayunas for before meals.
_ALIKE = {"before food": {"before", "empty"}, "with food": {"with", "full", "when after food"}}
_LOOSE = ("before", "after")
_WORDS = (_LOOSE, ("morning", "evening"), ("empty", "full"))


def violations(source: Sequence[Fact], target: Sequence[Fact], words: int, same: bool) -> Iterator[Violation]:
    """Timing is exact within one language; across languages any "before" answers a "before"."""
    yield from _missing(source, target, words, same, "is missing")
    yield from _missing(target, source, words, same, "was added")
    yield from _word_lost(source, target, same)


def _missing(source: Sequence[Fact], target: Sequence[Fact], words: int, same: bool, what: str) -> Iterator[Violation]:
    there = {fact.value for fact in target}
    seen: set[str] = set()
    for fact in source:
        if not fact.value.startswith(WHEN) or fact.value in there | seen:
            continue
        seen.add(fact.value)
        relation = fact.value.removeprefix(WHEN)
        alike = _ALIKE.get(relation, set()) | ({relation.split(" ")[0]} if relation.split(" ")[0] in _LOOSE else set())
        if not same and alike & there:
            continue
        sure = same or (words <= LONG and what == "is missing")
        severity = Severity.ERROR if sure else Severity.NEEDS_REVIEW
        texts = (fact.text, "") if what == "is missing" else ("", fact.text)
        yield Violation("instruction", severity, f"“{fact.text}” {what}.", *texts)


def _word_lost(source: Sequence[Fact], target: Sequence[Fact], same: bool) -> Iterator[Violation]:
    """A "morning", or within one language a "before", gone without any other such word in its place."""
    for values in _WORDS if same else _WORDS[1:]:
        before, after = ([f for f in facts if f.value in values] for facts in (source, target))
        if before and not after:
            text = before[0].text
            yield Violation("instruction", Severity.NEEDS_REVIEW, f"“{text}” is missing.", text, "")
