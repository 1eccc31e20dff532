"""reading.long-sentence: a sentence that is too long to hold in mind."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.reading.split_point import shown_joint
from pipeline.check.subject import Subject
from pipeline.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences of body text with more words than `max_sentence_words`."""
    longest = subject.limits.max_sentence_words
    for sentence in subject.sentences:
        words = sentence.tally.words
        if words > longest:
            yield subject.found(
                "reading.long-sentence",
                sentence.section,
                sentence.segment,
                f"The sentence has {words} words; {longest} is the most.",
                _hint(sentence.segment.text),
                value=words,
            )


def _hint(text: str) -> str:
    joint = shown_joint(text)
    return f"Make two sentences of it, for instance at {joint}." if joint else "Make two sentences of it."
