"""reading.no-you: a text that never speaks to its reader. Data: `data/reader.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from pipeline.check.passages import passages
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_FEWEST_WORDS = 150  # of a text; a shorter one may be a notice or a part
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def check(subject: Subject) -> Iterator[Finding]:
    """A text of more than 150 words without "you" and without a sentence that opens with what to do. English only."""
    counted = subject.edition.readability.counted.words
    if subject.language != "en" or counted <= _FEWEST_WORDS:
        return
    title = subject.document.title
    if any(_speaks(passage.text) for passage in passages(subject) if passage.segment is not title):
        return
    yield subject.found(
        "reading.no-you",
        subject.document.every_section()[0],
        None,
        f"In {counted} words the text never says “you” and never tells the reader what to do.",
        "Say what it means for the reader, and what to do next.",
        value=counted,
    )


def _speaks(text: str) -> bool:
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    return bool(words) and (words[0] in _words("tells") or not _words("you").isdisjoint(words))


@cache
def _words(row: str) -> frozenset[str]:
    rows = tomllib.loads(files("pipeline.check").joinpath("data/reader.toml").read_text("utf-8"))
    return frozenset(rows[row])
