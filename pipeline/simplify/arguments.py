"""What a verb is done to, and who or what does it, whatever the shape of its clause.

The entry fields `object` and `subject` ask for them. The subject of a passive is an object, and so is the noun in "the
dose given by …" and "symptoms that patients have"; "a number of patients" means patients.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import auxiliaries, subject_of
from pipeline.simplify.grammar import is_passive, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OBJECTS = frozenset({"dobj", "dative"})
_RELATIVE = frozenset({"that", "which", "who", "whom"})


def has_object(term: Span, wanted: Collection[str]) -> bool:
    """Whether the term has an object, and every noun of it is one of the wanted lemmas."""
    return _all_wanted(_objects(term), wanted)


def has_subject(term: Span, wanted: Collection[str]) -> bool:
    """Whether the term has somebody or something that does it, and all are among the wanted lemmas."""
    subject = _subject(term.root)
    return subject is not None and _all_wanted(iter((subject,)), wanted)


def _all_wanted(found: Iterator[Token], wanted: Collection[str]) -> bool:
    nouns = [noun for one in found for noun in (_meant(one), *map(_meant, one.conjuncts))]
    return bool(nouns) and all(_names(noun) & set(wanted) for noun in nouns)


def _names(noun: Token) -> set[str]:
    """The lemma, and the lemma with the word before it: "rate", "heart rate"."""
    lemma = noun.lemma_.lower()
    return {lemma, f"{noun.nbor(-1).lower_} {lemma}"} if noun.i else {lemma}


def _meant(noun: Token) -> Token:
    """The noun behind a word of amount: "the majority of patients"."""
    if noun.lemma_.lower() in words("amount"):
        of = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ == "of"), None)
        inner = None if of is None else next((child for child in of.children if child.dep_ == "pobj"), None)
        return noun if inner is None else inner
    return noun


def _objects(term: Span) -> Iterator[Token]:
    verb = term.root
    if len(term) > 1:
        yield from (c for token in term for c in token.children if c.dep_ == "pobj" and c not in term)
    own = next((child for child in verb.rights if child.dep_ in _OBJECTS), None)
    if own is not None:
        yield own
    elif _is_passive(verb):
        subject = _passive_subject(verb)
        if subject is not None:
            yield subject
    elif verb.dep_ == "relcl" and (subject := subject_of(verb)) is not None:
        relative = next((child for child in verb.lefts if child.dep_ in _OBJECTS), None)
        if subject.lower_ not in _RELATIVE and (relative is None or relative.lower_ in _RELATIVE):
            yield verb.head
    else:
        yield from _shared_object(verb)


def _shared_object(verb: Token) -> Iterator[Token]:
    """As in "assess or treat pain": the object of the verb that "and" or "or" leads to at once."""
    if verb.i + 1 < len(verb.doc) and verb.nbor(1).dep_ in {"cc", "punct"}:
        for other in verb.rights:
            if other.dep_ == "conj" and subject_of(other) is None:
                yield from (child for child in other.rights if child.dep_ in _OBJECTS)


def _is_passive(verb: Token) -> bool:
    if is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"}):
        return True
    joined = verb.dep_ == "conj" and subject_of(verb) is None and not auxiliaries(verb)
    return joined and verb.tag_ in {"VBN", "VBD"} and verb.head.tag_ == "VBN" and _is_passive(verb.head)


def _passive_subject(verb: Token) -> Token | None:
    if verb.dep_ == "acl" and not auxiliaries(verb):
        return verb.head
    return _said_of(verb)


def _subject(verb: Token) -> Token | None:
    if _is_passive(verb):
        agent = next((child for child in verb.rights if child.dep_ == "agent"), None)
        return None if agent is None else next((c for c in agent.children if c.dep_ == "pobj"), None)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    return _said_of(verb)


def _said_of(verb: Token) -> Token | None:
    """The subject before the verb: its own, its clause's noun, or that of the verb it is joined to or hangs on."""
    for _ in verb.doc:
        subject = subject_of(verb)
        if subject is not None:
            named = subject.lower_ in _RELATIVE and verb.dep_ == "relcl"
            return verb.head if named else subject
        if verb.dep_ not in {"conj", "xcomp"} or verb.head == verb:
            return None
        verb = verb.head
    return None
