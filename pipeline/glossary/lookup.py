"""Finding glossary terms in running text without a parse: to suggest, and to see whether a term is explained.

Terms are found in their regular forms (plural, -s, -ed, -ing), whatever their capitals, save that an initialism is
found only as written. The longest term wins. What an entry asks of its context (`needs`, `beside`, `object`,
`subject`, `avoid`, `not_before`, `not_after`, `frame`) is held against the words as they stand. A word that is more
than one part of speech is found only where its neighbours tell which it is. Data: `lookup.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pipeline.glossary.entries import Entry, Glossary, Pos
from pipeline.glossary.surface import forms, stems

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_JOINS = frozenset("-‐‑/&@_")
_CAPITALS = 2  # and more make a word an initialism: MRI, AFib
_REMEMBERED = 4096  # sentences
_AROUND = 4  # words
_LONGEST_PHRASE = 24  # characters before a term that are looked at


@dataclass(frozen=True, slots=True)
class Found:
    """An entry whose term stands at `[start, end)` of the text."""

    entry: Entry
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    """A text cut into words."""

    text: str
    places: tuple[tuple[int, int], ...]
    lower: tuple[str, ...]

    @property
    def lemmas(self) -> frozenset[str]:
        """Every word as it stands, and without its regular endings."""
        return frozenset(stem for word in self.lower for stem in stems(word))


class Lookup:
    """A glossary, ready to be looked up. Remembers what it found in the latest sentences."""

    def __init__(self, glossary: Glossary) -> None:
        self._by_form: dict[str, list[Entry]] = {}
        lengths: dict[str, set[int]] = {}
        for entry in glossary.entries:
            for form in forms(entry):
                self._by_form.setdefault(form, []).append(entry)
                words = _WORD.findall(form)
                lengths.setdefault(words[0], set()).add(len(words))
        # first word → how many words the forms have that begin with it, the longest first
        self._lengths = {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
        self.find = lru_cache(maxsize=_REMEMBERED)(self._find)
        """The terms of a text, in order and disjoint."""

    def entries(self, term: str) -> tuple[Entry, ...]:
        """The entries of a term in any of its forms, whatever they ask of the context."""
        return tuple(self._by_form.get(term.lower().replace("’", "'"), ()))

    def _find(self, text: str) -> tuple[Found, ...]:
        """The terms of a text, in order and disjoint."""
        places = tuple(match.span() for match in _WORD.finditer(text))
        words = _Words(text, places, tuple(text[a:b].lower().replace("’", "'") for a, b in places))
        found: list[Found] = []
        at = 0
        while at < len(places):
            lengths = self._lengths.get(words.lower[at], ())
            entry, length = self._at(words, at, lengths) if lengths else (None, 1)
            if entry is not None:
                found.append(Found(entry, places[at][0], places[at + length - 1][1]))
            at += length
        return tuple(one for one in found if not _in_set_phrase(text, one))

    def _at(self, words: _Words, at: int, lengths: Sequence[int]) -> tuple[Entry | None, int]:
        """The entry of the longest term that begins with this word, and its length in words: one of `lengths`."""
        for length in lengths:
            if at + length > len(words.places):
                continue
            start, end = words.places[at][0], words.places[at + length - 1][1]
            written = " ".join(words.text[start:end].split()).replace("’", "'")
            candidates = self._by_form.get(written.lower(), ())
            if candidates and not _is_joined(words.text, start, end):
                fitting = [e for e in candidates if _capitals_fit(e, written) and _fits(e, words, at, length)]
                if fitting:
                    return max(fitting, key=_preference), length
        return None, 1


@lru_cache(maxsize=2)
def lookup(glossary: Glossary) -> Lookup:
    """The glossary ready to be looked up; made once for each of the latest glossaries."""
    return Lookup(glossary)


def _preference(entry: Entry) -> tuple[bool, int]:
    """An adjective before the verb whose form it is ("prolonged"), then what asks most of its context."""
    return entry.pos is Pos.ADJECTIVE, entry.asked


def _is_joined(text: str, start: int, end: int) -> bool:
    """Part of a hyphenated compound, of "and/or", or of an address."""
    before = start > 0 and text[start - 1] in _JOINS
    return before or (end + 1 < len(text) and text[end] in _JOINS and text[end + 1].isalnum())


def _capitals_fit(entry: Entry, written: str) -> bool:
    """Whether the term's initialisms are written in capitals here too."""
    here = {word.removesuffix("s") for word in written.split()}
    return all(sum(c.isupper() for c in word) < _CAPITALS or word in here for word in entry.term.split())


def _fits(entry: Entry, words: _Words, at: int, length: int) -> bool:
    if length == 1 and not _is_this_part_of_speech(entry, words, at):
        return False
    end = at + length
    if entry.frame and (end >= len(words.lower) or words.lower[end] not in entry.frame):
        return False
    if any(_stand_at(phrase, words, end) for phrase in entry.not_before):
        return False
    if any(_stand_at(phrase, words, at - len(phrase.split())) for phrase in entry.not_after):
        return False
    near = (entry.beside, entry.object, entry.subject)
    if any(asked and _near(words, at, end).isdisjoint(asked) for asked in near):
        return False
    if not entry.needs and not entry.avoid:
        return True
    lemmas, text = words.lemmas, f" {' '.join(words.lower)} "
    if any(_is_in(word, lemmas, text) for word in entry.avoid):
        return False
    return not entry.needs or any(_is_in(word, lemmas, text) for word in entry.needs)


def _near(words: _Words, at: int, end: int) -> frozenset[str]:
    """The words a term may belong with, as far as a text tells without a parse: those around it."""
    around = (*words.lower[max(0, at - _AROUND) : at], *words.lower[end : end + _AROUND])
    return frozenset(stem for word in around for stem in stems(word))


def _in_set_phrase(text: str, found: Found) -> bool:
    """Whether a term of one word stands in a set phrase: "required" in "as required"."""
    length = found.end - found.start
    near = text[max(0, found.start - _LONGEST_PHRASE) : found.end].lower()
    ending = (phrase for phrase in _set_phrases() if near.endswith(phrase) and length < len(phrase))
    return any(f" {near}"[-len(phrase) - 1] == " " for phrase in ending)


def _is_in(word: str, lemmas: frozenset[str], text: str) -> bool:
    return f" {word.lower()} " in text if " " in word else word.lower() in lemmas


def _stand_at(phrase: str, words: _Words, at: int) -> bool:
    """Whether the words of a phrase, in any regular form, stand in the text from this word on."""
    wanted = phrase.lower().split()
    here = words.lower[at : at + len(wanted)] if at >= 0 else ()
    return len(here) == len(wanted) and all(want in stems(word) for want, word in zip(wanted, here, strict=True))


def _is_this_part_of_speech(entry: Entry, words: _Words, at: int) -> bool:
    """Whether a word that may be several parts of speech is the one the entry is for, as its neighbours tell."""
    data = _data()
    if words.lower[at] not in data["several"].get(entry.pos, ()):
        return True
    if entry.pos is Pos.VERB:
        return at > 0 and words.lower[at - 1] in data["cues"]["before_verb"] and _touch(words, at - 1)
    follows_noun = (
        at + 1 == len(words.lower) or not _touch(words, at) or words.lower[at + 1] in data["cues"]["after_noun"]
    )
    return follows_noun if entry.pos is Pos.NOUN else not follows_noun


def _touch(words: _Words, at: int) -> bool:
    """Whether only blanks stand between a word and the next."""
    return not words.text[words.places[at][1] : words.places[at + 1][0]].strip()


@cache
def _set_phrases() -> tuple[str, ...]:
    return tuple(_data()["phrases"]["set"])


@cache
def _data() -> dict[str, dict[str, Sequence[str]]]:
    return tomllib.loads(files(__package__).joinpath("lookup.toml").read_text("utf-8"))
