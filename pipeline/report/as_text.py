"""Findings as lines that editors and terminals know: `path:line:column: severity code message`, and a summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.characters import inert, one_line
from pipeline.findings import Finding, Severity
from pipeline.report.check_report import CheckedFile, CheckReport, Failed
from pipeline.report.coverage import coverage
from pipeline.report.left_out import by_reason
from pipeline.report.order import counts, ordered
from pipeline.report.scores import BEFORE_HEADINGS, hardest, judging
from pipeline.score.formulas import main

_PLURALS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.NEEDS_REVIEW: ("to review", "to review"),
    Severity.NOTE: ("note", "notes"),
}


def render(report: CheckReport) -> str:
    """One line a finding, its hint below it; then what was checked, what was counted, and the findings in figures."""
    lines = [line for found in ordered(report.findings) for line in lines_of(found)]
    for failed in sorted(report.failed, key=lambda one: one.path):
        lines += _failed(failed)
    lines += [_file(file) for file in sorted(report.files, key=lambda one: one.path)]
    return "\n".join(map(inert, (*lines, *closing(report)))) + "\n"


def closing(report: CheckReport) -> Iterator[str]:
    """The lines at the end: files, findings, baseline, standards."""
    yield from _checked(report)
    yield summary(report)
    yield from _known(report)
    yield from map(str, coverage(report))


def lines_of(found: Finding) -> Iterator[str]:
    """Where and what, then the hint."""
    where = found.where
    place = ":".join(str(part) for part in (one_line(where.path), where.line, where.column) if part is not None)
    language = f" [{one_line(where.language)}]" if where.language else ""
    yield f"{place}: {found.severity.value} {found.code}{language} {one_line(found.message)}"
    if found.hint:
        yield f"    {one_line(found.hint)}"


def _failed(failed: Failed) -> Iterator[str]:
    path = one_line(failed.path)
    yield f"{path}: not checked: {one_line(failed.message).removeprefix(f'{path}: ')}"
    if failed.hint:
        yield f"    {one_line(failed.hint)}"


def _file(file: CheckedFile) -> str:
    """What was counted and left out, the main figures, and the hardest section; JSON has all, by section."""
    figures = file.readability
    reasons = by_reason(figures)
    why = ", ".join(f"{words} {reason}" for reason, words in reasons.items())
    left_out = f"{sum(reasons.values())} left out{f' ({one_line(why)})' if why else ''}"
    shown = [formula for formula in main(figures.language) if formula.name in figures.scores]
    scores = ", ".join(f"{formula.name} {figures.scores[formula.name]:.1f}" for formula in shown)
    worst = hardest(figures.sections, judging(shown)) if shown and len(figures.sections) > 1 else None
    if worst is not None:
        judge = judging(shown).name
        name = one_line(worst.heading) or BEFORE_HEADINGS
        scores += f"; hardest: {name}, {judge} {worst.scores[judge]:.1f}"
    counted = f"{figures.counted.words} words counted, {left_out}"
    return f"{one_line(file.path)}: {counted}; {scores or 'nothing to score'}"


def _checked(report: CheckReport) -> Iterator[str]:
    """Nothing where no file was named, as for findings on a glossary."""
    if report.files:
        words = sum(file.readability.counted.words for file in report.files)
        left_out = sum(sum(by_reason(file.readability).values()) for file in report.files)
        yield f"{_number(len(report.files), 'file')} checked: {words} words counted, {left_out} left out."
    if report.failed:
        yield f"{_number(len(report.failed), 'file')} not checked."


def summary(report: CheckReport) -> str:
    """For instance "2 errors, 1 warning". Only files that could be read can be free of findings."""
    found = counts(report.findings)
    if found:
        return figures_of(report.findings)
    if report.failed:
        return "Nothing found in the rest." if report.files else "Nothing was checked."
    return "Nothing found."


def figures_of(findings: Sequence[Finding]) -> str:
    """For instance "2 errors, 1 warning"; empty without findings."""
    found = counts(findings)
    return ", ".join(
        f"{found[severity]} {_PLURALS[severity][found[severity] != 1]}" for severity in Severity if severity in found
    )


def _known(report: CheckReport) -> Iterator[str]:
    if report.baseline:
        known = f"{len(report.known)} known and not counted above" if report.known else "nothing known"
        severities = f" ({figures_of(report.known)})" if report.known else ""
        gone = f", {report.fixed} gone" if report.fixed else ""
        yield f"Baseline {one_line(report.baseline)}: {known}{severities}{gone}."
    if report.ignored:
        yield f"{len(report.ignored)} ignored, as the texts ask."


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
