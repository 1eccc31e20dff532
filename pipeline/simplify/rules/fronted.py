"""What something is like, before its name: "Marked by a rash, measles can …" → "Measles can … It is marked by …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import auxiliaries, subject_of
from pipeline.simplify.grammar import (
    denies,
    enclosed,
    inside_sentence,
    is_past,
    is_plural,
    mention_again,
    sentence,
    text_between,
    words,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEAST = 4  # words of the description


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The statement first, then the description of its subject."""
    noun = subject_of(main)
    first = doc[0]
    if noun is None or is_past(main) or denies(doc) or first.tag_ not in {"VBN", "VBD"}:
        return
    start = min(t.i for t in noun.subtree)
    if first.lower_ not in words("fronted") or start < _LEAST or doc[start - 1].text != "," or enclosed(doc, start):
        return
    if any(t.head != first and t.head.i >= start for t in doc[:start] if t != first and not t.is_punct):
        return  # not all of it is the description
    if mention_again(noun, doc) is None or noun.pos_ != "NOUN" or "," in doc[start : noun.i + 1].text:
        return
    who = text_between(doc, start, noun.i + 1)
    verb = "are" if _is_many(main, noun) else "is"
    description = inside_sentence(first, text_between(doc, 0, start - 1))
    yield sentence(text_between(doc, start, len(doc))), sentence(f"{who} {verb} {description}")


def _is_many(main: Token, noun: Token) -> bool:
    """The number of the subject: the verb shows it best ("shingles brings", "measles is")."""
    first = (*auxiliaries(main), main)[0]
    if first.tag_ == "VBZ":
        return False
    return first.tag_ == "VBP" or is_plural(noun)
