"""Findings as workflow commands of GitHub Actions: `::error file=…,line=…,title=…::message`.

Escaping as in GitHub's toolkit for actions (packages/core/src/command.ts): %, CR and LF everywhere, in properties also
":" and ",". GitHub shows ten annotations of each level for a step, so the worst come first.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.characters import encodable, inert
from pipeline.findings import Finding, Severity
from pipeline.report.as_text import closing
from pipeline.report.check_report import CheckReport, Failed
from pipeline.report.order import worst_first

COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NEEDS_REVIEW: "warning",
    Severity.NOTE: "notice",
}


def render(report: CheckReport) -> str:
    """One command a line, then the summary of the text report. Known findings of a baseline are only counted."""
    failed = [_failed(one) for one in sorted(report.failed, key=lambda one: one.path)]
    found = [_annotation(one) for one in worst_first(report.findings)]
    return "\n".join([*failed, *found, *map(inert, closing(report))]) + "\n"


def _annotation(found: Finding) -> str:
    properties = {"file": found.where.path, **dict(_region(found)), "title": _title(found)}
    message = f"{found.message}\n{found.hint}" if found.hint else found.message
    return _command(COMMANDS[found.severity], properties, message)


def _region(found: Finding) -> Iterator[tuple[str, str]]:
    """Lines from 1. Columns count only where the finding stands on one line; `endColumn` is the last character's."""
    where = found.where
    if where.line is None:
        return
    yield "line", str(where.line)
    if where.end_line is not None and where.end_line > where.line:
        yield "endLine", str(where.end_line)
        return
    if where.column is not None:
        yield "col", str(where.column)
        if where.end_column is not None and where.end_column > where.column:
            yield "endLine", str(where.line)
            yield "endColumn", str(where.end_column - 1)


def _title(found: Finding) -> str:
    review = " (to review)" if found.severity is Severity.NEEDS_REVIEW else ""
    language = f" [{found.where.language}]" if found.where.language else ""
    return f"{found.code}{language}{review}"


def _failed(failed: Failed) -> str:
    message = f"{failed.message}\n{failed.hint}" if failed.hint else failed.message
    return _command("error", {"file": failed.path, "title": "not checked"}, message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    # A command without a message is not shown.
    return f"::{name} {listed}::{_data(message) or '-'}"


def _data(text: str) -> str:
    return encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
