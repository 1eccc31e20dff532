"""Findings as SARIF 2.1.0 (OASIS Standard, with errata 01), one run, as code scanning of GitHub and editors read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pipeline import __version__
from pipeline.characters import encodable, for_sarif
from pipeline.findings import Finding, Severity, digest
from pipeline.report.as_json import dump
from pipeline.report.check_report import CheckedFile, CheckReport, Failed
from pipeline.report.left_out import by_reason
from pipeline.report.order import place, worst_first
from pipeline.report.sarif_rules import LEVELS, rules
from pipeline.report.uris import location

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RESULTS_MAX = 25_000
"""GitHub refuses a file with more results. Worst first, so what is left out is the mildest; a notification says so."""


@dataclass(frozen=True, slots=True)
class _Reported:
    """A finding and what became of it."""

    finding: Finding
    known: bool = False
    reason: str | None = None  # why it is ignored; None where it is not


def render(report: CheckReport) -> str:
    """A SARIF log: rules of the codes found, results worst first, files with their figures, files that failed."""
    every = list(_reported(report))
    kept = every[:RESULTS_MAX]
    order, described = rules(one.finding.code for one in kept)
    run = {
        "tool": {
            "driver": {
                "name": "Plainleaf",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": described,
            }
        },
        "invocations": [_invocation(report, len(every) - len(kept))],
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder Plainleaf was run in."}}},
        "artifacts": [_artifact(file) for _, file in sorted({file.path: file for file in report.files}.items())],
        "columnKind": "unicodeCodePoints",
        "results": list(_results(kept, order, has_baseline=bool(report.baseline))),
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}).decode()


def _reported(report: CheckReport) -> Iterator[_Reported]:
    yield from (_Reported(found) for found in worst_first(report.findings))
    yield from (_Reported(found, known=True) for found in worst_first(report.known))
    for one in sorted(report.ignored, key=lambda one: (place(one.finding), one.reason)):
        yield _Reported(one.finding, reason=one.reason)


def _results(reported: Iterable[_Reported], order: dict[str, int], *, has_baseline: bool) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for one in reported:
        same = _fingerprint(one.finding)
        seen[same] += 1
        yield _result(one, order[one.finding.code], f"{same}:{seen[same]}", has_baseline)


def _result(one: _Reported, rule: int, fingerprint: str, has_baseline: bool) -> dict[str, Any]:
    found = one.finding
    hint = f" {found.hint}" if found.hint else ""
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": LEVELS[found.severity],
        "message": {"text": for_sarif(found.message + hint) or found.code},
        "locations": [_place(found)],
        # GitHub matches alerts by the second name; both hold what the finding is about, not its line.
        "partialFingerprints": {"plainleaf/v1": fingerprint, "primaryLocationLineHash": fingerprint},
        "properties": _properties(found),
    }
    if has_baseline and one.reason is None:
        result["baselineState"] = "unchanged" if one.known else "new"
    if one.reason is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": encodable(one.reason)}]
    return result


def _properties(found: Finding) -> dict[str, Any]:
    where = found.where
    values = {
        "needsReview": True if found.severity is Severity.NEEDS_REVIEW else None,
        "standard": found.standard or None,
        "section": where.section,
        "segment": where.segment,
        "language": where.language,
        "value": found.value,
    }
    return {name: encodable(v) if isinstance(v, str) else v for name, v in values.items() if v is not None}


def _place(found: Finding) -> dict[str, Any]:
    """A whole file stands at its first line: GitHub shows no result without one."""
    where = found.where
    region = {"startLine": where.line or 1}
    if where.line is not None and where.column is not None:
        region["startColumn"] = where.column
    if where.line is not None and where.end_line is not None and where.end_line >= where.line:
        region["endLine"] = where.end_line
        is_behind = where.end_line > where.line or (where.end_column or 0) >= (where.column or 1)
        if where.end_column is not None and is_behind:
            region["endColumn"] = where.end_column
    return {"physicalLocation": {"artifactLocation": location(where.path), "region": region}}


def _fingerprint(found: Finding) -> str:
    about = found.about or digest(encodable(found.message))
    where = found.where
    places = (where.path, where.section or "", where.language or "")
    return digest("\n".join([found.code, *map(encodable, places), about]))


def _artifact(file: CheckedFile) -> dict[str, Any]:
    figures = file.readability
    return {
        "location": location(file.path),
        "properties": {
            "language": figures.language,
            "scores": {name: round(value, 2) for name, value in figures.scores.items()},
            "wordsCounted": figures.counted.words,
            "wordsLeftOut": by_reason(figures),
        },
    }


def _invocation(report: CheckReport, cut: int) -> dict[str, Any]:
    notifications = [_failed(failed) for failed in sorted(report.failed, key=lambda failed: failed.path)]
    if cut:
        text = f"{cut} results are left out, the mildest ones: GitHub takes {RESULTS_MAX}. The other formats have all."
        notifications.append({"level": "warning", "message": {"text": text}})
    return {"executionSuccessful": not report.failed, "toolExecutionNotifications": notifications}


def _failed(failed: Failed) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": for_sarif(f"{failed.message} {failed.hint}".strip()) or "The file could not be checked."},
        "locations": [{"physicalLocation": {"artifactLocation": location(failed.path)}}],
    }
