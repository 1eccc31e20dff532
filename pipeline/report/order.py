"""The order and the counting of findings, the same in every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.findings import Finding, Severity


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """By file, line, column, then code and message; a finding of a whole file comes first."""
    return sorted(findings, key=place)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """By severity, then as `ordered`: for readers that show only the first ones."""
    return sorted(ordered(findings), key=lambda found: found.severity.rank)


def place(found: Finding) -> tuple[str, int, int, str, str, str, str, str]:
    """What findings are sorted by."""
    where = found.where
    point = (where.path, where.line or 0, where.column or 0)
    return (*point, where.language or "", where.segment or "", found.code, found.message, found.hint)


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """How many of each severity, worst first; zeros are left out."""
    found = Counter(one.severity for one in findings)
    return {severity.value: found[severity] for severity in Severity if found[severity]}
