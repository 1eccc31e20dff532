"""Coordinated main clauses: "X does A, and Y does B." → "X does A. Y does B."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import auxiliaries, is_finite, subject_of
from pipeline.glossary import inflect
from pipeline.simplify.grammar import (
    denies,
    enclosed,
    inside_sentence,
    modal,
    sentence,
    words,
)
from pipeline.simplify.rules.scope import fronted, reaches_on

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING = {"and": "", "but": "But ", "yet": "But ", "so": "So "}
_CONTRASTS = frozenset({"but", "yet"})
_LEAST = 5  # words on each side
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "attr", "acomp", "oprd", "prt", "dative"})


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The clauses before and after the conjunction, where the second is the tail of the sentence."""
    for second in main.rights:
        if second.dep_ != "conj" or not (_has_own_subject(second) or _is_order(second)):
            continue
        conjunction = _conjunction(main, second)
        if conjunction is None or enclosed(doc, conjunction.i) or fronted(main):
            continue
        contrast = conjunction.lower_ in _CONTRASTS and not _is_order(second)
        if reaches_on(doc, main, conjunction.i, contrast=contrast) and not _stands_for_itself(main, second):
            continue
        tail = doc[conjunction.i + 1 :]
        own = {token for token in second.subtree if token.i != conjunction.i}
        if not all(token in own or token.is_punct for token in tail) or any(t.i <= conjunction.i for t in own):
            continue
        reason = not contrast and any(_gives_reason(token) for token in doc[main.i + 1 : conjunction.i])
        if tail[0].dep_ == "mark" or reason:
            continue  # "…, and because …" is half of a reason; after "because …, and …" the second may be one too
        if tail[0].text[0].isdigit() or ":" in tail.text or _is_series(doc, main, conjunction):
            continue
        if conjunction.i >= _LEAST and len(tail) > _LEAST:
            opening = _OPENING[conjunction.lower_]
            rest = inside_sentence(tail[0], tail.text) if opening else tail.text
            yield sentence(doc[: conjunction.i].text), sentence(opening + rest)


def _gives_reason(token: Token) -> bool:
    return token.dep_ == "mark" and token.lower_ in words("reason")


def _has_own_subject(second: Token) -> bool:
    return is_finite(second) and subject_of(second) is not None and not _may_be_participle(second)


def _may_be_participle(verb: Token) -> bool:
    """As in "men from the south, and women recruited from the north": no object, no adverb before it."""
    if verb.tag_ != "VBD" or auxiliaries(verb) or inflect.verb(verb.lemma_.lower(), "participle") != verb.lower_:
        return False
    return not any(child.dep_ in _COMPLEMENTS for child in verb.rights) and not any(
        c.dep_ == "advmod" for c in verb.lefts
    )


def _is_order(second: Token) -> bool:
    """As in ", so do not smoke": an order, after a clause that is none."""
    orders = any(child.lower_ == "do" and child.dep_ == "aux" for child in second.lefts)
    return second.tag_ == "VB" and subject_of(second) is None and orders and modal(second.head) is None


def _stands_for_itself(main: Token, second: Token) -> bool:
    """After "you should know that A may …, and some may …": the second is true whether it belongs to "that" or not."""
    return main.lemma_.lower() in words("factive") and modal(second) is not None and not denies(second.doc, second.i)


def _conjunction(main: Token, second: Token) -> Token | None:
    """The "and", "but" or "so" directly before the second clause, a comma before it."""
    between = [t for t in main.rights if t.dep_ in {"cc", "advmod", "mark"} and t.lower_ in _OPENING and t.i < second.i]
    first = min(token.i for token in second.subtree)
    if main.doc[first].lower_ in {"so", "yet"}:
        first += 1  # the parser may take them for adverbs of the second clause
        between += [main.doc[first - 1]]
    found = next((token for token in between if token.i == first - 1), None)
    if found is None or found.i == 0 or found.nbor(-1).text not in {",", ";"}:
        return None
    return found


def _is_series(doc: Doc, main: Token, conjunction: Token) -> bool:
    """Three or more clauses ("A is x, B is y, and C is z"): a cut would leave two with a comma between them."""
    clauses = [t for t in doc[: conjunction.i] if t != main and t.dep_ in {"ccomp", "conj", "parataxis"}]
    clauses = [t for t in clauses if not any(c.dep_ == "mark" for c in t.lefts)]
    return any(is_finite(t) and subject_of(t) is not None and t.head in {main, conjunction.head} for t in clauses)
