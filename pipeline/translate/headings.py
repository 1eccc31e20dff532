"""Headings In Title Case, put in sentence case before translation: engines take a capital for a name."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterable
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_DATES = frozenset({*day_name, *month_name}) - {"May", "March", ""}  # also a verb each
_LONG = 4  # letters; shorter words are often small in title case


def names(sentences: Iterable[str]) -> frozenset[str]:
    """Words that stand with a capital inside a sentence and nowhere without: names, as far as the text tells."""
    large: set[str] = set()
    small: set[str] = set()
    for sentence in sentences:
        words = list(_WORD.finditer(sentence))
        if is_title_case(sentence):
            continue
        for before, word in pairwise(words):
            opened = re.search(r"[.!?:;“\"(]\s*$", sentence[before.end() : word.start()])
            if word[0][0].islower():
                small.add(word[0].lower())
            elif not opened:
                large.add(word[0])
        if words and words[0][0][0].islower():
            small.add(words[0][0].lower())
    return frozenset(word for word in large if word.lower() not in small)


def is_title_case(text: str) -> bool:
    """Whether every longer word, and at least two beside the first, begin with a capital."""
    words = [w for w in _WORD.findall(text)[1:] if len(w) >= _LONG]
    titled = [w for w in words if w[0].isupper() and not w.isupper()]
    return len(titled) >= 2 and all(w[0].isupper() for w in words) and not text.rstrip().endswith(".")


def sentence_case(text: str, keep: frozenset[str]) -> str:
    """A title-case heading with small letters where a sentence has them; any other text as it is.

    Kept are the first word, words with a capital inside or all in capitals, single letters ("Vitamin D"), days and
    months, and the words of `keep`.
    """
    if not is_title_case(text):
        return text
    first = True

    def lower(found: re.Match[str]) -> str:
        nonlocal first
        word = found[0]
        kept = first or len(word) == 1 or word[1:] != word[1:].lower() or word in _DATES or word in keep
        first = False
        return word if kept else word.lower()

    return _WORD.sub(lower, text)
