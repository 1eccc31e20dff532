"""Reports: what `plainleaf check` found, in every format, and all that is known of one handout."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.report import as_github, as_json, as_junit, as_sarif, as_text
from pipeline.report.check_report import CheckedFile, CheckReport, Failed, Ignored
from pipeline.report.handout import handout_report

FORMATS: Mapping[str, Callable[[CheckReport], str]] = {
    "text": as_text.render,
    "json": as_json.render,
    "sarif": as_sarif.render,
    "junit": as_junit.render,
    "github": as_github.render,
}
"""What `plainleaf check --format` knows. Each gives the whole output, with a line feed at its end."""

__all__ = ["FORMATS", "CheckReport", "CheckedFile", "Failed", "Ignored", "handout_report"]
