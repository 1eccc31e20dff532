"""reading.few-headings: a long section without headings below its own."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.reading.sections import scored
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_LONG = 300  # words


def check(subject: Subject) -> Iterator[Finding]:
    """A section of more than 300 words under one heading. `reading.no-heading` is for text without any."""
    for section, figures in scored(subject):
        if section.heading is not None and figures.counted.words > _LONG:
            yield subject.found(
                "reading.few-headings",
                section,
                None,
                f"{figures.counted.words} words stand under the heading “{figures.heading}”.",
                "Add headings below it that say what each part answers.",
                value=figures.counted.words,
            )
