"""What a translator's tool shows beside a sentence: the source's own words, findings, an earlier signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.findings import catalogue
from pipeline.review.sheet import Row, Standing


@dataclass(frozen=True, slots=True)
class Note:
    """One note. `priority` is 1 for what must be seen, 10 for what may be."""

    category: str
    text: str
    priority: int
    applies_to: str  # "source" or "target"


def notes(row: Row) -> Iterator[Note]:
    """The notes of a row, those to be seen first in front."""
    for found in sorted(row.findings, key=lambda found: (found.severity.rank, found.code, found.message)):
        title = catalogue()[found.code].title
        text = f"{found.severity.value}: {title}. {found.message} [{found.code}]"
        yield Note("finding", text, 1 + found.severity.rank, "target")
    if row.standing is Standing.REFUSED:
        yield Note(
            "state", "No machine translation of this sentence could be trusted. Please translate it.", 1, "target"
        )
    if row.is_critical and row.standing is not Standing.REVIEWED:
        yield Note("state", "A patient acts on this section.", 2, "source")
    if row.original and row.original != row.source:
        yield Note("original", row.original, 5, "source")


def metadata(row: Row) -> Iterator[tuple[str, str]]:
    """Names and values for programs."""
    yield "standing", row.standing.value
    if row.engine:
        yield "engine", row.engine
    approval = row.approval
    if approval is not None and approval.reviewer is not None:
        yield "reviewer", approval.reviewer.name
        yield "qualification", approval.reviewer.qualification
        yield "date", approval.date
        if approval.override_reason:
            yield "override-reason", approval.override_reason
