"""numbers.fraction: a part of a tablet in figures: "0.5 tablet", "1/2 tablet", "1/2 of a 25 mg tablet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import BLANK, any_of, is_about_medicine, is_statistics, units
from pipeline.check.figures import ENGLISH, table
from pipeline.check.passages import passages
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_COUNTS = {"1": "one", "2": "two", "3": "three", "4": "four", "5": "five"}
_REST = {"half a": "a half", "a quarter of a": "a quarter", "three quarters of a": "three quarters"}
_ES = ("patch",)


def check(subject: Subject) -> Iterator[Finding]:
    """Halves and quarters of tablets, patches, spoons and doses in figures, in English."""
    if subject.language != ENGLISH:
        return
    for passage in passages(subject):
        found = list(_pattern().finditer(passage.text))
        for match in () if found and is_statistics(passage.text) else found:
            if match["piece"] in table()["wholes"]["spoons"] and not is_about_medicine(passage.text, ENGLISH):
                continue
            yield subject.found(
                "numbers.fraction",
                passage.section,
                passage.segment,
                f"“{match[0]}”: a part of a {_one(match['piece'])} in figures may be misread.",
                f"Write “{_written(match)}”.",
                part=match.span(),
            )


def in_words(amount: str, language: str) -> str | None:
    """An English amount in words where it is a part of a tablet or a spoon: "half a tablet" for "0.5 tablet"."""
    match = _pattern().fullmatch(amount) if language == ENGLISH else None
    return None if match is None else _written(match)


def _written(match: re.Match[str]) -> str:
    """As in "half a 25 mg tablet", "one and a half teaspoons", "half your usual dose"."""
    words = table()["parts"][match["part"] or f"0.{match['decimals']}"]
    whole = (match["whole"] or match["before"] or "0").lstrip("0")
    between, piece = match["between"] or "", match["piece"]
    if whole:
        return f"{_COUNTS.get(whole, whole)} and {_REST[words]} {between}{_more(_one(piece))}"
    if match["whose"]:
        return f"{words.removesuffix(' a')} {match['whose']} {between}{piece}"
    return f"{words} {between}{_one(piece)}"


def _one(piece: str) -> str:
    if piece.removesuffix("es") in _ES:
        return piece.removesuffix("es")
    return piece if piece == "tbsp" else piece.removesuffix("s")


def _more(piece: str) -> str:
    if piece in {"tsp", "tbsp"}:
        return piece
    return f"{piece}es" if piece in _ES else f"{piece}s"


@cache
def _pattern() -> re.Pattern[str]:
    fractions = any_of(form for form in table()["parts"] if "/" in form or not form.isascii())
    pieces = any_of((*table()["wholes"]["pieces"], *table()["wholes"]["spoons"]))
    between = (
        rf"(?P<between>(?:(?:[0-9]{{1,4}}(?:\.[0-9]{{1,3}})?{BLANK}?-?{units(ENGLISH, 'symbols')}|usual|normal) )?)"
    )
    return re.compile(
        rf"(?<![\w.,/-])(?:(?P<whole>[0-9]+)\.(?P<decimals>5|25|75)|(?:(?P<before>[1-9])[ -]?)?(?P<part>{fractions}))"
        rf"(?:(?: of)? an?| of(?= )|(?: of)? (?P<whose>the|your|his|her|their))?[ -]{between}(?P<piece>{pieces})\b"
    )
