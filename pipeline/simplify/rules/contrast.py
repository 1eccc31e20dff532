"""The two sides of a contrast: "While A is x, B is y." → "A is x. But B is y."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import is_finite, subject_of
from pipeline.simplify.grammar import enclosed, inside_sentence, is_past, sentence, text_between

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ALWAYS = frozenset({"although", "though", "whereas"})  # "while" can also be a word of time
_LEAST = 4  # words on each side


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The conceding clause first or last; both sides keep their order."""
    for clause in main.children:
        if clause.dep_ != "advcl" or not is_finite(clause) or subject_of(clause) is None:
            continue
        own = sorted(clause.subtree, key=lambda t: t.i)
        start, end = own[0].i, own[-1].i + 1
        mark = doc[start]
        if end - start != len(own) or not _contrasts(mark, clause, main) or enclosed(doc, start):
            continue
        if start == 0 and _points_ahead(clause, main):
            continue
        if start == 0 and end < len(doc) and doc[end].text == "," and _starts_with_subject(main, end + 1):
            yield _pair(doc, text_between(doc, 1, end), end + 1, len(doc))
        elif start > 1 and mark.lower_ != "while" and doc[start - 1].text == "," and all(t.is_punct for t in doc[end:]):
            yield _pair(doc, text_between(doc, 0, start - 1), start + 1, end)


def _points_ahead(clause: Token, main: Token) -> bool:
    """As in "While it is short, the book …": alone at the start, "it" would point at nothing."""
    first, second = subject_of(clause), subject_of(main)
    return (
        first is not None
        and first.lower_ in {"it", "they", "he", "she"}
        and second is not None
        and second.pos_ != "PRON"
    )


def _pair(doc: Doc, first: str, start: int, end: int) -> tuple[str, str]:
    return sentence(first), sentence("But " + inside_sentence(doc[start], text_between(doc, start, end)))


def _contrasts(mark: Token, clause: Token, main: Token) -> bool:
    if mark.dep_ not in {"mark", "advmod"} or mark.head != clause:
        return False
    if mark.lower_ in _ALWAYS:
        return mark.lower_ != "whereas" or not is_past(
            main
        )  # what was found for one may be told in short for the other
    return mark.lower_ == "while" and not _is_time(clause) and not is_past(main)


def _is_time(clause: Token) -> bool:
    """As in "while you are taking it", "while it was measured": at the same time, not in contrast."""
    first = subject_of(clause)
    progressive = clause.tag_ == "VBG"
    return progressive or is_past(clause) or (first is not None and first.lower_ in {"you", "i", "we"})


def _starts_with_subject(main: Token, at: int) -> bool:
    """The main clause begins with its subject, so that "But" can stand before it."""
    first = subject_of(main)
    return first is not None and min(t.i for t in first.subtree) == at
