"""A reason after a comma: "Rest often, because …" → "Rest often. This is because …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import is_finite, subject_of
from pipeline.features import features
from pipeline.simplify.grammar import (
    claims,
    enclosed,
    has_content_clause,
    inside_sentence,
    is_past,
    is_timed,
    sentence,
    text_between,
    words,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEAST = 4  # words on each side


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The statement, then its reason, where the comma shows that the reason is for the whole statement."""
    if "because" not in features(doc).vocabulary:
        return
    if is_past(main) or claims(main) or has_content_clause(doc) or is_timed(doc):
        return
    for clause in main.rights:
        if clause.dep_ != "advcl" or not is_finite(clause) or subject_of(clause) is None:
            continue
        own = sorted(clause.subtree, key=lambda t: t.i)
        start, end = own[0].i, own[-1].i + 1
        if doc[start].lower_ != "because" or doc[start - 1].text != "," or end - start != len(own):
            continue
        if enclosed(doc, start) or not all(token.is_punct for token in doc[end:]) or _is_one_of_two(doc, start):
            continue
        if start > _LEAST and end - start > _LEAST and main.i < start:
            reason = inside_sentence(doc[start], text_between(doc, start, end))
            yield sentence(text_between(doc, 0, start - 1)), sentence(f"This is {reason}")


def _is_one_of_two(doc: Doc, start: int) -> bool:
    """Two statements before the reason, or "not … because … but": which of them has the reason is not certain."""
    before = doc[:start]
    clauses = sum(1 for t in before if is_finite(t) and subject_of(t) is not None)
    return clauses > 1 or any(t.lower_ in words("pairing") for t in doc)
