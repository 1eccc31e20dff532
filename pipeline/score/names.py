"""Proper names of a text, found cheaply, so that a score can leave them out.

WCAG 2.2, success criterion 3.1.5, rates a text "after removal of proper names and titles". Taken as a name is:

- a word with a capital letter inside a sentence, that is no initialism and no figure: "ask Maria";
- such a word at the start of a sentence only where the document has it with a capital inside another sentence and
  nowhere in small letters: "Maria will help.";
- a title and what it stands before ("Dr Lee"), initials between names ("John F. Doe"), and small words that join names
  ("University of Leeds"). Titles and joining words are data: `data/names.toml`.

A sentence without a stop in which every longer word has a capital is a heading in disguise: there only titles and known
names count. Names of months, days, languages and peoples are names here too. A name that stands only at the start of
sentences is not found, nor is one in capitals throughout. German writes every noun with a capital letter: no names are
found in German, nor in any language without a table.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.score.language import root

_TOKEN = re.compile(r"\S+")
_CORE = re.compile(r"[^\W\d_]+(?:['’·.-]?[^\W\d_]+)*")
_ELISION = re.compile(r"[a-zà-ÿ]{1,5}['’](?=[^\W\d_])")
_MARKER = re.compile(r"[a-z][.)]$")
_INITIAL = re.compile(r"[^\W\d_]\.$")
_LONG = 4  # letters of a word that headings write with a capital
_FEWEST = 2  # such words that make a sentence a heading
_LONGEST_INITIALISM = 5


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document."""

    language: str
    known: frozenset[str]  # spellings that are names at the start of a sentence too

    def without(self, text: str) -> str:
        """A sentence with a blank in the place of every name."""
        data = _data(self.language)
        if data is None:
            return text
        pieces = []
        end = 0
        for start, stop in _spans(text, self.known, data):
            pieces += [text[end:start], " "]
            end = stop
        return "".join((*pieces, text[end:]))


@dataclass(frozen=True, slots=True)
class _Data:
    titles: frozenset[str]
    joins: frozenset[str]
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Word:
    """One token of a sentence."""

    start: int  # of its letters, without the signs around them
    end: int
    text: str  # its letters
    is_alone: bool  # nothing stands beside them but signs
    opens: bool  # it opens a sentence, or may: after a colon, a bracket or a quotation mark
    closes: bool  # a comma, stop or bracket parts it from the next word


def find(sentences: Iterable[str], language: str) -> Names:
    """The names of a document, from its sentences. `language` is a BCP 47 tag."""
    data = _data(language)
    if data is None:
        return Names(language, frozenset())
    capital: set[str] = set()
    small: set[str] = set()
    for text in sentences:
        words = _words(text)
        heading = _is_heading(text, words)
        for word in words:
            if _bare(word.text)[0].islower():
                small.add(_bare(word.text).lower())
            elif not (word.opens or heading or word.text.lower() in data.joins) and _may_be_name(word, data):
                capital.add(_bare(word.text))
    return Names(language, frozenset(name for name in capital if name.lower() not in small))


@cache
def _data(language: str) -> _Data | None:
    table = tomllib.loads(files("pipeline.score").joinpath("data/names.toml").read_text("utf-8"))
    own = table.get(root(language))
    if own is None:
        return None
    return _Data(**{name: frozenset((*table["all"][name], *own[name])) for name in _Data.__slots__})


def _spans(text: str, known: frozenset[str], data: _Data) -> Iterator[tuple[int, int]]:
    """Where names stand in a sentence, rising."""
    words = _words(text)
    heading = _is_heading(text, words)
    is_name = [
        _may_be_name(word, data) and (_bare(word.text) in known or not (word.opens or heading)) for word in words
    ]
    for at, word in enumerate(words[:-1]):
        if word.text in data.titles and words[at + 1].text[0].isupper() and not _parted(text, word, words[at + 1]):
            is_name[at] = is_name[at + 1] = True
    before = -1  # the last name that nothing but initials and joining words follow
    for at, word in enumerate(words):
        if is_name[at]:
            if before >= 0:
                is_name[before:at] = [True] * (at - before)
            before = -1 if word.closes else at
        elif not _joins(text, word, data):
            before = -1
    return ((word.start, word.end) for word, found in zip(words, is_name, strict=True) if found)


def _joins(text: str, word: _Word, data: _Data) -> bool:
    """Whether a word may stand inside a name: an initial, or a small joining word."""
    is_initial = word.text.isupper() and _INITIAL.match(text, word.start, word.end + 1) is not None
    return is_initial or (word.text in data.joins and not word.closes)


def _words(text: str) -> list[_Word]:
    """The words of a sentence that have letters."""
    found = []
    opens = True
    for token in _TOKEN.finditer(text):
        core = _CORE.search(text, *token.span())
        if core is None:
            opens = opens or token[0][-1] in '.:!?…"“”«»([–—-•*'
            continue
        before, after = text[token.start() : core.start()], text[core.end() : token.end()]
        alone = not any(c.isalnum() for c in before + after)
        opens = opens or before != ""
        found.append(_Word(core.start(), core.end(), core[0], alone, opens, after not in ("", "'s", "’s")))
        opens = after != "" and (after[-1] in ':!?…"”»)' or (len(found) == 1 and bool(_MARKER.match(token[0]))))
    return found


def _is_heading(text: str, words: list[_Word]) -> bool:
    """Whether every longer word but the first has a capital letter, and no stop ends the sentence."""
    if text.rstrip().endswith((".", "!", "?")):
        return False
    longer = [word for word in words[1:] if len(word.text) >= _LONG]
    return len(longer) >= _FEWEST and all(word.text[0].isupper() for word in longer)


def _may_be_name(word: _Word, data: _Data) -> bool:
    """Whether a word is written as names are: each part with a capital, and no initialism."""
    bare = _bare(word.text)
    if (
        not word.is_alone
        or len(bare) < 2
        or any(map(str.isnumeric, bare))
        or not data.labels.isdisjoint((bare, word.text))
    ):
        return False
    capitals = sum(c.isupper() for c in bare)
    if capitals > 1 and (bare.isupper() or len(bare) <= _LONGEST_INITIALISM):
        return False
    return all(part[0].isupper() for part in bare.split("-") if part)


def _bare(word: str) -> str:
    """A name without "'s", and without what stands before it in "l'Anoia"."""
    return _ELISION.sub("", word.removesuffix("'s").removesuffix("’s"), count=1)


def _parted(text: str, word: _Word, following: _Word) -> bool:
    """Whether anything but a full stop and white space stands between a title and a name."""
    return text[word.end : following.start].strip().removeprefix(".") != ""
