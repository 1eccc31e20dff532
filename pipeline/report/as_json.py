"""Findings as JSON. `schema_version` grows when a key changes its meaning or goes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pipeline.findings import Finding, Severity
from pipeline.report.order import counts, ordered

SCHEMA_VERSION = 1


def render(findings: Sequence[Finding]) -> str:
    """`{"schema_version": 1, "findings": […], "summary": {"error": 0, …, "total": 0}}`."""
    found = counts(findings)
    summary = {severity.value: found.get(severity.value, 0) for severity in Severity} | {"total": len(findings)}
    value = {"schema_version": SCHEMA_VERSION, "findings": listed(findings), "summary": summary}
    return dump(value).decode()


def listed(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """The findings in order, every key always there."""
    return [row(found) for found in ordered(findings)]


def row(found: Finding) -> dict[str, Any]:
    """One finding; what is not known is null or empty."""
    where = found.where
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "hint": found.hint,
        "standard": found.standard,
        "where": {
            "path": where.path,
            "line": where.line,
            "column": where.column,
            "section": where.section,
            "segment": where.segment,
            "language": where.language,
        },
    }


def dump(value: Any) -> bytes:
    """Sorted, indented UTF-8 with a line feed at the end: equal values, equal bytes."""
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
