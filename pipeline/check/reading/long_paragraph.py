"""reading.long-paragraph: a wall of text."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.document import BlockKind
from pipeline.findings import Finding
from pipeline.score.words import words

_MOST_WORDS = 150


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs with more sentences than `max_paragraph_sentences`, or more than 150 words."""
    most = subject.limits.max_paragraph_sentences
    for section in subject.document.every_section():
        for block in section.blocks:
            if block.kind is not BlockKind.PARAGRAPH:
                continue
            for unit in block.units:
                lengths = [len(words(segment.text, subject.language)) for segment in unit.segments]
                sentences, counted = sum(map(bool, lengths)), sum(lengths)
                if sentences > most:
                    size, limit, value = f"{sentences} sentences", f"{most} is the most", sentences
                elif counted > _MOST_WORDS:
                    size, limit, value = f"{counted} words", f"{_MOST_WORDS} is the most", counted
                else:
                    continue
                yield subject.found(
                    "reading.long-paragraph",
                    section,
                    unit.segments[0],
                    f"The paragraph has {size}; {limit}.",
                    "Make a paragraph for each thought, or a list.",
                    value=value,
                )
