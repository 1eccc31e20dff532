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
_PARTS = (("morning", "evening"), ("empty", "full"))


def violations(source: Sequence[Fact], target: Sequence[Fact], words: int, same: bool) -> Iterator[Violation]:
    """Timing is exact within one language; across languages any "before" answers a "before"."""
    yield from _missing(source, target, words, same, "is missing")
    yield from _missing(target, source, words, same, "was added")
    yield from _words_missing(source, target, same, "is missing")
    if same:
        yield from _words_missing(target, source, same, "was added")


def _missing(source: Sequence[Fact], target: Sequence[Fact], words: int, same: bool, what: str) -> Iterator[Violation]:
    there = {fact.value for fact in target}
    seen: set[str] = set()
    for fact in source:
        if not fact.value.startswith(WHEN) or fact.value in there | seen:
            continue
        seen.add(fact.value)
        relation = fact.value.removeprefix(WHEN)
        alike = _ALIKE.get(relation, set()) | ({relation.split(" ")[0]} & set(_LOOSE))
        if not same and alike & there:
            continue
        sure = same or (words <= LONG and what == "is missing")
        severity = Severity.ERROR if sure else Severity.NEEDS_REVIEW
        texts = (fact.text, "") if what == "is missing" else ("", fact.text)
        yield Violation("instruction", severity, f"“{fact.text}” {what}.", *texts)


def _words_missing(source: Sequence[Fact], target: Sequence[Fact], same: bool, what: str) -> Iterator[Violation]:
    """A "morning" or "empty stomach", or within one language a "before", without any such word on the other side."""
    there = {fact.value for fact in target}
    for values in (*_PARTS, _LOOSE) if same and what == "is missing" else _PARTS:
        here = [fact for fact in source if fact.value in values]
        if here and not there & set(values):
            texts = (here[0].text, "") if what == "is missing" else ("", here[0].text)
            severity = Severity.ERROR if same and values != _LOOSE else Severity.NEEDS_REVIEW
            yield Violation("instruction", severity, f"“{here[0].text}” {what}.", *texts)
