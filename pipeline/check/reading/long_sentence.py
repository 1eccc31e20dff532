"""reading.long-sentence: a sentence that is too long to hold in mind."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.reading.sentences import graded
from pipeline.check.subject import Subject
from pipeline.findings import Finding, finding

LONGEST = 25  # words


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences of body text with more than 25 words."""
    for section in subject.document.every_section():
        for segment, counts in graded(subject.document, section):
            if counts.words > LONGEST:
                yield finding(
                    "reading.long-sentence",
                    f"The sentence has {counts.words} words; {LONGEST} is the most.",
                    subject.where(section, segment),
                    "Make two sentences of it.",
                )
