"""The sentences of a document with what follows each, for checks that look for first uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.check.passages import readable
from pipeline.check.subject import Sentence, Subject

_ASKS_WHAT = re.compile(
    r"\W*(?:what|who)(?:['’]s| (?:is|are|does|do)\b)|\W*(?:about|understanding|definition of)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class InContext:
    """A scored sentence, its text with links and code blanked out, and the text that follows it in its section."""

    sentence: Sentence
    text: str  # as long as the segment's
    following: str  # "" at the end of a section


def in_context(subject: Subject) -> Iterator[InContext]:
    """Every scored sentence, in reading order."""
    sentences = subject.sentences
    for sentence, after in zip(sentences, (*sentences[1:], None), strict=False):
        is_same = after is not None and after.section is sentence.section
        following = after.segment.text if after is not None and is_same else ""
        yield InContext(sentence, readable(sentence.segment.text, sentence.segment.marks), following)


def questions(subject: Subject) -> Iterator[str]:
    """The headings that promise to say what something is: "What is asthma?"."""
    for section in subject.document.every_section():
        if section.heading is not None and _ASKS_WHAT.match(section.heading.text):
            yield section.heading.text
