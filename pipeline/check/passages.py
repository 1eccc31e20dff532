"""Everything a patient reads, piece by piece: the title, headings, sentences, cells, captions and alt texts.

What a reader types, clicks or copies (links, paths, code) is blanked out, so that places stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.check.subject import Subject, root
from pipeline.document import BODY_KINDS, LONGEST_SENTENCE, BlockKind, Mark, Section, Segment, State
from pipeline.facts import links
from pipeline.facts.lexicon import LANGUAGES
from pipeline.facts.scan import Scan

_READ = BODY_KINDS | {BlockKind.HEADING, BlockKind.IMAGE}
_MAY_LINK = re.compile(r"[/@\\]|\w\.[A-Za-z]")
_FIGURE = re.compile(r"[0-9]")
_TITLE = Section("title", "title", None, 1)  # for a text that is nothing but its title
_REMEMBERED = 8192  # segments


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment with the text that checks look at: its places are the segment's, links and code blanked out."""

    section: Section
    segment: Segment
    text: str


def passages(subject: Subject) -> Iterator[Passage]:
    """Every passage of the edition in its own language, in reading order; the title comes with the first section.

    A refused sentence of a translation is left out: it is the source's, and was looked at there. Of a text that goes on
    without a stop for more than `LONGEST_SENTENCE` characters only the beginning is given.
    """
    sections = subject.document.every_section()
    yield from _read(subject, sections[0] if sections else _TITLE, (subject.document.title,))
    for section in sections:
        for block in section.blocks if section.heading is None else (section.heading, *section.blocks):
            if block.kind in _READ:
                yield from _read(subject, section, block.segments())


def _read(subject: Subject, section: Section, segments: Iterable[Segment]) -> Iterator[Passage]:
    """The segments in the edition's own language."""
    for segment in segments:
        foreign = segment.language is not None and root(segment.language) != subject.language
        if not foreign and segment.state is not State.REFUSED:
            yield Passage(section, segment, readable(segment.text, segment.marks)[:LONGEST_SENTENCE])


def numeric(subject: Subject) -> Iterator[Passage]:
    """Every passage with a figure in it, in reading order."""
    return (passage for passage in passages(subject) if _FIGURE.search(passage.text))


@lru_cache(maxsize=_REMEMBERED)
def readable(text: str, marks: tuple[Mark, ...] = ()) -> str:
    """The text with links, paths and code blanked out."""
    hidden = [(mark.start, mark.end) for mark in marks if mark.kind == "code"]
    if _MAY_LINK.search(text):
        hidden += [(fact.start, fact.end) for fact in links.find(Scan(text, LANGUAGES[0]))]
    for start, end in hidden:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
