"""Two words that deny each other, and the plain wording for both: "not uncommon" is "fairly common".

Only by the closed table `data/double_negation.toml`. The simplifier writes by it, and the gate reads by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pipeline.facts.lexicon import table

_REACH = 20  # characters before a pair that are looked at
_REACH_ON = 300  # characters behind a pair that its "not" may hold for
_REMEMBERED = 2048  # texts
_BE = r"(?:is|are|was|were)"
_ORDER = r"(?:(?<=\A)|(?<=[.!?:;,] )|(?<=and )|(?<=then )|(?<=so )|(?<=please )|(?<=also ))"


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair at `[start, end)` of a text, and what stands for it."""

    start: int
    end: int
    plain: str


@lru_cache(maxsize=_REMEMBERED)
def find(text: str) -> tuple[Pair, ...]:
    """The pairs of an English text that can be said without denying, from left to right."""
    if not _hint().search(text):
        return ()
    found = (pair for pattern, plain in _patterns() for pair in _found(pattern, plain, text))
    kept: list[Pair] = []
    for pair in sorted(found, key=lambda pair: (pair.start, -pair.end)):
        if not kept or pair.start >= kept[-1].end:
            kept.append(pair)
    return tuple(kept)


def told(text: str) -> str:
    """The text with all pairs of `find` in their plain wording."""
    for pair in reversed(find(text)):
        text = text[: pair.start] + pair.plain + text[pair.end :]
    return text


def reconciled(source: str, target: str) -> tuple[str, str]:
    """Both texts, alike in the pairs that one says in plain words and the other does not.

    A pair counts as said in plain words only where its wording has come into the other text for it: "uncommon" for "not
    uncommon" has lost a "not", and so has "common".
    """
    return _told_as(source, target), _told_as(target, source)


def _told_as(text: str, other: str) -> str:
    """The text with those pairs told that the other text, which has fewer of them, tells in their plain wording."""
    for pair in reversed(find(text)):
        denied = text[pair.start : pair.end]
        plain = text[: pair.start] + pair.plain + text[pair.end :]
        if _count(denied, other) < _count(denied, text) and _count(pair.plain, other) >= _count(pair.plain, plain):
            text = plain
    return text


def _count(words: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE))


def _found(pattern: re.Pattern[str], plain: str, text: str) -> Iterator[Pair]:
    for match in pattern.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].lower().split()
        if before and before[-1] in _data()["before"]["words"]:
            continue
        wording = match.expand(plain)
        capital = match[0][0].isupper()
        yield Pair(match.start(), match.end(), wording[0].upper() + wording[1:] if capital else wording)


@cache
def _data() -> dict[str, Any]:
    return table("double_negation")


@cache
def _hint() -> re.Pattern[str]:
    """What every pair has; most texts are passed over by it."""
    return re.compile(r"(?<!\w)not\b|n['’]t\b|\bnever\b", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each way a pair may be written, and the template of its plain wording."""
    made: list[tuple[re.Pattern[str], str]] = []
    for row in _data()["pair"]:
        ends = rf"(?![\w-]){_behind(row)}"
        for denied, plain in _ways(row):
            begins = rf"(?<![\w-]){_ORDER if row.get('order') else ''}"
            made.append((re.compile(f"{begins}{denied}{ends}", re.IGNORECASE), plain))
    return tuple(made)


def _behind(row: dict[str, Any]) -> str:
    """What must follow, and what must not: what "not" holds for too ("not uncommon or dangerous"), another word."""
    needed, reach = _any_of(row.get("then", ())), _data()["reach"]
    barred = _any_of((*reach["next"], *row.get("not_before", ())))
    goes_on = rf"(?![^.;:!?]{{0,{_REACH_ON}}}?\b{_any_of(reach['clause'])}\b)" if _tells(row) else ""
    return (rf"(?= {needed}\b)" if needed else "") + rf"(?!,? {barred}\b)" + goes_on


def _tells(row: dict[str, Any]) -> bool:
    """Whether a deed follows: all that is to be done, or not to be done, up to the end of the clause."""
    return bool(row["denied"].endswith(" to"))


def _any_of(words: Iterable[str]) -> str:
    listed = "|".join(re.escape(word) for word in words)
    return f"(?:{listed})" if listed else ""


def _ways(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The pair as it stands, with "n't", and before its noun; each with its plain wording."""
    denied, plain = row["denied"], row["plain"]
    before, _, rest = denied.partition("not ")
    if not rest:
        yield re.escape(denied), plain
    elif before:  # "do not …", "is not …"
        yield re.escape(before) + r"not " + re.escape(rest), plain
        yield re.escape(before.strip()) + r"n['’]t " + re.escape(rest), plain
    else:
        if row.get("be"):
            yield rf"({_BE}) not {re.escape(rest)}", rf"\1 {plain}"
        else:
            yield f"not {re.escape(rest)}", plain
        yield rf"({_BE})n['’]t {re.escape(rest)}", rf"\1 {plain}"
    if row.get("noun"):
        yield f"not an? {re.escape(rest)}(?= [a-z])", f"a {plain}"
        yield rf"({_BE})n['’]t an? {re.escape(rest)}(?= [a-z])", rf"\1 a {plain}"
