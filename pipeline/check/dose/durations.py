"""How long, in shorthand: "x 3 d", "for 5/7", "TDS 5/7" (5 days), "in 2/52" (2 weeks). Code dose.latin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import is_about_medicine, word_before
from pipeline.check.dose.shorthand_rows import rows
from pipeline.check.passages import Passage, numeric
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_ENGLISH = "en"
_TIMES = re.compile(r"(?<!\w)[x×X] ?(?P<count>[1-9][0-9]{0,2}) ?(?P<unit>d|wks?|w|mos?)(?![\w/-])")
_PARTS = re.compile(
    r"(?P<word>\b(?:for|over|in|after|every|within) |(?<!\w)[x×X] ?)(?P<count>[1-9][0-9]?) ?/ ?(?P<whole>7|52)"
    r"(?![\w/-]|[.,][0-9]| (?:of|patients|people|women|men|children|days|weeks|points?)\b)"
)
_BEHIND_SHORTHAND = re.compile(r"(?<=[A-Za-z.] )(?P<count>[1-9][0-9]?)/(?P<whole>7|52)(?![\w/-]|[.,][0-9])")
_HOW_OFTEN = frozenset({"dose.daily", "dose.latin"})
_DAYS_ONLY = re.compile(r"for |over |[x×X]")
_UNITS = {"d": "day", "w": "week", "m": "month", "7": "day", "52": "week"}


def check(subject: Subject) -> Iterator[Finding]:
    """A length of time in the shorthand of prescriptions, in English sentences about medicines."""
    if subject.language != _ENGLISH:
        return
    for passage in numeric(subject):
        text = passage.text
        for match in _TIMES.finditer(text) if "x" in text.casefold() or "×" in text else ():
            if is_about_medicine(text, _ENGLISH):
                yield _found(subject, passage, match, f"for {_length(match['count'], match['unit'][0])}")
        for match in _PARTS.finditer(text) if "/7" in text or "/52" in text or "/ " in text else ():
            if match["whole"] == "52" or (_DAYS_ONLY.match(match["word"]) and is_about_medicine(text, _ENGLISH)):
                word = match["word"].strip() if match["word"].strip().isalpha() else "x"
                word = "for" if word.casefold() == "x" else word
                yield _found(subject, passage, match, f"{word} {_length(match['count'], match['whole'])}")
        for match in _BEHIND_SHORTHAND.finditer(text) if "/7" in text or "/52" in text else ():
            if word_before(text, match.start()) in _how_often() and is_about_medicine(text, _ENGLISH):
                yield _found(subject, passage, match, f"for {_length(match['count'], match['whole'])}")


@cache
def _how_often() -> frozenset[str]:
    """Shorthand behind which a length of time needs no "for": "TDS 5/7"."""
    return frozenset(form.casefold() for form, found in rows().items() if {row.code for row in found} & _HOW_OFTEN)


def _length(count: str, unit: str) -> str:
    return f"{count} {_UNITS[unit]}{'' if count == '1' else 's'}"


def _found(subject: Subject, passage: Passage, match: re.Match[str], write: str) -> Finding:
    return subject.found(
        "dose.latin",
        passage.section,
        passage.segment,
        f"“{match[0]}” is shorthand that readers may not know, or may take for something else.",
        f"Write “{write}”.",
        part=match.span(),
    )
