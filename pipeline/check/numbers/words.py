"""numbers.words: a count in letters where the profile wants figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import any_of
from pipeline.check.figures import ENGLISH, table
from pipeline.check.passages import passages
from pipeline.check.subject import Subject
from pipeline.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """Counts such as "two weeks" inside an English sentence; "one" and the first word of a sentence may stand."""
    if subject.language != ENGLISH or not subject.limits.numbers_in_figures:
        return
    for passage in passages(subject):
        for match in _pattern().finditer(passage.text):
            if match.start() > _first_word(passage.text):
                yield subject.found(
                    "numbers.words",
                    passage.section,
                    passage.segment,
                    f"“{match[0]}”: readers find figures sooner than number words.",
                    f"Write “{_in_figures(match)}”.",
                    part=match.span(),
                )


def _first_word(text: str) -> int:
    """Where a sentence's first word begins."""
    return len(text) - len(text.lstrip(" \"'“‘(*"))


def _in_figures(match: re.Match[str]) -> str:
    words = {"one": 1, **table()["words"]}
    first = f"{words[match['first']]} {match['joint']} " if match["first"] else ""
    return f"{first}{words[match['word']]} {match['noun']}"


@cache
def _pattern() -> re.Pattern[str]:
    words, nouns = any_of(table()["words"]), any_of(table()["counted"])
    first = rf"(?:(?P<first>one|{words}) (?P<joint>to|or|and) )?"
    return re.compile(rf"(?<![\w-]){first}(?P<word>{words}) (?:(?:more|full) )?(?P<noun>{nouns})(?![\w-])")
