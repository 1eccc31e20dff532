"""Facts that are all there, but at the wrong place: doses swapped between drugs, a "not" moved to another drug."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.model import Fact, Violation, Weight
from pipeline.findings import Severity

_VALUES = frozenset({"dose", "frequency", "time", "phone"})


def violations(source: Sequence[Fact], target: Sequence[Fact], same: bool) -> Iterator[Violation]:
    """Swaps, in texts whose facts are otherwise equal."""
    before, after = _in_order(source), _in_order(target)
    drugs_before, drugs_after = _only(before, {"drug"}), _only(after, {"drug"})
    values_before, values_after = _only(before, _VALUES), _only(after, _VALUES)
    bound = len(drugs_before) == len(values_before) == len(drugs_after) == len(values_after) >= 2
    if bound:
        pairs_before = sorted(zip(_values(drugs_before), _values(values_before), strict=True))
        pairs_after = sorted(zip(_values(drugs_after), _values(values_after), strict=True))
        if pairs_before != pairs_after:
            yield _swapped(values_before, values_after, Severity.ERROR)
    elif _moved(values_before, values_after):
        yield _swapped(values_before, values_after, _severity(same))
    elif not values_before and _moved(drugs_before, drugs_after) and _only(before, {"negation"}):
        yield _swapped(drugs_before, drugs_after, _severity(same))
    names = {"drug", "negation"}
    if _moved(_only(before, names), _only(after, names)) and len(drugs_before) > 1 and not bound:
        yield _swapped(_only(before, names), _only(after, names), Severity.ERROR)


def _in_order(facts: Sequence[Fact]) -> list[Fact]:
    firm = [fact for fact in facts if fact.weight == Weight.FIRM]
    return sorted(firm, key=lambda fact: (fact.start, fact.end))


def _only(facts: Sequence[Fact], kinds: frozenset[str] | set[str]) -> list[Fact]:
    return [fact for fact in facts if fact.kind in kinds]


def _values(facts: Sequence[Fact]) -> list[str]:
    return [fact.kind if fact.kind == "negation" else fact.value for fact in facts]


def _moved(before: Sequence[Fact], after: Sequence[Fact]) -> bool:
    """Whether the same values stand in another order."""
    return _values(before) != _values(after) and sorted(_values(before)) == sorted(_values(after))


def _swapped(before: Sequence[Fact], after: Sequence[Fact], severity: Severity) -> Violation:
    was, now = (", ".join(fact.text for fact in facts) for facts in (before, after))
    kind = next(fact.kind for fact in before)
    return Violation(kind, severity, f"The order “{was}” became “{now}”.", was, now)


def _severity(same: bool) -> Severity:
    return Severity.ERROR if same else Severity.NEEDS_REVIEW
