"""Remarks after a comma: "…, which carry higher risks." → "… These options carry higher risks."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import SUBJECTS, is_finite, subject_of
from pipeline.features import features
from pipeline.simplify.grammar import (
    enclosed,
    is_past,
    is_plural,
    mention_again,
    modal,
    noun_phrase,
    sentence,
    text_between,
    words,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LEAST = 4  # words of the remark


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The sentence without the remark, then the remark with a subject of its own."""
    for relative in (doc[at] for at, word in enumerate(features(doc).words) if word in {"which", "who"}):
        if relative.dep_ not in SUBJECTS or relative.i == 0:
            continue
        verb = relative.head
        if verb.dep_ != "relcl" or relative.nbor(-1).text != "," or not is_finite(verb) or enclosed(doc, relative.i):
            continue
        clause = sorted(verb.subtree, key=lambda t: t.i)
        start, end = relative.i, clause[-1].i + 1
        if clause[0].i != start or end - start < _LEAST or not _closed(doc, end):
            continue
        if is_past(main) and any(token.lower_ in words("adding") for token in doc[start:end]):
            continue  # "which also had few people": besides what, the place of the remark tells
        if _is_series(doc[start:end]):
            continue  # "…, which are mild, fever, and chills": the list goes on behind the remark
        who = _antecedent(doc, main, relative, verb)
        if who is not None:
            before, after = text_between(doc, 0, start - 1), text_between(doc, end, len(doc)).lstrip(", ")
            rest = text_between(doc, start + 1, end)
            first = sentence(f"{before} {after}" if after.strip(".") else before)
            yield first, sentence(f"{who} {rest}")


def _is_series(clause: Span) -> bool:
    """Commas and an "and" or "or" behind a comma, or unlike things coordinated."""
    commas = [token.i for token in clause if token.text == ","]
    last = any(t.lower_ in {"and", "or"} and t.i - 1 in commas for t in clause)
    return (last and len(commas) > 1) or any(t.dep_ == "conj" and t.pos_ != t.head.pos_ for t in clause)


def _closed(doc: Doc, end: int) -> bool:
    """The remark ends the sentence, or a comma ends the remark."""
    return all(token.is_punct for token in doc[end:]) or doc[end].text == ","


def _antecedent(doc: Doc, main: Token, relative: Token, verb: Token) -> str | None:
    """What the remark is about, as the subject of a new sentence; None where that is not certain."""
    noun = verb.head
    comma = relative.i - 1
    first = subject_of(main)
    quantified = any(t.lower_ in words("quantifier") for t in noun.children)
    thing = noun.pos_ == "PROPN" and noun == first and relative.lower_ == "which"  # the name of a drug, say
    if not (noun.pos_ == "NOUN" or thing) or not noun.is_alpha or noun.i > comma or quantified:
        return None
    if first is not None and noun == first and noun.i == comma - 1:
        if _number(verb) in {None, is_plural(noun)}:
            return _as_subject(doc, noun, relative, verb)
        return None
    if comma + 1 + len(list(verb.subtree)) < len(doc) - 1:
        return None  # in the middle, and not about the subject
    plural = _number(verb)
    if any(is_plural(outer) == is_plural(noun) for outer in _around(noun)):
        return None  # "the cause of the fever, which …": cause or fever
    nouns = [t for t in doc[noun.i : comma] if t.pos_ in {"NOUN", "PROPN"} and t.dep_ != "compound"]
    if plural is True:
        fitting = [t for t in nouns if is_plural(t)]
        if relative.lower_ == "which" and fitting == [noun]:
            return f"These {noun.text}"
        return f"These {noun.text}" if fitting == [noun] else None
    if relative.lower_ == "who":
        return None
    if verb.lemma_.lower() in words("effect") | words("showing"):
        named = noun.pos_ == "PROPN" and verb.lemma_.lower() in words("showing")
        return "This" if _clause_before(doc, main) and not named else None  # a name may be what means something
    if plural is False and nouns == [noun] and not is_plural(noun):
        is_new = any(child.lower_ in {"a", "an"} for child in noun.lefts)
        return f"This {noun.text}" if is_new and noun.pos_ == "NOUN" else noun_phrase(noun)
    return None


def _around(noun: Token) -> Iterator[Token]:
    """The nouns that this one belongs to: "cause" for "fever" in "the cause of the fever"."""
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
        yield noun


def _as_subject(doc: Doc, noun: Token, relative: Token, verb: Token) -> str | None:
    if not is_plural(noun) and (relative.lower_ == "who" or noun.lemma_.lower() in words("person")):
        return None
    clause = set(verb.subtree)
    return mention_again(noun, (t for t in doc[noun.i + 1 :] if t not in clause))


def _number(verb: Token) -> bool | None:
    """True for a plural verb form, False for a singular one, None where the form does not tell."""
    first = next((t for t in verb.lefts if t.dep_ in {"aux", "auxpass"}), verb)
    if modal(verb) is not None or (is_past(verb) and first.lower_ not in {"was", "were"}):
        return None
    return first.lower_ == "were" or first.tag_ == "VBP"


def _clause_before(doc: Doc, main: Token) -> bool:
    """Whether "This" can only mean the main clause: it is no claim and denies nothing."""
    return main.lemma_.lower() not in words("claim") and not any(t.dep_ == "neg" for t in doc)
