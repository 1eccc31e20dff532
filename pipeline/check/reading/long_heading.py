"""reading.long-heading: a heading too long to scan."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.findings import Finding

_MOST = 65  # characters: NHS digital service manual, content guide


def check(subject: Subject) -> Iterator[Finding]:
    """Headings of more than 65 characters. The title is not judged where it is only the file's name."""
    for section in subject.document.sections:
        length = 0 if section.heading is None else len(section.heading.text)
        if length > _MOST:
            yield subject.found(
                "reading.long-heading",
                section,
                None,
                f"The heading has {length} characters; {_MOST} is the most.",
                "Say in a few words what the section answers.",
                value=length,
            )
