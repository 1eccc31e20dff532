"""Text no engine may touch: found, stood in for by placeholder words, and put back.

Numbers with their units are left for the engine to copy, because a number carries agreement with it ("2
tablets"); the gate sees to it that they arrive. What is no word of a language at all - a link, an e-mail
address, a path, a telephone number, a code, a name not to be translated - is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts import extract

OPAQUE_KINDS = frozenset({"link", "url", "email", "phone", "path", "code"})
SYNTAX = re.compile(r"[^\s,;()]*[\[\]{}<>^$@\\*#_~⟦⟧][^\s,;()]*")  # a word with a sign that engines read as their own
TRAILING = ".,;:!?"


def opaque(text: str, do_not_translate: Sequence[str] = ()) -> tuple[tuple[int, int], ...]:
    """Sorted, disjoint character ranges of an English text that must arrive letter by letter."""
    ranges = [(f.start, f.end) for f in extract(text, "en") if f.kind in OPAQUE_KINDS]
    ranges += [m.span() for m in SYNTAX.finditer(text)]
    for term in do_not_translate:
        if term:
            ranges += [m.span() for m in re.finditer(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        while end - start > 1 and text[end - 1] in TRAILING:
            end -= 1
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def placeholder(index: int) -> str:
    """A word of letters only that no dictionary has: "Qzxba", "Qzxbe" and so on."""
    first, second = divmod(index, 5)
    return f"Qzx{'bdfgjkmpv'[first % 9] * (1 + first // 9)}{'aeiou'[second]}"


def hide(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[str, tuple[str, ...]]:
    """The text with a placeholder for each range, and the hidden texts in order."""
    out: list[str] = []
    hidden: list[str] = []
    at = 0
    for start, end in ranges:
        out += [text[at:start], placeholder(len(hidden))]
        hidden.append(text[start:end])
        at = end
    return "".join([*out, text[at:]]), tuple(hidden)


def show(text: str, hidden: Sequence[str]) -> str | None:
    """The text with the hidden texts back in place; None unless each placeholder is there exactly once."""
    for index, original in enumerate(hidden):
        pattern = re.compile(rf"(?<!\w){placeholder(index)}(?!\w)", re.IGNORECASE)
        if len(pattern.findall(text)) != 1:
            return None
        text = pattern.sub(lambda _, original=original: original, text)  # type: ignore[misc]
    return text
