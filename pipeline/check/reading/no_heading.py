"""reading.no-heading: a long text without headings."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.findings import Finding

_LONG = 200  # words


def check(subject: Subject) -> Iterator[Finding]:
    """A section of more than 200 words that has no heading."""
    sections = zip(subject.document.every_section(), subject.edition.readability.sections, strict=True)
    for section, figures in sections:
        if section.heading is None and figures.counted.words > _LONG:
            yield subject.found(
                "reading.no-heading",
                section,
                None,
                f"{figures.counted.words} words stand without a heading.",
                "Part the text with headings that say what each part answers.",
            )
