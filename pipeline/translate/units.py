"""The stream of Apertium: lexical units ("^house/house<n><sg>$") with blanks and superblanks between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNIT = re.compile(r"\^((?:\\.|[^\\^$])*)\$")
_SLASH = re.compile(r"(?<!\\)/")
_MARKS = re.compile(r"<(?:sent|cm|lpar|rpar|guio|apos|lquest|rquest|percent|punct)>|^[@*#]?[^<\\w@*#]|^$")
_TAG = re.compile(r"<([^<>]*)>")
_ESCAPED = re.compile(r"\\(.)")
_SUPERBLANK = re.compile(r"\[((?:\\.|[^\\\[\]])*)\]")


@dataclass(frozen=True, slots=True)
class Unit:
    """One word: how it is written, and its analyses. Between the parts of the stream there is one analysis alone."""

    parts: tuple[str, ...]  # escaped as in the stream; with more than one the first is the written form
    blank: str = ""  # what stands before it, escaped

    @property
    def surface(self) -> str:
        """How it is written."""
        return _ESCAPED.sub(r"\1", self.parts[0])

    @property
    def analyses(self) -> tuple[str, ...]:
        """Readings of the word, none when it is unknown."""
        return tuple(part for part in self.parts[1:] if not part.startswith("*"))


def read(text: str) -> tuple[tuple[Unit, ...], str]:
    """The units of a block, and what stands behind the last."""
    units: list[Unit] = []
    at = 0
    for found in _UNIT.finditer(text):
        units.append(Unit(tuple(_SLASH.split(found[1])), text[at : found.start()]))
        at = found.end()
    return tuple(units), text[at:]


def write(pieces: Iterator[tuple[str, str]] | list[tuple[str, str]], rest: str) -> str:
    """A block from (blank, reading) pairs; a pair without reading is a blank alone."""
    return "".join(f"{blank}^{reading}$" if reading else blank for blank, reading in pieces) + rest


def spaced(block: str) -> str:
    """A block with a blank between words that a rule set side by side: they came from a compound ("low-risk")."""
    words, rest = read(block)
    pieces = [(word.blank, word.parts[0]) for word in words]
    for at in range(1, len(pieces)):
        blank, reading = pieces[at]
        if not blank and not _MARKS.search(reading) and not _MARKS.search(pieces[at - 1][1]):
            pieces[at] = (" ", reading)
    return write(pieces, rest)


def tags(reading: str) -> str:
    """The tags of a reading's first word, dotted: "vblex.pri.p3.sg"."""
    return ".".join(_TAG.findall(reading.partition("+")[0]))


def lemma(reading: str) -> str:
    """The dictionary form of a reading's first word."""
    return reading.partition("<")[0]


def plain(blank: str, stand_in: str) -> str:
    """A blank as running text: `stand_in` for each superblank that holds words."""
    return _SUPERBLANK.sub(lambda found: stand_in if re.search(r"\w", found[1]) else "", blank)
