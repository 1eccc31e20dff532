"""A statement behind a colon or a loose "however": "A is x: B is y." → "A is x. B is y."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import SUBJECTS, is_finite
from pipeline.features import features
from pipeline.simplify.grammar import enclosed, inside_sentence, sentence, text_between, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEAST = 4  # words on each side
_LINKS = frozenset({"ROOT", "ccomp", "conj", "parataxis", "dep"})
_POINTS = frozenset({"following", "follows", "these", "this", "that", "example", "below", "i.e.", "e.g."})
_UNFINISHED = frozenset({"ADP", "AUX", "PART", "VERB", "DET", "CCONJ", "SCONJ"})
_BARRED = frozenset({";", "?", "“", '"', "'", "‘", "’", "''", "``"})
_OPENS_PART = frozenset({"WDT", "WP", "WRB", "IN", "CC", "TO", "VBG", "VB", "CD"})


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """Both sides, where each is a statement with a subject of its own."""
    del main  # the parser may take either side for the main one
    if not _BARRED.isdisjoint(features(doc).texts):
        return  # what is quoted may belong to the words before it
    yield from _colon(doc)
    yield from _however(doc)


def _colon(doc: Doc) -> Iterator[tuple[str, ...]]:
    texts = features(doc).texts
    if texts.count(":") != 1:
        return
    at = texts.index(":")
    if not _LEAST <= at < len(doc) - _LEAST or enclosed(doc, at):
        return
    before = doc[at - 1]
    if before.lower_ in _POINTS or before.lemma_.lower() in words("listing") | words("claim") or not before.is_alpha:
        return
    if before.pos_ in _UNFINISHED or before.tag_ == "IN":
        return  # "The word may refer to: …"
    if any(verb.lemma_.lower() in words("claim") and is_finite(verb) for verb in doc[:at]):
        return  # "The trial showed two things: …": what was shown
    if any(t.pos_ == "NUM" or t.lower_ in words("plural_determiner") for t in doc[:at] if t.head.i < at):
        return  # "for two reasons: …": the rest counts them up
    if doc[at + 1].tag_ in _OPENS_PART or not _is_clause(doc, 0, at) or not _begins_with_subject(doc, at + 1):
        return
    yield sentence(text_between(doc, 0, at)), sentence(text_between(doc, at + 1, len(doc)))


def _however(doc: Doc) -> Iterator[tuple[str, ...]]:
    if "however" not in features(doc).vocabulary:
        return
    for token in doc[_LEAST : len(doc) - _LEAST]:
        if token.lower_ != "however" or token.nbor(-1).text != "," or token.nbor(1).text != ",":
            continue
        cut, start = token.i - 1, token.i + 2
        opens = doc[start].tag_ not in _OPENS_PART and _begins_with_subject(doc, start)
        if enclosed(doc, cut) or not opens or not _is_clause(doc, 0, cut) or doc[0].tag_ in _OPENS_PART:
            continue
        rest = inside_sentence(doc[start], text_between(doc, start, len(doc)))
        yield sentence(text_between(doc, 0, cut)), sentence(f"But {rest}")


def _begins_with_subject(doc: Doc, start: int) -> bool:
    """Whether a subject with its finite verb stands right there; else the "however" is only put in between."""
    return any(
        is_finite(verb)
        and verb.dep_ in _LINKS
        and not any(child.dep_ == "mark" for child in verb.lefts)
        and not enclosed(doc, verb.i)
        and any(child.dep_ in SUBJECTS and min(t.i for t in child.subtree) == start for child in verb.lefts)
        for verb in doc[start:]
    )


def _is_clause(doc: Doc, start: int, end: int) -> bool:
    """A finite verb with its subject on this side that is no part of another clause."""
    return any(
        is_finite(verb)
        and verb.dep_ in _LINKS
        and not any(child.dep_ == "mark" for child in verb.lefts)
        and any(child.dep_ in SUBJECTS and start <= child.i < verb.i for child in verb.lefts)
        for verb in doc[start:end]
    )
