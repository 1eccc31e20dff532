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

_SHARES = ("in", "in every", "out of", "out of every")


def check(subject: Subject) -> Iterator[Finding]:
    """Counts such as "two weeks" inside an English sentence.

    "one" and the first word of a sentence may stand, save in shares: "Two in three people".
    """
    if subject.language != ENGLISH or not subject.limits.numbers_in_figures:
        return
    for passage in passages(subject):
        for match in _pattern().finditer(passage.text):
            is_share = (match["joint"] or "") in _SHARES
            if is_share or match.start() > _first_word(passage.text):
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
    first = f"{_number(match['first'])} {match['joint']} " if match["first"] else ""
    return f"{first}{_number(match['word'])} {match['noun']}"


def _number(word: str) -> int:
    """The number of "one", "Two", "twenty-four"."""
    words = {"one": 1, **table()["words"]}
    tens, _, ones = word.casefold().replace(" ", "-").partition("-")
    return int(words[tens]) + (int(words[ones]) if ones else 0)


@cache
def _pattern() -> re.Pattern[str]:
    nouns = any_of(table()["counted"])
    tens = any_of(word for word, number in table()["words"].items() if number % 10 == 0 and number > 10)
    ones = any_of(["one", *(word for word, number in table()["words"].items() if number < 10)])
    words = rf"(?:{tens}[- ]{ones}|{any_of(table()['words'])})"
    first = rf"(?:(?P<first>(?i:one|{words})) (?P<joint>to|or|and|in|in every|out of|out of every) )?"
    no_more = "(?<!hundred )(?<!hundred and )(?<!thousand )(?<!million )(?<!Hundred )(?<!Thousand )"
    return re.compile(rf"(?<![\w-]){no_more}{first}(?P<word>{words}) (?:(?:more|full) )?(?P<noun>{nouns})(?![\w-])")
