"""A ban put politely, said as a ban: "Refrain from eating and drinking." → "Do not eat or drink."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.simplify.grammar import modal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME = "refrain"
REASON = "“Do not” for what must not be done."
MARK = re.compile(r"\b(?:refrain|abstain) from\b", re.IGNORECASE)  # in every sentence it may change
_VERBS = frozenset({"refrain", "abstain"})


def changed(doc: Doc) -> str | None:
    """The sentence with "not" and plain verbs; None where it has no such ban, or one that is not sure to be read right.

    Before a noun ("refrain from alcohol") the words stay: what must not be done with it is not said.
    """
    place = next((t.i for t in doc[:-2] if t.lower_ in _VERBS and t.nbor().lower_ == "from"), None)
    if place is None or doc[place + 2].tag_ != "VBG":
        return None
    forbidden = _forbidden(doc[place + 2])
    opening = _opening(doc, place)
    if opening is None or any(verb.lemma_.lower() == verb.lower_ for verb in forbidden):
        return None
    if any(token.tag_ == "VBG" and token not in forbidden and _is_joined(token) for token in doc[place + 3 :]):
        return None  # "from lifting heavy objects and bending": the parser has joined it to something else
    pieces, at = [doc.text[: opening[1]], opening[0]], doc[place + 2].idx
    for verb in forbidden:
        between = doc.text[at : verb.idx]
        pieces.append(between[: -len("and ")] + "or " if between.endswith(" and ") else between)
        pieces.append(verb.lemma_.lower())
        at = verb.idx + len(verb)
    return "".join(pieces) + doc.text[at:]


def is_sound(doc: Doc) -> bool:
    """Whether something is denied in the new sentence as it was parsed."""
    return any(token.dep_ == "neg" for token in doc)


def _forbidden(first: Token) -> list[Token]:
    """The first doing and those joined to it: "eating, drinking and smoking"."""
    joined = [token for token in first.conjuncts if token.tag_ == "VBG" and token.i > first.i]
    return [first, *sorted(joined, key=lambda token: token.i)]


def _is_joined(token: Token) -> bool:
    return token.nbor(-1).lower_ in {"and", "or", ","}


def _opening(doc: Doc, place: int) -> tuple[str, int] | None:
    """The words that forbid, and where they begin: an order, "should refrain", "asked to refrain"."""
    verb = doc[place]
    before = verb.nbor(-1) if place else None
    if before is None or before.text in {":", ".", ";"}:
        return "Do not ", verb.idx
    if before.lower_ in {"please", "and", "then", ","}:
        return "do not ", verb.idx
    if modal(verb) is not None and before.tag_ == "MD":
        return "not ", verb.idx
    return ("not to ", before.idx) if before.lower_ == "to" else None
