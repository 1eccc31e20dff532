"""What in a clause may hold for the clause behind "and" or "but" as well, so that a cut there would lose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clauses import subject_of
from pipeline.features import features
from pipeline.simplify.grammar import claims, has_content_clause, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PARTNERS = {"both": {"and"}, "either": {"or"}, "neither": {"nor"}}
_FRONTED = frozenset({"prep", "advcl", "npadvmod", "mark", "pcomp", "agent"})


def fronted(main: Token) -> bool:
    """Something before the subject that may hold for both clauses ("In children, …", "After surgery, …")."""
    first, start = subject_of(main), opening_end(main.doc)
    if first is None:
        return True
    opening = next((token for token in main.doc[start:] if token.is_alpha), main)
    return opening.tag_ in {"IN", "TO", "WRB"} or any(
        start <= child.i < first.i and child.dep_ in _FRONTED for child in main.lefts
    )


def opening_end(doc: Doc) -> int:
    """The token behind an opening that only links or places the whole text: "In addition, …", "In this study, …"."""
    text = features(doc).small
    opening = next((phrase for phrase in words("discourse", "phrases") if text.startswith(phrase + ",")), None)
    return 0 if opening is None else next(t.i + 1 for t in doc if t.idx == len(opening))


def reaches_on(doc: Doc, main: Token, cut: int, *, contrast: bool) -> bool:
    """Whether something in the clause before `cut` may go on behind it, or something behind it may reach back.

    After "but" the second clause is the writer's own; after "and" it may be the second thing that somebody found, that
    happens when something else does, or that gives a reason.
    """
    if _pairs(doc, cut) or _ends_timed(doc, cut):
        return True
    if contrast:
        return False
    timed = any(_is_time(token) for token in doc[:cut])
    return timed or claims(main) or has_content_clause(doc) or any(t.lower_ in {"whether", "if"} for t in doc[:cut])


def _pairs(doc: Doc, cut: int) -> bool:
    """Whether a word such as "both" or "respectively" holds the two sides together."""
    if any(token.lower_ == "respectively" for token in doc):
        return True
    for token in doc[:cut]:
        if token.lower_ == "only" and (token.i == 0 or token.nbor(-1).lower_ in {"not", "n't", "n’t"}):
            return True
        if token.lower_ in _PARTNERS and not any(t.lower_ in _PARTNERS[token.lower_] for t in doc[token.i : cut]):
            return True
    return False


def _ends_timed(doc: Doc, cut: int) -> bool:
    """A clause of time behind a comma at the end may be about both sides."""
    return any(_is_time(token) and token.nbor(-1).text == "," for token in doc[cut + 2 :])


def _is_time(token: Token) -> bool:
    return token.lower_ in words("time") and token.dep_ in {"mark", "advmod"} and token.head.dep_ == "advcl"
