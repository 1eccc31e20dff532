"""A sentence an engine put wrongly is asked for once more, then in parts; what comes is kept only where all is well.

Small neural models loop, make things up, leave a sentence as it was, or change a figure. The best translation that
another search finds is often sound. It counts only where the gate has nothing against it; where none does, the first
text is given back, for the gate to refuse.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
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
        sound = {i: _sound(sentences[i], hypotheses, good) for i, hypotheses in zip(bad, found, strict=True)}
        bad = [i for i in bad if not sound[i]]
        for i, text in sound.items():
            texts[i] = text or texts[i]
    for i, text in _in_parts({i: sentences[i] for i in bad}, ask, good, good, beam, language).items():
        texts[i] = text
    return texts


def with_terms(
    sentences: Sequence[str], texts: Sequence[str], ask: Ask, good: Good, absent: Absent, *, beam: int, language: str
) -> list[str]:
    """Each text, or in the place of a good one that lacks terms, a good one that has them all.

    That is another translation of the engine's, much like the first; else one in parts, as a term is often absent
    because the clause it stands in is.
    """

    def whole(sentence: str, text: str) -> bool:
        return good(sentence, text) and not absent(sentence, text)

    done = list(texts)
    lacking = [i for i, text in enumerate(texts) if text and absent(sentences[i], text) and good(sentences[i], text)]
    search = Search(TERM_HYPOTHESES, hypotheses=TERM_HYPOTHESES)
    found = ask([sentences[i] for i in lacking], search) if lacking else []
    for i, hypotheses in zip(lacking, found, strict=True):
        done[i] = _sound(sentences[i], (text for text in hypotheses if _alike(done[i], text)), whole) or done[i]
    still = {i: sentences[i] for i in lacking if done[i] == texts[i]}
    for i, text in _in_parts(still, ask, good, whole, beam, language).items():
        done[i] = text
    return done


def _in_parts(
    sentences: Mapping[int, str], ask: Ask, good: Good, whole: Good, beam: int, language: str
) -> dict[int, str]:
    """Those of the sentences whose parts all have a `good` text, and for which the joined parts are `whole`."""
    ways = {i: sentence_parts.ways(sentence) for i, sentence in sentences.items()}
    done: dict[int, str] = {}
    for number in range(max(map(len, ways.values()), default=0)):
        left = [i for i in ways if i not in done and number < len(ways[i])]
        joined = _by_parts([ways[i][number] for i in left], ask, good, beam, language)
        done |= {i: text for i, text in zip(left, joined, strict=True) if text and whole(sentences[i], text)}
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
