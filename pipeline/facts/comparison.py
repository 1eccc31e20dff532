"""The gate: what of a source's facts did not survive in its target."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts import compare_bound, compare_negation, compare_order, compare_timing, compare_values, compare_words
from pipeline.facts.model import Fact, Violation

VALUES = frozenset({"number", "unit", "dose", "frequency", "date", "time", "phone", "code"})
NAMES = frozenset({"link", "drug"})


def violations(
    source: Sequence[Fact], target: Sequence[Fact], words: int, same: bool, both_marks: bool = False
) -> tuple[Violation, ...]:
    """Every violation, errors first.

    `words` is the length of the source; `same` says that both are one language; `both_marks` that readers of the
    target are used to either mark of thousands.
    """
    found = [
        *compare_values.violations(_of(source, VALUES), _of(target, VALUES), same, both_marks),
        *compare_values.names(_of(source, NAMES), _of(target, NAMES)),
        *compare_bound.violations(_of(source, {"drug", "dose"}), _of(target, {"drug", "dose"}), same),
        *compare_negation.violations(_of(source, {"negation"}), _of(target, {"negation"}), words, same),
        *compare_words.hedges(_of(source, {"hedge"}), _of(target, {"hedge"}), same),
        *compare_words.instructions(_of(source, {"instruction"}), _of(target, {"instruction"}), words, same),
        *compare_timing.violations(_of(source, {"instruction"}), _of(target, {"instruction"}), words, same),
    ]
    if not found:
        found += compare_order.violations(source, target, same)
    return tuple(sorted(found, key=lambda violation: violation.severity.rank))


def _of(facts: Sequence[Fact], kinds: frozenset[str] | set[str]) -> list[Fact]:
    return [fact for fact in facts if fact.kind in kinds]
