"""Codes as SARIF's rules (reportingDescriptor), with the words GitHub shows beside an alert."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.characters import for_sarif
from pipeline.explained import markdown, page
from pipeline.findings import CatalogueEntry, Severity, catalogue
from pipeline.items import of_code

LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NEEDS_REVIEW: "warning",  # SARIF has no such level; the property needsReview tells them apart
    Severity.NOTE: "note",
}
_LONGEST = 1024  # characters of a description GitHub shows
_PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation"}  # GitHub's words for the same levels


def rules(codes: Iterable[str]) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """The place of each code, and the descriptors in that order. Raises KeyError for a code the catalogue lacks."""
    order = sorted(set(codes))
    return {code: place for place, code in enumerate(order)}, [_rule(catalogue()[code]) for code in order]


def _rule(entry: CatalogueEntry) -> dict[str, Any]:
    level = LEVELS[entry.severity]
    tags = [entry.group, *(f"{standard.name} {item.number}" for standard, item in of_code(entry.code))]
    return {
        "id": entry.code,
        "name": "".join(part.capitalize() for part in entry.code.replace(".", "-").split("-")),
        "shortDescription": {"text": for_sarif(entry.title)},
        "fullDescription": {"text": for_sarif(" ".join(entry.explain.split()))[:_LONGEST]},
        "help": {"text": for_sarif(page(entry)), "markdown": for_sarif(markdown(entry))},
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": tags,
            "problem.severity": _PROBLEM[level],
            "needsReview": entry.severity is Severity.NEEDS_REVIEW,
        },
    }
