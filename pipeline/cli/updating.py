"""A baseline that is written over by a run that uses it: what the run did not look at must not be forgotten."""

from __future__ import annotations

from pathlib import Path

from pipeline.check import policy
from pipeline.check.baseline import Known
from pipeline.cli.gate import Asked
from pipeline.errors import UsageError
from pipeline.findings import catalogue
from pipeline.report.check_report import CheckReport

_FORMAT = "json"  # the only one that a baseline has


def guard(report: CheckReport, asked: Asked, output: Path, format: str) -> None:
    """Raise UsageError where writing the report would drop findings of the baseline that the run never looked for.

    Findings of files that are gone, and of codes that the settings disable, are no loss.
    """
    if format != _FORMAT or asked.baseline is None or not _is_same(output, asked.baseline):
        return
    checked = {file.path for file in report.files}
    files = {one.path for one in asked.known if one.path not in checked and Path(one.path).exists()}
    if files:
        raise UsageError(
            f"{output} is the baseline, and it holds findings of files that were not checked, such as {min(files)}: "
            "they would be forgotten, so it was not written.",
            "Name every file and folder it was made from, or write the report to another file.",
        )
    codes = {one.code for one in asked.known if _is_left_out(one, asked)}
    if codes:
        raise UsageError(
            f"{output} is the baseline, and it holds findings that were not looked for, such as {min(codes)}: "
            "they would be forgotten, so it was not written.",
            "Use the options it was made with (--only, --grammar), or write the report to another file.",
        )


def _is_same(output: Path, baseline: Path) -> bool:
    try:
        return output.samefile(baseline)
    except OSError:  # one of them is not there
        return False


def _is_left_out(one: Known, asked: Asked) -> bool:
    """Whether the options, and not the settings, keep a code from being looked for."""
    if asked.only:
        return one.code not in asked.only
    return one.code in catalogue() and policy.needs_parse([one.code]) and not asked.settings.check.grammar
