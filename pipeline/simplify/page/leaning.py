"""Which sentences lean on their neighbours, so that nobody reads one without what it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import facts
from pipeline.simplify.grammar import denies, is_condition
from pipeline.simplify.page.page import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AMOUNTS = frozenset({"unit", "frequency"})
_SHOWN = frozenset({"this", "these", "those"})  # as pronouns they mean a whole sentence or a list before
_NOUNS = frozenset({"NOUN", "PROPN"})


def leans(doc: Doc, before: Doc | None = None) -> bool:
    """Whether it needs the sentence before: a word that points back, or what holds for the rest of its paragraph.

    `before` is the sentence before it in the same paragraph. It holds for the rest where it begins with a condition
    or a label ("Apixaban 2.5 mg: take …"); and an amount belongs to the medicine that was named before it.
    """
    first = next((token for token in doc if not token.is_punct), None)
    if first is None:
        return True
    if first.lower_ in words("leaning", "openers") and not _is_of_the_page(first):
        return True
    if first.lower_ in words("leaning", "alone") and (first.i + 1 == len(doc) or first.nbor(1).pos_ in {"AUX", "VERB"}):
        return True
    if _points_back(doc):
        return True
    if before is None:
        return False
    return (
        is_labelled(before)
        or _is_nameless_amount(doc)
        or (begins_with_condition(before) and not begins_with_condition(doc))
    )


def takes_back(doc: Doc) -> bool:
    """Whether it limits the sentence before it ("But do not …", "It is not for …"): the two belong together."""
    first = next((token.lower_ for token in doc if not token.is_punct), "")
    return first in words("leaning", "takes_back") or (leans(doc) and (denies(doc) or is_condition(doc)))


def is_labelled(doc: Doc) -> bool:
    """Whether it first names what it is about: "Apixaban 2.5 mg: take 1 tablet"."""
    return any(token.text == ":" and 0 < token.i < len(doc) - 1 for token in doc)


def _is_nameless_amount(doc: Doc) -> bool:
    """An amount of something that the sentence does not name: "Do not take more than 8 tablets in 24 hours"."""
    found = facts.extract(doc.text, "en")
    amounts = (f for f in found if f.kind == "dose" or (f.kind in _AMOUNTS and any(c.isdigit() for c in f.text)))
    return any(amounts) and all(fact.kind != "drug" for fact in found)


def takes_unnamed(doc: Doc) -> bool:
    """Whether it says what to do with a medicine ("while you take it") that it does not name."""
    taken = any(t.lower_ in {"it", "them"} and t.head.lemma_.lower() in words("leaning", "taking") for t in doc)
    return taken and not names_medicine(doc)


def names_medicine(doc: Doc) -> bool:
    """Whether it has the name of a medicine, or a word such as "tablet"."""
    named = any(token.lemma_.lower() in words("leaning", "medicine") for token in doc)
    return named or any(fact.kind == "drug" for fact in facts.extract(doc.text, "en"))


def begins_with_condition(doc: Doc) -> bool:
    """Whether it first says when it holds ("If you miss a dose, …", "In all other cases, …")."""
    first = next((token for token in doc if not token.is_punct), None)
    return first is not None and first.lower_ in words("leaning", "condition")


def _points_back(doc: Doc) -> bool:
    """A word for something named before that nothing in the same sentence can have named."""
    named: set[str] = set()
    for token in doc:
        if token.pos_ in _NOUNS:
            named.add(token.lemma_.lower())
        elif token.lower_ in words("leaning", "pronouns") and token.dep_ not in {"mark", "expl"}:
            if token.tag_ in {"WDT", "IN", "WP"}:
                continue  # "a pill that …"
            if token.dep_ == "det":
                if not _is_of_the_page(token) and token.head.lemma_.lower() not in named:
                    return True
            elif not named or token.lower_ in _SHOWN:
                return True
    return False


def _is_of_the_page(word: Token) -> bool:
    """As in "this leaflet": what it points at is the page itself or what all of it is about."""
    return word.dep_ == "det" and word.head.lemma_.lower() in words("leaning", "of_the_page")
