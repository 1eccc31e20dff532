"""A sentence an engine put wrongly is asked for once more, then in parts; what comes is kept only where all is well.

Small neural models loop, make things up, leave a sentence as it was, or change a figure. The best translation that
another search finds is often sound. It counts only where the gate has nothing against it; where none does, the first
text is given back, for the gate to refuse.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher

from pipeline.translate import sentence_parts, writing
from pipeline.translate.decoder import Search

Ask = Callable[[Sequence[str], Search], list[tuple[str, ...]]]
"""Translations of each text, the best first."""
Good = Callable[[str, str], bool]
"""Whether a text may stand for a source."""
Absent = Callable[[str, str], Sequence[str]]
"""The terms of a source that a text lacks."""

TERM_HYPOTHESES = 16
ALIKE = 0.6  # share of characters: a translation with the wanted term says the rest as the first one does


def searches(beam: int) -> tuple[Search, ...]:
    """Other ways to look, in order: wider, then straight on, both without saying the same again."""
    return Search(2 * beam, hypotheses=beam, no_repeat=4), Search(1, no_repeat=3, penalty=1.2)


def translate(sentences: Sequence[str], ask: Ask, good: Good, *, beam: int, language: str) -> list[str]:
    """A text for each English sentence; one that is not `good` is the engine's first, empty where it gave none."""
    texts = [_first(hypotheses) for hypotheses in ask(sentences, Search(beam))]
    bad = [i for i, text in enumerate(texts) if not good(sentences[i], text)]
    for search in searches(beam):
        found = ask([sentences[i] for i in bad], search) if bad else []
        for i, hypotheses in zip(bad, found, strict=True):
            texts[i] = _sound(sentences[i], hypotheses, good) or texts[i]
        bad = [i for i in bad if not good(sentences[i], texts[i])]
    ways = {i: sentence_parts.ways(sentences[i]) for i in bad}
    for number in range(max(map(len, ways.values()), default=0)):
        left = [i for i in bad if number < len(ways[i]) and not good(sentences[i], texts[i])]
        joined = _by_parts([ways[i][number] for i in left], ask, good, beam, language)
        for i, text in zip(left, joined, strict=True):
            texts[i] = text if good(sentences[i], text) else texts[i]
    return texts


def with_terms(sentences: Sequence[str], texts: Sequence[str], ask: Ask, good: Good, absent: Absent) -> list[str]:
    """Each text, or another of the engine's that is good, much alike and has all the terms this one lacks."""
    lacking = [i for i, text in enumerate(texts) if text and good(sentences[i], text) and absent(sentences[i], text)]
    search = Search(TERM_HYPOTHESES, hypotheses=TERM_HYPOTHESES)
    found = ask([sentences[i] for i in lacking], search) if lacking else []
    done = list(texts)
    for i, hypotheses in zip(lacking, found, strict=True):
        whole = (text for text in hypotheses if not absent(sentences[i], text) and _alike(done[i], text))
        done[i] = _sound(sentences[i], whole, good) or done[i]
    return done


def _by_parts(cut: Sequence[Sequence[str]], ask: Ask, good: Good, beam: int, language: str) -> list[str]:
    """Each row of parts translated part by part and joined; empty where a part has no good translation."""
    every = [part for parts in cut for part in parts]
    found = ask(every, Search(beam, hypotheses=beam)) if every else []
    sound = iter([_sound(part, hypotheses, good) for part, hypotheses in zip(every, found, strict=True)])
    rows = [[(part, next(sound)) for part in parts] for parts in cut]
    return [
        writing.joined([_as_part(*pair) for pair in row], language) if all(text for _, text in row) else ""
        for row in rows
    ]


def _as_part(part: str, text: str) -> str:
    """The translation of a part with the sign at its end that the part has, and no other."""
    if not writing.has_stop(part):
        text = writing.without_stop(text)
    signed = unicodedata.category(part[-1]).startswith("P") and not unicodedata.category(text[-1]).startswith("P")
    return text + part[-1] if signed else text


def _sound(source: str, hypotheses: Iterable[str], good: Good) -> str:
    return next((text for text in hypotheses if text and good(source, text)), "")


def _first(hypotheses: Sequence[str]) -> str:
    return hypotheses[0] if hypotheses else ""


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
