"""Which words a term belongs with in its sentence: what a verb is done to or by, what an adjective describes.

The entry field `beside` asks for one of them. Prepositions, copulas and "and" are looked through: in "the efficacy and
safety of the drug were enhanced", "enhance" belongs with "efficacy", "safety" and "drug".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "PRON"})
_DESCRIBING = frozenset({"amod", "acl", "relcl", "compound", "nmod", "appos", "advmod", "npadvmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AS_OBJECT = _SUBJECTS | {"dobj", "pobj", "attr", "acomp", "xcomp", "oprd", "advcl", "pcomp", "conj"}


def companions(term: Span) -> frozenset[str]:
    """The words outside the term that it belongs with, in small letters: as lemmas and as written.

    The parser has lemmas that are no words ("dos" for "doses"), so a plural counts without its "s" too.
    """
    heads = [token for token in term if token.head not in term or token.head == token]
    found = {token for head in heads for token in _related(head) if token not in term}
    found |= {child for token in term for child in token.children if child not in term and child.pos_ in _CONTENT}
    every = {one for token in found for one in (token, *_coordinated(token)) if one not in term}
    said = [token for token in every if token.pos_ in _CONTENT]
    return frozenset(word for token in said for word in (token.lemma_.lower(), *_as_written(token)))


def _related(root: Token) -> Iterator[Token]:
    for own in (root, *_firsts(root)):
        yield from _below(own)
        yield from _above(own)
    subject = subject_of(root)
    if subject is not None:
        yield subject


def _below(own: Token) -> Iterator[Token]:
    """What depends on it, behind a preposition too, but not what the sentence opens with: "For safety, …"."""
    for child in own.children:
        if child.dep_ in {"prep", "agent"} and child.i > own.i:
            yield from (word for word in child.children if word.dep_ in {"pobj", "pcomp"})
        elif child.dep_ in _AS_OBJECT | _DESCRIBING:
            yield child


def _above(own: Token) -> Iterator[Token]:
    """What it depends on: the noun it describes, the verb it is object of, the subject it is said of."""
    head = own.head
    if own.dep_ in _DESCRIBING | {"prep", "agent"}:
        yield head
    elif own.dep_ in {"pobj", "pcomp"} and head.dep_ in {"prep", "agent"}:
        yield head.head
    elif own.dep_ in _AS_OBJECT - {"conj"}:
        yield head
        said_of = subject_of(head) if own.dep_ in {"acomp", "attr", "oprd"} else None
        if said_of is not None:
            yield said_of


def _firsts(token: Token) -> Iterator[Token]:
    """The words it is joined to by "and" or "or", which share what belongs to them."""
    while token.dep_ == "conj":
        token = token.head
        yield token


def _coordinated(token: Token) -> Iterator[Token]:
    yield from token.conjuncts


def _as_written(token: Token) -> tuple[str, str]:
    return token.lower_, token.lower_.removesuffix("s")
