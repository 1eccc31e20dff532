"""Reports: findings as text or JSON for `plainleaf check`, and all that is known of one handout."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pipeline.findings import Finding
from pipeline.report import as_json, as_text
from pipeline.report.handout import handout_report

FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text.render,
    "json": as_json.render,
}
"""What `plainleaf check --format` knows. Each gives the whole output, with a line feed at its end."""

__all__ = ["FORMATS", "handout_report"]
