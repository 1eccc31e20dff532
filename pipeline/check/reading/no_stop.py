"""reading.no-stop: a text that goes on for so long without a stop that it is not looked at as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.document import BODY_KINDS, LONGEST_SENTENCE
from pipeline.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """Headings and body text of more than `LONGEST_SENTENCE` characters between two stops."""
    for section in subject.document.every_section():
        heading = () if section.heading is None else (section.heading,)
        for block in (*heading, *(block for block in section.blocks if block.kind in BODY_KINDS)):
            for segment in block.segments():
                length = len(segment.text)
                if length > LONGEST_SENTENCE:
                    yield subject.found(
                        "reading.no-stop",
                        section,
                        segment,
                        f"{length} characters stand without a stop; only the first {LONGEST_SENTENCE} are checked.",
                        "Part them into sentences, or check whether the file is what you meant.",
                        value=length,
                    )
