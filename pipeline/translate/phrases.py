"""Set phrases of time and manner, put in the target language before the engine reads the sentence.

The phrases are data: `data/phrases.toml`.
"""

from __future__ import annotations

import re
import tomllib
from calendar import month_name
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

OPEN, CLOSE = "⟦", "⟧"  # around words of the target language that pass the engine untouched
WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(\d+|{'|'.join(WORDS)})"
_MONTHS = "|".join(month_name[1:])
_DAY_FIRST = re.compile(
    rf"\b(?:on )?(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{_MONTHS})\b(?:,? (?P<y>\d{{4}}))?"
)
_MONTH_FIRST = re.compile(rf"\b(?:on )?(?P<m>{_MONTHS}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<y>\d{{4}}))?")


@dataclass(frozen=True, slots=True)
class _Phrase:
    pattern: re.Pattern[str]
    template: str


@cache
def text() -> str:
    """The data, for fingerprints."""
    return files("pipeline.translate").joinpath("data/phrases.toml").read_text("utf-8")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(text())


@cache
def _phrases(language: str) -> tuple[_Phrase, ...]:
    rows = []
    for row in _data()["phrase"]:
        pattern = row["en"].replace("(#)", _NUMBER).replace("(D)", r"(\d+)")
        rows.append(_Phrase(re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-]|['’]s\b)", re.IGNORECASE), row[language]))
    return tuple(rows)


def put(sentence: str, language: str) -> str:
    """The English sentence with each set phrase in the target language, between OPEN and CLOSE."""
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        sentence = _outside(sentence, pattern, lambda found: _date(found, language))
    for phrase in _phrases(language):
        sentence = _outside(sentence, phrase.pattern, lambda found, p=phrase: _filled(p.template, found, language))
    return sentence


def _outside(sentence: str, pattern: re.Pattern[str], replacement: Any) -> str:
    """Replaces only outside of what was put already."""
    if not pattern.search(sentence):  # as most do; no need to part the sentence
        return sentence
    parts = re.split(rf"({OPEN}[^{CLOSE}]*{CLOSE})", sentence)
    for index in range(0, len(parts), 2):
        parts[index] = pattern.sub(lambda found: f"{OPEN}{replacement(found)}{CLOSE}", parts[index])
    return "".join(parts)


def _filled(template: str, found: re.Match[str], language: str) -> str:
    def number(slot: re.Match[str]) -> str:
        value = found[int(slot[1])]
        if value.lower() not in WORDS:
            return value
        masculine, _, feminine = str(_data()["numbers"][language][WORDS.index(value.lower())]).partition("/")
        return feminine if slot[2] == "f" and feminine else masculine

    return re.sub(r"\{(\d)([mf]?)\}", number, template)


def _date(found: re.Match[str], language: str) -> str:
    day, year = _data()["dates"][language]
    month = _data()["months"][language][list(month_name).index(found["m"].title()) - 1]
    words = str(day.format(d=found["d"], m=month)) + (str(year.format(y=found["y"])) if found["y"] else "")
    return words if found[0].startswith("on ") or language in ("es", "ca", "gl") else words.split(" ", 1)[1]
