"""reading.heading-level: a heading that skips a level."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """A heading more than one level below the heading before it, or below the title where that is a heading.

    The first heading of a text may have any level.
    """
    before = subject.document.title_level
    for section in subject.document.sections:
        if section.heading is None:
            continue
        level = section.heading.level or section.level
        if before is not None and level > before + 1:
            yield subject.found(
                "reading.heading-level",
                section,
                None,
                f"The heading “{section.heading.text}” is of level {level}, the one before it of level {before}.",
                f"Make it a heading of level {before + 1}.",
            )
        before = level
