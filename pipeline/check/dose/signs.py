"""dose.sign, dose.comparison, dose.slash: signs in a dose that are read as figures or the wrong way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.amounts import BLANK, FIGURES, NO_LABORATORY, has_drug, is_measured, units, written
from pipeline.check.passages import Passage, passages
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_ENGLISH = "en"
_WORDS = {">": "more than", "<": "less than", "≥": "at least", "≤": "no more than"}
_SIGN = re.compile(r"[<>≤≥/@&+]")
_REACH = 40  # characters of a dose beside a sign
_AT = re.compile(r"(?<=\s)@ ?(?=[0-9]|bed|night|noon|lunch|dinner|breakfast)")
_JOINT = re.compile(r" ?(?P<sign>[&+]) ?(?=[\w(.])")
_LEFT, _RIGHT = re.compile(r"[\w.%)-]+$"), re.compile(r"[\w.(-]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Signs between doses or medicines, in English."""
    if subject.language != _ENGLISH:
        return
    for passage in passages(subject):
        if not _SIGN.search(passage.text) or is_measured(passage.text):
            continue
        yield from _comparisons(subject, passage)
        yield from _slashes(subject, passage)
        yield from _signs(subject, passage)


def _comparisons(subject: Subject, passage: Passage) -> Iterator[Finding]:
    for match in _comparison().finditer(passage.text):
        words = _WORDS[match["sign"]]
        yield subject.found(
            "dose.comparison",
            passage.section,
            passage.segment,
            f"“{match[0]}”: the sign is easily read the wrong way round, or as a figure.",
            f"Write “{words} {written(subject, match['number'], match['unit'])}”.",
            part=match.span(),
        )


def _slashes(subject: Subject, passage: Passage) -> Iterator[Finding]:
    for match in _slash().finditer(passage.text):
        left = written(subject, match["number"], match["unit"])
        right = written(subject, match["second"], match["unit2"])
        yield subject.found(
            "dose.slash",
            passage.section,
            passage.segment,
            f"“{match[0]}”: the slash between two doses may be read as the figure 1.",
            f"Write “{left} and {right}”.",
            part=match.span(),
        )


def _signs(subject: Subject, passage: Passage) -> Iterator[Finding]:
    text = passage.text
    if "@" in text:
        for match in _AT.finditer(text):
            yield _sign(subject, passage, match.start(), match.start() + 1, "at")
    for match in _JOINT.finditer(text) if "&" in text or "+" in text else ():
        left = text[max(0, match.start() - _REACH) : match.start()]
        right = text[match.end() : match.end() + _REACH]
        if _is_dose_or_medicine(_ends_in_dose().search(left), _LEFT.search(left)) and _is_dose_or_medicine(
            _dose().match(right), _RIGHT.match(right)
        ):
            glued = match[0] != f" {match['sign']} "
            yield _sign(subject, passage, *match.span("sign"), "and", ", with a blank on either side" if glued else "")


def _is_dose_or_medicine(dose: re.Match[str] | None, word: re.Match[str] | None) -> bool:
    return dose is not None or (word is not None and has_drug(word[0], _ENGLISH))


def _sign(subject: Subject, passage: Passage, start: int, end: int, word: str, how: str = "") -> Finding:
    return subject.found(
        "dose.sign",
        passage.section,
        passage.segment,
        f"The sign “{passage.text[start:end]}” may be read as a figure.",
        f"Write “{word}”{how}.",
        part=(start, end),
    )


@cache
def _comparison() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<sign>[<>≤≥]){BLANK}?(?P<number>[0-9]+(?:[.,][0-9]+)*){BLANK}?-?(?P<unit>{units(_ENGLISH)}){NO_LABORATORY}"
    )


@cache
def _slash() -> re.Pattern[str]:
    unit = units(_ENGLISH, "symbols", "words")
    solid = rf"(?!{BLANK}?(?:mL|ml|millilit))"
    return re.compile(
        rf"(?P<number>{FIGURES}){BLANK}?(?P<unit>{unit}){BLANK}?/{BLANK}?"
        rf"(?P<second>[0-9]+(?:[.,][0-9]+)*){solid}{BLANK}?(?P<unit2>{unit})"
    )


@cache
def _dose() -> re.Pattern[str]:
    return re.compile(rf"[0-9]+(?:[.,·][0-9]+)*{BLANK}?-?{units(_ENGLISH)}")


@cache
def _ends_in_dose() -> re.Pattern[str]:
    return re.compile(rf"{FIGURES}{BLANK}?-?{units(_ENGLISH)}\s*$")
