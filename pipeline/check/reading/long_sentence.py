"""reading.long-sentence: a sentence that is too long to hold in mind."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.findings import Finding, finding
from pipeline.score.counting import count

LONGEST = 25  # words


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences of body text with more than 25 words."""
    for section in subject.document.every_section():
        for part in count(section, subject.document.language):
            if part.tally.words > LONGEST and not part.left_out:
                yield finding(
                    "reading.long-sentence",
                    f"The sentence has {part.tally.words} words; {LONGEST} is the most.",
                    subject.where(section, part.segment),
                    "Make two sentences of it.",
                )
