"""Which reading of a word of the language in between holds: the one the mode before meant when it wrote it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from pipeline.translate import units

_FIRST = re.compile(r"<([^<>]*)>")
_ALIKE = 0.75  # of two dictionary forms, by their letters; both are of one language
_SURE = 1.5  # likeness, from which an auxiliary is something else after all
_WINDOW = 6  # words around the place where one is looked for


def choose(block: str, meant: str) -> str:
    """A block with all readings of its words, each with one; `meant` is what the mode before inflected.

    A word it did not mean, such as part of a contraction, is read by itself.
    """
    words, rest = units.read(block)
    wanted = [part for unit in units.read(meant)[0] for part in unit.parts[0].split("+")]
    at = 0
    pieces: list[tuple[str, str]] = []
    for word in words:
        best = _alone(word.analyses) if word.analyses else word.parts[-1]
        if word.analyses:
            near = range(max(0, at - _WINDOW), min(len(wanted), at + _WINDOW))
            scored = [
                (_likeness(reading, wanted[i]), -abs(i - at), -n, reading, i)
                for n, reading in enumerate(word.analyses)
                for i in near
            ]
            top = max(scored, default=None)
            if top is not None and (top[0] > _SURE or (top[0] > 0 and "<vaux>" not in best)):
                best = top[3]
                at = top[4] + 1 + best.count("+")
        pieces.append((word.blank, best))
    return units.write(pieces, rest)


def _alone(readings: tuple[str, ...]) -> str:
    """An auxiliary, as some tenses are two words made from one; else no verb: "a casa" is "home", not "marries"."""
    auxiliary = next((reading for reading in readings if "<vaux>" in reading), None)
    return auxiliary or next((reading for reading in readings if "<vb" not in reading), readings[0])


def _likeness(reading: str, wanted: str) -> float:
    """0 for words of another kind, up to 3 for the same word in the same form."""
    head = reading.partition("+")[0]
    kind, other = _FIRST.findall(head), _FIRST.findall(wanted)
    if not kind or not other or _class(kind[0]) != _class(other[0]):
        return 0.0
    lemmas = SequenceMatcher(None, units.lemma(head).lower(), units.lemma(wanted).lower()).ratio()
    shared = len(set(kind) & set(other)) / len(set(kind) | set(other))
    return lemmas + shared if lemmas > _ALIKE or kind[0] in ("prn", "det", "pr") else 0.0


def _class(tag: str) -> str:
    """The word class of a first tag; pairs differ in what is an auxiliary ("vaux", "vbser", "vblex")."""
    return tag[:1] if tag.startswith(("vb", "vaux")) else tag[:2]
