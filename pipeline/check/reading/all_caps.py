"""reading.all-caps: words in capitals, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.passages import Passage, passages
from pipeline.check.subject import Subject
from pipeline.check.words.initialisms import is_word
from pipeline.findings import Finding

_TOKEN = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*(?![^\W_])|[^\W_]+(?:['’][^\W_]+)*")  # a number, or a word, "Q1H" included
_BETWEEN = re.compile(r"[ ,:;&–—-]{1,3}")
_FEWEST = 3  # words that are no initialisms
_LONG_WORD = 4  # letters; where no dictionary tells, shorter capitals may be an initialism


def check(subject: Subject) -> Iterator[Finding]:
    """Runs of three words or more in capitals, initialisms and numbers not counted.

    In plain text, capitals may mark a heading.
    """
    is_marked = subject.document.source.media_type != "text/plain"
    for passage in passages(subject):
        if not is_marked and _is_heading(passage):
            continue
        for start, end in _runs(passage.text):
            words = _words(passage.text[start:end])
            if sum(_is_shouted(word, subject.language) for word in words) >= _FEWEST:
                yield subject.found(
                    "reading.all-caps",
                    passage.section,
                    passage.segment,
                    f"{len(words)} words stand in capitals: “{passage.text[start:end]}”.",
                    "Write them small, and mark what matters with strong type.",
                    part=(start, end),
                )


def _words(text: str) -> list[str]:
    """The words of a run, without its numbers and codes."""
    return [token for token in _TOKEN.findall(text) if not any(c.isdigit() for c in token)]


def _is_heading(passage: Passage) -> bool:
    heading = passage.section.heading
    return heading is not None and passage.segment in tuple(heading.segments())


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Words in capitals with nothing but blanks, commas, dashes and numbers between them."""
    start = end = -1
    last = 0  # `last`: where the run goes on, behind a number
    for match in _TOKEN.finditer(text):
        is_number = match[0][0].isdigit() and match[0][-1].isdigit()
        fits = (match[0].isupper() or is_number) and _BETWEEN.fullmatch(text, last, match.start()) is not None
        if end >= 0 and not fits:
            yield start, end
            end = -1
        if match[0].isupper():
            start, end = match.start() if end < 0 else start, match.end()
        last = match.end()
    if end >= 0:
        yield start, end


def _is_shouted(word: str, language: str) -> bool:
    return is_word(word) if language == "en" else len(word) >= _LONG_WORD
