"""Findings as lines that editors and terminals know: `path:line:column: severity code message`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Finding, Severity
from pipeline.report.order import counts, ordered

_PLURALS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.NEEDS_REVIEW: ("to review", "to review"),
    Severity.NOTE: ("note", "notes"),
}


def render(findings: Sequence[Finding]) -> str:
    """One line a finding, its hint below it, a summary at the end."""
    lines = [line for found in ordered(findings) for line in _lines(found)]
    return "\n".join([*lines, summary(findings)]) + "\n"


def _lines(found: Finding) -> Iterator[str]:
    where = found.where
    place = ":".join(str(part) for part in (_line(where.path), where.line, where.column) if part is not None)
    language = f" [{_line(where.language)}]" if where.language else ""
    yield f"{place}: {found.severity.value} {found.code}{language} {_line(found.message)}"
    if found.hint:
        yield f"    {_line(found.hint)}"


def summary(findings: Sequence[Finding]) -> str:
    """For instance "2 errors, 1 warning"."""
    found = counts(findings)
    if not found:
        return "Nothing found."
    return ", ".join(
        f"{found[severity]} {_PLURALS[severity][found[severity] != 1]}" for severity in Severity if severity in found
    )


def _line(text: str) -> str:
    """The text on one line, without characters that would steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
