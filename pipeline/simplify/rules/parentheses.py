"""Brackets with a statement in them: "It eases pain (this helps you to sleep)." → two sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import is_finite, subject_of
from pipeline.features import features
from pipeline.simplify.grammar import inside_sentence, is_plural, sentence, text_between, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LEAST = 4  # words in the brackets
_NOT_SAID = re.compile(r"[0-9=<>≤≥±%/:;\[\]“”\"'’]|\b[A-Z]{2,}|\b(?:vs|cf|et al|eg|ie)\b|e\.|i\.")
_OPENS_NO_CLAUSE = frozenset({"WDT", "WP", "WRB", "WP$", "IN", "CC", "RB", "TO"})
_GLOSSED = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_OF_ITS_OWN = frozenset({"with", "by", "from", "to"})  # a preposition whose noun is what is explained
_DETERMINERS = frozenset({"a", "an", "the"})
_POSTMODIFIED = frozenset({"prep", "relcl", "acl"})


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The sentence without its brackets, then what they said; only where it has one pair."""
    places = [at for at, text in enumerate(features(doc).texts) if text in {"(", ")"}]
    if len(places) != 2 or places[0] == 0 or places[1] - places[0] <= _LEAST:
        return
    inner = doc[places[0] + 1 : places[1]]
    if _NOT_SAID.search(inner.text) or any(t.is_punct and t.text not in {",", "-"} for t in inner):
        return
    before, after = text_between(doc, 0, places[0]), text_between(doc, places[1] + 1, len(doc))
    closing = "" if not after or after[0] in ",.;:!?" else " "
    rest = f"{before}{closing}{after}"
    if all(token.is_punct for token in doc[places[1] + 1 :]) and main.i < places[0] and _is_statement(inner):
        yield sentence(before), sentence(inner.text)
    gloss = _gloss(doc, inner)
    if gloss is not None:
        yield sentence(rest), sentence(gloss)


def _is_statement(inner: Span) -> bool:
    """A clause with tense whose subject begins the brackets."""
    first = inner[0]
    if first.tag_ in _OPENS_NO_CLAUSE or first.lower_ in words("subordinator") | words("time"):
        return False
    for verb in inner:
        who = subject_of(verb) if is_finite(verb) else None
        if who is not None and min(t.i for t in who.subtree) == first.i:
            return True
    return False


def _gloss(doc: Doc, inner: Span) -> str | None:
    """What the noun before the brackets is, where they say what it is: "placebo (a pill with no drug in it)"."""
    head, noun = inner.root, doc[inner.start - 2]
    if noun.pos_ != "NOUN" or head.pos_ != "NOUN" or inner[0].lower_ not in _DETERMINERS or inner[0].head != head:
        return None
    if not any(child.dep_ in _POSTMODIFIED and child.i > head.i for child in head.children):
        return None  # "a curve of the spine (a swayback)" names, and does not say what it is
    if any(t.dep_ in {"cc", "conj"} and t.head == head for t in inner) or not _stands_alone(noun):
        return None
    if is_plural(head) != is_plural(noun):
        return None  # "shingles (a rash)": no plural, though it looks like one
    own = list(noun.lefts)
    if any(child.dep_ not in {"det", "compound"} for child in own):
        return None  # "severe measles" is not what "measles" is
    determiner = next((child for child in own if child.dep_ == "det"), None)
    if determiner is not None and determiner.lower_ not in _DETERMINERS:
        return None
    start = min(t.i for t in (noun, *own))
    who = inside_sentence(doc[start], text_between(doc, start, noun.i + 1))
    return f"{who} {'are' if is_plural(noun) else 'is'} {inner.text}"


def _stands_alone(noun: Token) -> bool:
    """Whether the brackets can only be about this noun: no other noun governs it or is coordinated with it."""
    if any(child.dep_ in {"cc", "conj"} for child in noun.children) or noun.dep_ == "conj":
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ in _OF_ITS_OWN and noun.head.dep_ in {"prep", "agent"}
    return noun.dep_ in _GLOSSED
