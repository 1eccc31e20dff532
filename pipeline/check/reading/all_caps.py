"""reading.all-caps: words in capitals, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.passages import Passage, passages
from pipeline.check.subject import Subject
from pipeline.check.words.initialisms import is_word
from pipeline.findings import Finding

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BETWEEN = re.compile(r"[ ,:;&–—-]{1,3}")
_FEWEST = 3  # words that are no initialisms
_LONG_WORD = 4  # letters; where no dictionary tells, shorter capitals may be an initialism


def check(subject: Subject) -> Iterator[Finding]:
    """Runs of three words or more in capitals, initialisms not counted. In plain text, capitals may mark a heading."""
    is_marked = subject.document.source.media_type != "text/plain"
    for passage in passages(subject):
        if not is_marked and _is_heading(passage):
            continue
        for start, end in _runs(passage.text):
            words = _WORD.findall(passage.text[start:end])
            if sum(_is_shouted(word, subject.language) for word in words) >= _FEWEST:
                yield subject.found(
                    "reading.all-caps",
                    passage.section,
                    passage.segment,
                    f"{len(words)} words stand in capitals: “{passage.text[start:end]}”.",
                    "Write them small, and mark what matters with strong type.",
                    part=(start, end),
                )


def _is_heading(passage: Passage) -> bool:
    heading = passage.section.heading
    return heading is not None and passage.segment in tuple(heading.segments())


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Words in capitals with nothing but blanks, commas and dashes between them."""
    start = end = -1
    for match in _WORD.finditer(text):
        if match[0].isupper() and end >= 0 and _BETWEEN.fullmatch(text, end, match.start()):
            end = match.end()
            continue
        if end >= 0:
            yield start, end
        start, end = match.span() if match[0].isupper() else (-1, -1)
    if end >= 0:
        yield start, end


def _is_shouted(word: str, language: str) -> bool:
    return is_word(word) if language == "en" else len(word) >= _LONG_WORD
