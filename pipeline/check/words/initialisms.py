"""Which letters of an English text are initialisms. Data: `data/initialisms.toml`, and the shorthand of doses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.score import english
from pipeline.score.frequency import zipf
from pipeline.score.spoken import is_unit

_PATTERNS = r"[A-Z]&[A-Z]|[A-Z]{3,5}\d{1,2}|[A-Z]\d[A-Z]{2,3}|[a-z]{1,2}[A-Z]{2,4}"  # D&V, FEV1, T2DM, eGFR
_OF_A_PATTERN = re.compile(_PATTERNS)
_LETTERS = re.compile(
    rf"(?<![\w&@#./\\+])(?<![A-Z0-9]-)(?P<letters>[A-Z]{{2,5}}|{_PATTERNS}|[A-Z][A-Za-z]{{1,3}}\d?[a-z]?)"
    r"(?:s|['’]s)?"
    r"(?![\w&@/\\]|['’]\w|\.\w|-[A-Z0-9]|-[a-z](?![a-z])|-(?:alpha|beta|gamma|delta|kappa)\b)"
)
_CAPITAL_WORD = re.compile(r"(?<![\w])[A-Z]{2,}(?![\w])")
_BESIDE_AMOUNTS = frozenset({"beside", "named"})  # where a shorthand for doses may have another meaning elsewhere
_SHOUTED = 3  # capital words in a row
_ROMAN = re.compile(r"[IVX]+[A-C]?")
_NAME_BEFORE = re.compile(r"[a-z.,;:)] (?:[A-Z][\w’'.-]* )*[A-Z][a-z][\w’'.-]*,? $")
_PLACE_BEFORE = re.compile(r"\W*[A-Z][a-z]{2,}, $")
_NAME_BEHIND = re.compile(r"(?: (?:of|for|and|the))? [A-Z][a-z]")
_BEHIND_NAME = re.compile(r"(?:[A-Z][\w’'.-]*,? [A-Z][\w’'.-]+|[A-Z][a-z]+,),? (?:[A-Z]{2,5}, ?)*$")
_WORD_BEHIND, _WORD_BEFORE = re.compile(r" ([a-z]+)"), re.compile(r"([a-z]+) $")
_COMMON = 3.9  # Zipf: what is rarer is no word that a writer would stress with capitals
_COMMON_LONG = 2.5  # of words with four letters and more that can be said
_LONG = 4
_SAYABLE = re.compile(r"[^aeiouy]{0,3}[aeiouy]+(?:[^aeiouy]{1,2}[aeiouy]+)*[^aeiouy]{0,2}")
_POSTCODE = re.compile(r" \d{5}\b| \d[A-Z]{2}\b")


@dataclass(frozen=True, slots=True)
class Initialism:
    """Its letters, without the ending of the plural, and where they stand."""

    letters: str
    start: int
    end: int


def initialisms(text: str) -> Iterator[Initialism]:
    """Every initialism of a sentence, in order: "ECG", "U&E", "FEV1", "T2DM", "eGFR".

    None are units, Roman numerals ("stage IIIA"), known to all, words written in capitals, part of a name ("UCLA
    Medical Center") or of a code ("B12", "PD-1", "CA 90001"), letters behind a name ("Mary Smith, RN"), the
    shorthand of doses ("QID"), which has checks of its own, nor those of a sentence that is shouted.
    """
    if _is_shouted(text):
        return
    for match in _LETTERS.finditer(text):
        letters, start = match["letters"], match.start("letters")
        if is_initialism(letters) and not _is_name(text, start, match.end()) and not _is_dose(letters, text):
            yield Initialism(letters, start, start + len(letters))


def is_initialism(letters: str) -> bool:
    """Whether letters are an initialism that not every reader knows."""
    if letters in _listed("known") or is_unit(letters, "en") or _ROMAN.fullmatch(letters):
        return False
    if letters in _listed("mixed"):
        return True
    return (
        not is_word(letters)
        if letters.isalpha() and letters.isupper()
        else _OF_A_PATTERN.fullmatch(letters) is not None
    )


def is_word(capitals: str) -> bool:
    """Whether capitals are a word that is written in small letters elsewhere, not an initialism."""
    if len(capitals) < 2 or capitals in _listed("spelled") or capitals in _listed("known"):
        return False
    if len(capitals) == 2:
        return capitals in _listed("words")
    word = capitals.lower()
    if not english.known(word):
        return False
    is_long = len(word) >= _LONG and _SAYABLE.fullmatch(word) is not None
    return capitals in _listed("words") or zipf(word) >= (_COMMON_LONG if is_long else _COMMON)


def meaning_in_doses(letters: str) -> str | None:
    """What the letters mean beside an amount, where they mean something else elsewhere: "MS"; None for all others."""
    return _beside().get(letters)


def is_shorthand(word: str) -> bool:
    """Whether a word is a shorthand of doses as it stands, which has checks of its own: "nocte"."""
    return word in _shorthand()


def _is_dose(letters: str, text: str) -> bool:
    """Whether the letters are a shorthand for doses; one that only stands beside amounts, in a text with a figure."""
    if letters in _beside():
        return any(c.isdigit() for c in text)
    return is_shorthand(letters)


def _is_shouted(text: str) -> bool:
    words = [match[0] for match in _CAPITAL_WORD.finditer(text)]
    return sum(is_word(word) for word in words) >= _SHOUTED


def _is_name(text: str, start: int, end: int) -> bool:
    behind, before = text[end : end + 24], text[max(0, start - 40) : start]
    letters = text[start:end]
    if letters in _listed("behind_name"):
        return _BEHIND_NAME.search(before) is not None
    if letters in _listed("states") and _PLACE_BEFORE.match(text[:start]):
        return True
    if any(c.isdigit() for c in letters) and _names_a_gene(before, behind):
        return True
    return bool(_POSTCODE.match(behind) or _NAME_BEHIND.match(behind) or _NAME_BEFORE.search(before))


def _names_a_gene(before: str, behind: str) -> bool:
    """Whether a word beside letters with a figure says that they are the name of a gene or the like."""
    beside = (_WORD_BEFORE.search(before), _WORD_BEHIND.match(behind))
    return any(match is not None and match[1] in _listed("named") for match in beside)


@cache
def _listed(table: str) -> frozenset[str]:
    rows = tomllib.loads(files("pipeline.check").joinpath("data/initialisms.toml").read_text("utf-8"))
    return frozenset(word for row in rows[table].values() for word in row)


@cache
def _shorthand() -> frozenset[str]:
    rows = _doses()
    return frozenset(form.replace(".", "") for row in (*rows["unit"], *rows["shorthand"]) for form in row["forms"])


@cache
def _beside() -> dict[str, str]:
    rows = [row for row in _doses()["shorthand"] if row["where"] in _BESIDE_AMOUNTS]
    return {form: _one_of(row["write"]) for row in rows for form in row["forms"]}


def _one_of(meanings: str | list[str]) -> str:
    return meanings if isinstance(meanings, str) else "” or “".join(meanings)


@cache
def _doses() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.check").joinpath("data/dose.toml").read_text("utf-8"))
