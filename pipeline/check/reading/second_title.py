"""reading.second-title: more than one heading of level 1."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.findings import Finding

_MARKED = frozenset({"text/markdown", "text/html"})  # elsewhere the level of a heading is a guess


def check(subject: Subject) -> Iterator[Finding]:
    """Headings of level 1 below the title; the first one is the title."""
    if subject.document.source.media_type not in _MARKED:
        return
    for section in subject.document.sections:
        if section.heading is not None and section.heading.level == 1:
            yield subject.found(
                "reading.second-title",
                section,
                None,
                f"“{section.heading.text}” is a heading of level 1, like the title “{subject.document.title.text}”.",
                "Make it a heading of level 2, and those below it one level lower.",
            )
