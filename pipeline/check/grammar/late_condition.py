"""grammar.late-condition: an "unless" the reader only meets after a long sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.check.grammar.parses import parsed
from pipeline.check.subject import Subject
from pipeline.findings import Finding

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONG = 15  # words before it
_STOPS = frozenset({";", ":", "."})
_OPENS_ANEW = frozenset({"and", "but", "or"})


def check(subject: Subject) -> Iterator[Finding]:
    """An "unless" clause at the end of the sentence with many words between the last stop and it."""
    for one in parsed(subject):
        for mark in one.doc:
            if mark.lower_ != "unless" or one.is_quoted(mark) or not _ends_sentence(mark):
                continue
            words = _words_before(mark)
            if words >= _LONG:
                yield one.found(
                    subject,
                    "grammar.late-condition",
                    [mark],
                    f"“unless” comes after {words} words.",
                    "Say the exception first, or in a sentence of its own right behind.",
                    value=words,
                )


def _ends_sentence(mark: Token) -> bool:
    """Whether the clause belongs to a verb before it, and nothing follows that it may belong to instead."""
    clause = mark.head
    if mark.dep_ != "mark" or clause.dep_ != "advcl" or clause.head.i > mark.i or mark.nbor(-1).lower_ in _OPENS_ANEW:
        return False
    last = max(token.i for token in clause.subtree)
    return all(token.is_punct for token in mark.doc[last + 1 :])


def _words_before(mark: Token) -> int:
    """Words since the sentence began, or since its last semicolon or colon."""
    stops = [token.i for token in mark.doc[: mark.i] if token.text in _STOPS]
    start = stops[-1] + 1 if stops else 0
    return sum(token.is_alpha or token.like_num for token in mark.doc[start : mark.i])
