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
    """A scored sentence, its text with links and code blanked out, and the texts beside it in its section."""

    sentence: Sentence
    text: str  # as long as the segment's
    preceding: str  # "" at the beginning of a section
    following: str  # "" at its end
    following_id: str  # of its segment


def in_context(subject: Subject) -> Iterator[InContext]:
    """Every scored sentence, in reading order."""
    sentences = subject.sentences
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1] if number else None
        after = sentences[number + 1] if number + 1 < len(sentences) else None
        following = after if after is not None and after.section is sentence.section else None
        yield InContext(
            sentence,
            readable(sentence.segment.text, sentence.segment.marks),
            before.segment.text if before is not None and before.section is sentence.section else "",
            following.segment.text if following is not None else "",
            following.segment.id if following is not None else "",
        )


def questions(subject: Subject) -> Iterator[str]:
    """The headings that promise to say what something is: "What is asthma?"."""
    for section in subject.document.every_section():
        if section.heading is not None and _ASKS_WHAT.match(section.heading.text):
            yield section.heading.text
