"""Empty openings: "There are tablets that ease pain." → "Tablets ease pain."."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import is_finite, subject_of
from pipeline.simplify.grammar import AS_SUBJECT, denies, enclosed, is_plural, sentence, text_between, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The sentence that begins with who or what it is about."""
    if main.lemma_ != "be" or doc[0].lower_ not in {"there", "it"} or denies(doc):
        return
    if doc[0].lower_ == "there":
        yield from _there(doc, main)
    elif main.i == 1 and main.lower_ == "is":
        yield from _needed(doc, main)


def dropped(doc: Doc) -> Collection[str]:
    """The empty words: "there is", "it is vital"."""
    return [token.lower_ for token in doc[:3]] if doc[0].lower_ == "it" else [token.lower_ for token in doc[:2]]


def _there(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """What there is does what its "that" clause says."""
    thing = next((child for child in main.rights if child.dep_ in {"attr", "nsubj"}), None)
    if thing is None or main.i != 1 or thing.tag_ != "NNS" or any(t.lower_ in words("quantifier") for t in thing.lefts):
        return
    clause = next((child for child in thing.rights if child.dep_ == "relcl"), None)
    if clause is None or not is_finite(clause):
        return
    who = subject_of(clause)
    if who is None or who.lower_ not in {"that", "who", "which"} or enclosed(doc, who.i):
        return
    start, own = min(t.i for t in clause.subtree), sorted(t.i for t in clause.subtree)
    if who.i != start or doc[start - 1].text == "," or own[-1] - own[0] + 1 != len(own):
        return
    if any(not token.is_punct for token in doc[own[-1] + 1 :]):
        return
    yield (sentence(f"{text_between(doc, 2, start)} {text_between(doc, start + 1, len(doc))}"),)


def _needed(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """From "It is vital for A to do B": "A needs to do B"."""
    if main.i + 2 >= len(doc) or doc[main.i + 1].lower_ not in words("needed") or doc[main.i + 2].lower_ != "for":
        return
    to = next((token for token in doc[main.i + 3 :] if token.tag_ == "TO"), None)
    if (
        to is None
        or to.head.tag_ != "VB"
        or any(t.is_punct or t.pos_ in {"VERB", "AUX"} for t in doc[main.i + 3 : to.i])
    ):
        return
    who = doc[main.i + 3 : to.i]
    noun = who.root
    if noun.pos_ == "PRON" and len(who) == 1 and noun.lower_ in AS_SUBJECT:
        name, many = AS_SUBJECT[noun.lower_], noun.lower_ not in {"him", "her"}
    elif noun.pos_ in {"NOUN", "PROPN"}:
        name, many = who.text, is_plural(noun)
    else:
        return
    yield (sentence(f"{name} {'need' if many else 'needs'} {text_between(doc, to.i, len(doc))}"),)
