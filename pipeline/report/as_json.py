"""Findings as JSON. `schema_version` grows when a key changes its meaning or goes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from pipeline.findings import Finding, Severity
from pipeline.items import Item
from pipeline.report import scores
from pipeline.report.check_report import CheckReport
from pipeline.report.coverage import Coverage, coverage
from pipeline.report.order import counts, ordered, place

SCHEMA_VERSION = 2


def render(report: CheckReport) -> str:
    """Everything there is to tell, every key always there; lists in the order of path and place."""
    ignored = sorted(report.ignored, key=lambda one: (place(one.finding), one.reason))
    files = sorted(report.files, key=lambda file: file.path)
    many = {
        "findings": map(row, ordered(report.findings)),
        "known": map(row, ordered(report.known)),
        "ignored": (row(one.finding) | {"reason": one.reason} for one in ignored),
        "files": (scores.row(file.path, file.readability) for file in files),
    }
    value = {
        "schema_version": SCHEMA_VERSION,
        "failed": [asdict(failed) for failed in sorted(report.failed, key=lambda failed: failed.path)],
        "standards": [_standard(covered) for covered in coverage(report)],
        "baseline": _baseline(report),
        "gate": {"fail_on": report.fail_on.value, "shut": bool(report.shuts or report.failed)},
        "summary": _summary(report),
    }
    parts = {key: _indented(part) for key, part in value.items()} | {key: _rows(rows) for key, rows in many.items()}
    body = ",\n".join(f'  "{key}": {parts[key]}' for key in sorted(parts))
    return f"{{\n{body}\n}}\n"


def _rows(rows: Iterable[dict[str, Any]]) -> str:
    """A list as JSON, each row encoded before the next is made: a run over many files has a great many."""
    encoded = ",\n".join(f"    {_indented(row, 4)}" for row in rows)
    return f"[\n{encoded}\n  ]" if encoded else "[]"


def _indented(value: Any, blanks: int = 2) -> str:
    """JSON whose lines behind the first begin with some blanks more."""
    return _encoded(value).replace("\n", "\n" + " " * blanks)


def _baseline(report: CheckReport) -> dict[str, Any] | None:
    return {"path": report.baseline, "fixed": report.fixed} if report.baseline else None


def listed(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The findings in order, every key always there."""
    return [row(found) for found in ordered(findings)]


def row(found: Finding) -> dict[str, Any]:
    """One finding; what is not known is null or empty."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "hint": found.hint,
        "standard": found.standard,
        "value": found.value,
        "about": found.about,
        "where": asdict(found.where),
    }


def _standard(covered: Coverage) -> dict[str, Any]:
    def numbers(items: tuple[Item, ...]) -> list[str]:
        return [item.number for item in items]

    return {
        "key": covered.standard.key,
        "name": covered.standard.name,
        "items": len(covered.standard.items),
        "checked": numbers(covered.checked),
        "with_findings": numbers(covered.with_findings),
        "not_run": numbers(covered.not_run),
        "needs_a_person": numbers(covered.person),
    }


def _summary(report: CheckReport) -> dict[str, int]:
    found = counts(report.findings)
    return {severity.value: found.get(severity.value, 0) for severity in Severity} | {
        "total": len(report.findings),
        "known": len(report.known),
        "ignored": len(report.ignored),
        "files": len(report.files),
        "failed": len(report.failed),
    }


def dump(value: Any) -> bytes:
    """Sorted, indented UTF-8 with a line feed at the end: equal values, equal bytes.

    Half of a surrogate pair, as in a file name of another encoding, is written as an escape of JSON.
    """
    return (_encoded(value) + "\n").encode()


def _encoded(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
    return text.encode("utf-8", "backslashreplace").decode()
