"""Inline marks (links, emphasis) of a source sentence, found again in the plain sentences made from it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.document import Mark

FIXED = frozenset({"link", "code"})
"""Kinds whose words no entry may change, and that must be found again."""


def carry(source: str, marks: Sequence[Mark], sentences: Sequence[str]) -> tuple[tuple[Mark, ...], ...] | None:
    """The marks of each plain sentence; None where a link or code would be lost.

    Marks are looked for in their order, each after the one before it; a mark whose words were reworded is dropped.
    """
    carried: list[list[Mark]] = [[] for _ in sentences]
    at, offset = 0, 0
    for mark in sorted(marks, key=lambda m: (m.start, m.end)):
        words = source[mark.start : mark.end]
        place = _find(words, sentences, at, offset) or _find(words, sentences, 0, 0)
        if place is None:
            if mark.kind in FIXED:
                return None
            continue
        at, offset = place
        carried[at].append(Mark(mark.kind, offset, offset + len(words), mark.href))
    return tuple(tuple(sorted(found, key=lambda m: (m.start, m.end))) for found in carried)


def _find(words: str, sentences: Sequence[str], at: int, offset: int) -> tuple[int, int] | None:
    for index in range(at, len(sentences)):
        start = sentences[index].find(words, offset if index == at else 0)
        if start >= 0 and words:
            return index, start
    return None
