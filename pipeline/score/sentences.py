"""Where the sentences of a health text begin and end.

A stop ends a sentence unless something says that it does not (`stops.py`): a decimal, an abbreviation, an initial, a
list number, a small letter after it. A blank line ends a sentence too; a single line break does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.score import stops

_SIGNS = ".!?…。！？؟।"
_NOTE = r"\d{1,3}(?:[,–-]\d{1,3}){0,9}"
_TOKEN = re.compile(r"\S+")
_STOPPED_TOKEN = re.compile(rf"(?<!\S)[^\s{_SIGNS}]*[{_SIGNS}]\S*")
_STOPS = re.compile(rf"[{_SIGNS}]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\u2029")
_CLOSING = re.compile(rf"(?:[\"'”’»›)\]}}*_⁰¹²³⁴-⁹]|\[{_NOTE}\]|\({_NOTE}\))+(?:[—–-]+$)?|[—–-]+$")
_ASIDE = re.compile(rf"(?:[»›”]|\[{_NOTE}\])+[.,;:]?$")
_NOTE_NUMBER = re.compile(rf"{_NOTE}$")
_LABELLED = 2  # words before a figure from which on it numbers nothing: "5.Take", "Step 5.Take"
_LOOK_BACK = 2 * stops.LONGEST  # two abbreviations, and the blanks between them


def split(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """The sentences of `text` as half-open ranges of characters.

    The ranges are sorted and disjoint, begin and end with a character that is not white space, and together hold
    every such character. `language` is a BCP 47 tag. Time is linear in the length of `text`.
    """
    words = stops.words(language)
    ranges: list[tuple[int, int]] = []
    for first, last in _paragraphs(text):
        start = first
        for end in (*_ends(text, first, last, words), last):
            piece = text[start:end]
            bare = piece.strip()
            if bare:
                begin = start + len(piece) - len(piece.lstrip())
                ranges.append((begin, begin + len(bare)))
            start = end
    return tuple(ranges)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The ranges between blank lines."""
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _ends(text: str, start: int, last: int, words: stops.Words) -> Iterator[int]:
    """Offsets behind each sentence of a paragraph but the last, rising."""
    token = _STOPPED_TOKEN.search(text, start, last)
    while token is not None:
        for end in _ends_inside(text, token, words, start):
            yield end
            start = end
        position = token.end()
        run = _last_stops(text, token, words)
        if run is not None and start < position:
            following = _TOKEN.search(text, position, last)
            is_closed = run.end() < position
            while following is not None and _ASIDE.match(following[0][: stops.LONGEST]):
                position, is_closed = following.end(), True
                following = _TOKEN.search(text, position, last)
            if following is not None:
                before = _before(text, start, token.start())
                stop = stops.Stop(_word(text, token, run), run[0], is_closed, before, following[0][:_LOOK_BACK])
                if stops.ends(stop, words):
                    yield position
                    start = position
        token = _STOPPED_TOKEN.search(text, position, last)


def _word(text: str, token: re.Match[str], run: re.Match[str]) -> str:
    """What the stops stand behind, with them, and without signs before it."""
    return text[max(token.start(), run.end() - stops.LONGEST) : run.end()]


def _before(text: str, start: int, end: int) -> tuple[str, ...]:
    """The first token of the sentence so far and the last two; fewer where there are not as many."""
    near = max(start, end - _LOOK_BACK)
    last = text[near:end].split()[-2:]
    first = _TOKEN.search(text, start, min(end, start + _LOOK_BACK))
    if first is None or (near == start and len(text[near:end].split()) <= 2):
        return tuple(last)
    return (first[0], *last)


def _last_stops(text: str, token: re.Match[str], words: stops.Words) -> re.Match[str] | None:
    """The stops a token ends with, apart from closing signs and a note's number behind them."""
    run = list(_STOPS.finditer(text, *token.span()))[-1]
    return run if _tail(text, token, run, words) == token.end() else None


def _tail(text: str, token: re.Match[str], run: re.Match[str], words: stops.Words) -> int:
    """Where the closing signs and the note's number behind some stops end."""
    end = token.end()
    if run.end() == end:
        return end
    closing = _CLOSING.match(text, run.end(), end)
    tail = closing.end() if closing else run.end()
    if tail == end:
        return end
    word = text[max(token.start(), run.start() - 4) : run.start()]
    is_note = len(word) > 2 and word.isalpha() and _NOTE_NUMBER.match(text, tail, end) is not None
    is_note = is_note and (len(word) == 4 or f"{word.lower()}." not in words.number)  # "vol.3"
    return end if is_note else tail


def _ends_inside(text: str, token: re.Match[str], words: stops.Words, start: int) -> Iterator[int]:
    """Offsets inside one token where a sentence, which began at `start`, ends without white space after it."""
    is_link: bool | None = None
    for run in _STOPS.finditer(text, *token.span()):
        tail = _tail(text, token, run, words)
        if tail == token.end():
            continue
        if stops.is_uncased(run[0]):
            yield tail
            continue
        if is_link is None:
            is_link = any(sign in token[0] for sign in "/\\@") or token[0].lower().startswith("www.")
        if not is_link:
            head = text[token.start() if run.end() - token.start() < 8 else run.start() - 8 : run.start()]
            after = text[tail : min(token.end(), tail + stops.LONGEST)]
            is_item = head.isdecimal() and len(_before(text, start, token.start())) < _LABELLED
            if stops.ends_unspaced(head, run[0], after, words, is_item=is_item):
                yield tail
