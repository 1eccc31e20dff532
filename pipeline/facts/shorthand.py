"""Shorthand of prescriptions, written out: "1 tablet BID PRN" is "1 tablet 2 times a day as needed".

Only what stands for one thing, and only where it surely is shorthand: behind an amount, or behind other shorthand.
Data: `data/shorthand.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pipeline.facts import drugs
from pipeline.facts.lexicon import table

_MOST_BETWEEN = 4  # words between an amount and its shorthand
_REACH = 80  # characters before shorthand that are looked at
_WORDS = re.compile(r"[^\W_]+")
_CLAUSE_END = re.compile(r"[.;:!?]\s")
_OPENS = re.compile(r"(?:^|[,:;] |\band |\bthen )$", re.IGNORECASE)
_ORDER = r"(?:(?<=, )|(?<=: )|(?<=; )|(?<=and )|(?<=then )|(?<=[Pp]lease )|(?<=\A)|(?<=[.!?] ))"
_LINK = re.compile(r" (?:for|if|when|up|and|or|to|every|at|by|with|before|after|in|x)\b")
_NOUN = re.compile(r" [a-z]{3,}")
_ONE = frozenset({"1", "½", "¼", "1/2", "one", "half", "a", "an"})
_REMEMBERED = 1024  # texts


@dataclass(frozen=True, slots=True)
class Written:
    """Shorthand at `[start, end)` of a text, and what stands for it in full."""

    start: int
    end: int
    plain: str


@lru_cache(maxsize=_REMEMBERED)
def find(text: str) -> tuple[Written, ...]:
    """The shorthand of an English text that can be written out, from left to right."""
    found: list[Written] = []
    for match in _pattern().finditer(text):
        if match["hold"]:
            written = _hold(text, match)
        elif match["hours"]:
            plain = _data()["every"]["plain"].format(re.sub("[-–]", " to ", match["hours"]))
            written = _behind(text, match, found, plain)
        elif match["span"]:
            lasting = _data()["lasting"]
            plain = lasting["plain"].format(match["span"], lasting["units"][match["unit"]])
            written = _behind(text, match, found, plain)
        else:
            written = _form(text, match, found)
        if written is not None:
            found.append(written)
    return tuple(found)


def spelled_out(text: str) -> str:
    """The text with all shorthand of `find` written out."""
    for one in reversed(find(text)):
        text = text[: one.start] + one.plain + text[one.end :]
    return text


def _hold(text: str, match: re.Match[str]) -> Written | None:
    is_medicine = match["known"] or drugs.is_name(match["word"])
    if not is_medicine or _held_in_place().search(text):
        return None
    start, end = match.span("hold")
    return Written(start, end, _begun(_data()["hold"]["plain"], match["hold"][0].isupper()))


def _form(text: str, match: re.Match[str], found: list[Written]) -> Written | None:
    row = _rows()[match[0]]
    plain = row["plain"]
    if row.get("anywhere"):
        following = _WORDS.match(text[match.end() :].lstrip())
        describes = following is not None and following[0].lower() not in _data()["goes_on"]["words"]
        return None if describes else Written(match.start(), match.end(), plain)
    if isinstance(plain, list):
        count = _COUNT.search(text[max(0, match.start() - _REACH) : match.start()])
        return None if count is None else Written(match.start(), match.end(), plain[count[1].lower() not in _ONE])
    if row.get("opens"):
        opens = _OPENS.search(text[max(0, match.start() - _REACH) : match.start()]) is not None
        plain = _begun(plain, not text[: match.start()].strip())
        return Written(match.start(), match.end(), plain) if opens else None
    if row.get("before_noun") and _NOUN.match(text, match.end()) and not _LINK.match(text, match.end()):
        plain = f"{plain} {row['before_noun']}"
    return _behind(text, match, found, plain)


def _behind(text: str, match: re.Match[str], found: list[Written], plain: str) -> Written | None:
    """Written out where only a few harmless words part it from an amount or from shorthand before it."""
    near = max(0, match.start() - _REACH)
    ends = [one.end for one in found[-1:]] + [amount.end() for amount in _amount().finditer(text, near, match.start())]
    if not ends:
        return None
    gap = text[max(ends) : match.start()]
    words = _WORDS.findall(gap.lower())
    if _CLAUSE_END.search(gap) or len(words) > _MOST_BETWEEN or not set(words) <= set(_data()["amounts"]["between"]):
        return None
    return Written(match.start(), match.end(), plain + ("." if _ends_sentence(text, match) else ""))


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether the last stop of the shorthand is that of the sentence as well."""
    after = text[match.end() :].lstrip()
    first = after.split(maxsplit=1)[0].strip(".,;") if after else ""
    return match[0].endswith(".") and (not after or (first.istitle() and not _pattern().match(text, match.end() + 1)))


def _begun(plain: str, is_first: bool) -> str:
    return plain[0].upper() + plain[1:] if is_first else plain


def _any_of(forms: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))})"


_COUNT = re.compile(r"(?<![\w.,])([0-9]+(?:[.,/][0-9]+)*|[½¼]|one|two|three|four|half|an?)[ -]?$", re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    return table("shorthand")


@cache
def _rows() -> dict[str, dict[str, Any]]:
    return {form: row for row in _data()["shorthand"] for form in row["forms"]}


@cache
def _pattern() -> re.Pattern[str]:
    every, lasting, hold = _data()["every"], _data()["lasting"], _data()["hold"]
    hours = rf"{_any_of(every['letters'])}\.? ?(?P<hours>[0-9]{{1,2}}(?:[-–][0-9]{{1,2}})?) ?{_any_of(every['hours'])}"
    span = rf"{_any_of(lasting['signs'])} ?(?P<span>[0-9]{{1,3}}) ?(?P<unit>{_any_of(lasting['units'])})"
    objects = rf"(?P<known>{_any_of(hold['objects'])})\b|(?P<word>[^\W\d_]+)"
    held = rf"{_ORDER}(?P<hold>[Hh]old)(?= (?:{_any_of(hold['determiners'])} ){{0,3}}(?i:{objects}))"
    return re.compile(rf"(?<![\w./-])(?:{hours}|{span}|{_any_of(_rows())})(?![\w/-]|\.\w)|{held}")


@cache
def _amount() -> re.Pattern[str]:
    counted = r"(?:[0-9]+(?:[.,/][0-9]+)*|[½¼]|one|two|three|four|half|half a|an?|the)?"
    return re.compile(rf"(?<!\w){counted}[ -]?{_any_of(_data()['amounts']['units'])}(?!\w)")


@cache
def _held_in_place() -> re.Pattern[str]:
    return re.compile(rf"\b{_any_of(_data()['hold']['place'])}\b", re.IGNORECASE)
