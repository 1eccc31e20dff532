"""Where the sentences of a health text begin and end.

A full stop ends a sentence unless something says that it does not: a decimal, an abbreviation, an initial, a list
number, a small letter after it. The abbreviations of each language are data: `data/abbreviations.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+")
_STOPS = re.compile(r"[.!?…。！？؟।]+")
_UNCASED_STOPS = frozenset("。！？।")
_CLOSING = re.compile(r"(?:[\"'”’»›)\]}*_⁰¹²³⁴-⁹]|\[\d{1,3}(?:[,–-]\d{1,3}){0,9}\])+")
_ASIDE = re.compile(r"(?:[»›”]|\[\d{1,3}(?:[,–-]\d{1,3}){0,9}\])+[.,;:]?$")
_NOTE_NUMBER = re.compile(r"\d{1,3}(?:[,–-]\d{1,3}){0,9}$")
_OPENING = "\"'“‘«‹([{*_—–-•¿¡"
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})\.$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+$")
_OPENS_SMALL = re.compile(r"[^\W\d_]{1,2}[A-Z0-9]|https?://|www\.")  # mRNA, pH, eGFR, an address
_LOOK_BACK = 40  # no abbreviation is longer


@dataclass(frozen=True, slots=True)
class _Words:
    """The data of one language, each set in lower case."""

    never: frozenset[str]
    number: frozenset[str]
    starter: frozenset[str]
    capital: frozenset[str]
    measure: frozenset[str]
    starters: frozenset[str]
    continues: frozenset[str]
    labels: frozenset[str]
    by: frozenset[str]
    file_suffixes: frozenset[str]


@cache
def _words(language: str) -> _Words:
    """The words of a language, those of [all] among them. A language without a table has only those."""
    table = tomllib.loads(files("pipeline.score").joinpath("data/abbreviations.toml").read_text("utf-8"))
    shared, own = table["all"], table.get(language.split("-")[0].lower(), {})
    return _Words(**{name: frozenset((*shared.get(name, ()), *own.get(name, ()))) for name in _Words.__slots__})


def split(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """The sentences of `text` as half-open ranges of characters.

    The ranges are sorted and disjoint, begin and end with a character that is not white space, and together hold
    every such character. A blank line ends a sentence; a single line break does not. `language` is a BCP 47 tag.
    Time is linear in the length of `text`.
    """
    ranges: list[tuple[int, int]] = []
    start = 0
    for end in (*_ends(text, _words(language)), len(text)):
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            first = start + len(piece) - len(piece.lstrip())
            ranges.append((first, first + len(bare)))
        start = end
    return tuple(ranges)


def _ends(text: str, words: _Words) -> Iterator[int]:
    """Offsets behind each sentence but the last, rising."""
    before: list[str] = []  # the last two tokens of this sentence
    stopped: tuple[re.Match[str], re.Match[str]] | None = None  # token and stops that an aside follows
    tokens = _TOKEN.finditer(text)
    token = next(tokens, None)
    while token is not None:
        following = next(tokens, None)
        end = token.end()
        last_end = 0
        if stopped is None:
            for last_end in _ends_inside(text, token, words):
                yield last_end
            if last_end:
                before = []
            stopped = _stopped(text, token)
        if following is not None and last_end < end:
            is_aside = stopped is not None and _ASIDE.match(following[0][:_LOOK_BACK]) is not None
            ends = stopped is not None and not is_aside and _ends_before(text, *stopped, following, before, words)
            if ends or _is_blank_line(text[end : following.start()]):
                yield end
                last_end = end
            if not is_aside:
                stopped = None
        before = [] if last_end == end else [*before[-1:], token[0][-_LOOK_BACK:]]
        token = following


def _is_blank_line(gap: str) -> bool:
    """Whether the white space between two tokens holds a blank line."""
    return gap.count("\n") > 1 or "\u2029" in gap


def _stopped(text: str, token: re.Match[str]) -> tuple[re.Match[str], re.Match[str]] | None:
    """The token and the stops it ends with, apart from closing signs and a note's number behind them."""
    runs = list(_STOPS.finditer(text, *token.span()))
    return (token, runs[-1]) if runs and _tail(text, token, runs[-1]) == token.end() else None


def _tail(text: str, token: re.Match[str], stops: re.Match[str]) -> int:
    """Where the closing signs and the note's number behind some stops end."""
    end = token.end()
    closing = _CLOSING.match(text, stops.end(), end)
    tail = closing.end() if closing else stops.end()
    word = text[max(token.start(), stops.start() - 4) : stops.start()]
    is_note = tail < end and len(word) == 4 and word.isalpha() and _NOTE_NUMBER.match(text, tail, end)
    return end if is_note else tail


def _ends_inside(text: str, token: re.Match[str], words: _Words) -> Iterator[int]:
    """Offsets inside one token where a sentence ends without white space after it."""
    link: bool | None = None
    for stops in _STOPS.finditer(text, *token.span()):
        tail = _tail(text, token, stops)
        if tail == token.end():
            continue
        if not _UNCASED_STOPS.isdisjoint(stops[0]):
            yield tail
            continue
        if link is None:
            link = any(sign in token[0] for sign in "/\\@") or token[0].lower().startswith("www.")
        if not link and _is_unspaced_end(text, token, stops, tail, words):
            yield tail


def _is_unspaced_end(text: str, token: re.Match[str], stops: re.Match[str], tail: int, words: _Words) -> bool:
    """Whether a sentence ends where no white space follows: "pain.The"."""
    after = text[tail : min(token.end(), tail + _LOOK_BACK)]
    if after[0] in "¿¡":
        return True
    word = _WORD.match(after)
    if word is None or not after[0].isupper() or word[0].lower() in words.file_suffixes:
        return False
    if stops[0] != ".":
        return True
    head = text[max(token.start(), stops.start() - 2) : stops.start()]
    return len(head) == 2 and head.isalpha() and head.islower() and (len(word[0]) == 1 or word[0][1].islower())


def _ends_before(
    text: str, token: re.Match[str], stops: re.Match[str], following: re.Match[str], before: list[str], words: _Words
) -> bool:
    """Whether stops at the end of a token end the sentence, given the token that follows."""
    raw = following[0][: _LOOK_BACK * 2]
    after = raw.lstrip(_OPENING)
    opening = raw[: len(raw) - len(after)]
    if not after or "¿" in opening or "¡" in opening:
        return True
    small = after[0].islower() and not _OPENS_SMALL.match(after)
    if "!" in stops[0] or "?" in stops[0] or not _UNCASED_STOPS.isdisjoint(stops[0]):
        return not small or text[stops.end() : stops.end() + 1].strip() == ""
    if small:
        return False
    if stops[0] != ".":
        return not after[0].isdigit()
    word = text[max(token.start(), stops.end() - _LOOK_BACK) : stops.end()].lstrip(_OPENING)
    return _full_stop_ends(word, after, before, words)


def _full_stop_ends(token: str, after: str, before: list[str], words: _Words) -> bool:
    """Whether the full stop of `token` ends the sentence, before a word that begins with no small letter."""
    low = token.lower()
    word = _WORD.match(after)
    next_word = word[0].lower() if word else after[:1]
    if not before and _LIST_NUMBER.match(token):
        return False
    if len(before) == 1 and token[:-1].isdecimal() and before[0].lower() in words.labels:
        return False
    if low in words.never:
        return False
    if low in words.number and (next_word[:1].isdigit() or (len(next_word) == 1 and next_word not in words.starters)):
        return False
    if low in words.measure:
        return not next_word[:1].isdigit()
    if low in words.capital:
        return next_word not in words.continues
    if low in words.starter:
        return next_word in words.starters
    if _INITIALS.match(token):
        return next_word in words.starters or (len(token) == 2 and _follows_plain_word(before, words))
    return True


def _follows_plain_word(before: list[str], words: _Words) -> bool:
    """Whether a single letter stands behind a common word, as in "hepatitis B.", and is no initial of a name."""
    return bool(before) and before[-1].islower() and before[-1].isalpha() and before[-1] not in words.by
