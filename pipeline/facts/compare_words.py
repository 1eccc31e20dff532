"""Words that turn, weaken or reverse a sentence: counted by class, with room for what languages do differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.facts.compare_negation import LONG
from pipeline.facts.lexicon import common
from pipeline.facts.model import Fact, Violation, Weight
from pipeline.findings import Severity

_STRENGTHS = (("possible", "likely"), ("recommended", "required"))


def hedges(source: Sequence[Fact], target: Sequence[Fact], same: bool) -> Iterator[Violation]:
    """How sure and how binding: exact by class within one language; across languages, not lost and not invented."""
    if same:
        yield from _same_hedges(source, target)
        return
    for strength in _STRENGTHS:
        before = [f for f in source if f.value in strength and f.weight == Weight.FIRM]
        after = [f for f in target if f.value in strength and f.weight == Weight.FIRM]
        perhaps = sum(f.weight == Weight.FREE for f in target)
        if len(before) > len(after) + perhaps:
            yield _count("hedge", before, after, Severity.NEEDS_REVIEW, "A hedge is missing")
        if after and not before and not any(f.weight == Weight.FREE or f.value in strength for f in source):
            yield _count("hedge", before, after, Severity.NEEDS_REVIEW, "A hedge was added")


def instructions(source: Sequence[Fact], target: Sequence[Fact], words: int, same: bool) -> Iterator[Violation]:
    """A word lost and its opposite added: stop became start, before became after."""
    before, after = Counter(f.value for f in source), Counter(f.value for f in target)
    lost, added = before - after, after - before
    for opposites in common()["instruction"]["opposites"]:
        gone = [value for value in opposites if lost[value]]
        come = [value for value in opposites if added[value]]
        if gone and come:
            was = next(f.text for f in source if f.value == gone[0])
            now = next(f.text for f in target if f.value == come[0])
            sure = same or (words <= LONG and not (after[gone[0]] or before[come[0]]))
            yield Violation("instruction", _severity(sure), f"“{was}” became “{now}”.", was, now)


def _same_hedges(source: Sequence[Fact], target: Sequence[Fact]) -> Iterator[Violation]:
    before = Counter(f.value for f in source if f.value != "loose")
    after = Counter(f.value for f in target if f.value != "loose")
    lost, added = sorted((before - after).elements()), sorted((after - before).elements())
    if not lost:  # a sentence split in two says its "may" again; it may not say a new one
        added = [value for value in added if value not in before]
    for was, now in zip(lost, added, strict=False):
        text, new = _first(source, was), _first(target, now)
        yield Violation("hedge", Severity.ERROR, f"“{text}” became “{new}”.", text, new)
    for value in lost[len(added) :]:
        text = _first(source, value)
        yield Violation("hedge", Severity.ERROR, f"“{text}” is missing.", text, "")
    for value in added[len(lost) :]:
        text = _first(target, value)
        yield Violation("hedge", Severity.ERROR, f"“{text}” was added.", "", text)


def _count(kind: str, before: Sequence[Fact], after: Sequence[Fact], severity: Severity, what: str) -> Violation:
    was, now = ", ".join(f.text for f in before), ", ".join(f.text for f in after)
    return Violation(kind, severity, f"{what}: “{was}” here, “{now}” there.", was, now)


def _severity(sure: bool) -> Severity:
    return Severity.ERROR if sure else Severity.NEEDS_REVIEW


def _first(facts: Sequence[Fact], value: str) -> str:
    return next(f.text for f in facts if f.value == value)
