"""A medicine named with each of its doses: "5 mg of warfarin … 10 mg of warfarin" may not lose the second name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.facts.model import Fact, Violation
from pipeline.findings import Severity

_BEFORE, _BEHIND = 12, 8  # characters between a dose and the medicine behind it, or before it


def violations(source: Sequence[Fact], target: Sequence[Fact], same: bool) -> Iterator[Violation]:
    """Doses that stand without their medicine, where it is named less often than before."""
    before, after = (Counter(f.value for f in facts if f.kind == "drug") for facts in (source, target))
    fewer = {drug for drug in before if after[drug] and before[drug] > after[drug]}
    if not fewer:
        return
    bound, still = _bound(source), _bound(target)
    for drug in sorted(fewer):
        loose = [dose for dose in bound[drug] if dose.value not in {d.value for d in still[drug]}]
        if len(bound[drug]) > len(still[drug]) and loose:
            severity = Severity.ERROR if same else Severity.NEEDS_REVIEW
            doses = ", ".join(dose.text for dose in loose)
            yield Violation("drug", severity, f"“{doses}” no longer stands with its medicine.", doses, "")


def _bound(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    """The doses right before or behind each medicine."""
    ordered = sorted(facts, key=lambda fact: fact.start)
    bound: dict[str, list[Fact]] = defaultdict(list)
    for n, dose in enumerate(ordered):
        if dose.kind != "dose":
            continue
        following = ordered[n + 1] if n + 1 < len(ordered) else None
        leading = ordered[n - 1] if n else None
        if following is not None and following.kind == "drug" and following.start - dose.end <= _BEFORE:
            bound[following.value].append(dose)
        elif leading is not None and leading.kind == "drug" and dose.start - leading.end <= _BEHIND:
            bound[leading.value].append(dose)
    return bound
