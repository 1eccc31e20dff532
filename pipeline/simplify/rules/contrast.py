"""The two sides of a contrast: "While A is x, B is y." → "A is x. But B is y."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import is_finite, subject_of
from pipeline.simplify.grammar import enclosed, inside_sentence, is_past, sentence, text_between, words
from pipeline.simplify.rules.scope import fronted

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "prep", "xcomp", "ccomp", "agent", "oprd", "advmod"})
_LEAST = 4  # words on each side


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The conceding clause first or last; both sides keep their order."""
    for clause in main.children:
        if clause.dep_ != "advcl" or not is_finite(clause) or subject_of(clause) is None:
            continue
        own = sorted(clause.subtree, key=lambda t: t.i)
        start, end = own[0].i, own[-1].i + 1
        mark = doc[start]
        if end - start != len(own) or not _contrasts(mark, clause, main) or enclosed(doc, start):
            continue
        if start == 0 and _points_ahead(clause, main):
            continue
        if start == 0 and end < len(doc) and doc[end].text == "," and _starts_with_subject(main, end + 1):
            yield _pair(doc, text_between(doc, 1, end), end + 1, len(doc))
        elif any(t.lower_ in words("earlier") for t in own):
            continue  # "…, although we first thought of gout": what was before would come after
        elif start > 1 and doc[start - 1].text == "," and all(t.is_punct for t in doc[end:]):
            yield _pair(doc, text_between(doc, 0, start - 1), start + 1, end)


def _points_ahead(clause: Token, main: Token) -> bool:
    """As in "While it is short, the book …": alone at the start, "it" would point at nothing."""
    first, second = subject_of(clause), subject_of(main)
    return (
        first is not None
        and first.lower_ in {"it", "they", "he", "she"}
        and second is not None
        and second.pos_ != "PRON"
    )


def _pair(doc: Doc, first: str, start: int, end: int) -> tuple[str, str]:
    return sentence(first), sentence("But " + inside_sentence(doc[start], text_between(doc, start, end)))


def _contrasts(mark: Token, clause: Token, main: Token) -> bool:
    if mark.dep_ not in {"mark", "advmod"} or mark.head != clause:
        return False
    if mark.lower_ in {"although", "though"}:
        return True
    if mark.lower_ == "whereas" and mark.i > main.i:
        return not is_past(main) or (_is_whole(clause) and not _goes_with_part(mark, main))
    if mark.lower_ == "whereas":
        return not is_past(main)
    if mark.lower_ != "while" or _is_time(clause):
        return False
    if mark.i > main.i:
        return _sets_beside(clause, main) and not _goes_with_part(mark, main)
    return not is_past(main)


def _goes_with_part(mark: Token, main: Token) -> bool:
    """Whether it may be set beside a part of the statement only, such as its reason, or goes on from a row of them."""
    before = main.doc[main.i + 1 : mark.i]
    reason = any(token.dep_ == "mark" for token in before)
    more = any(is_finite(token) and subject_of(token) is not None for token in main.doc[: mark.i] if token != main)
    back = any(t.text == "," and t.nbor(1).lower_ in {"to", "than", "as"} for t in main.doc[mark.i : -1])
    return reason or more or back or fronted(main)


def _is_whole(clause: Token) -> bool:
    """It has what its verb needs; what was found for one may be told in short for the other ("… whereas B did not")."""
    return any(child.dep_ in _COMPLEMENTS for child in clause.rights)


def _sets_beside(clause: Token, main: Token) -> bool:
    """Two things of a kind, two told by the same verb, or one that is denied: "while" could also add, or time."""
    first, second = subject_of(main), subject_of(clause)
    if first is None or second is None or "PRON" in {first.pos_, second.pos_} or not _is_whole(clause):
        return False
    denied = [any(child.dep_ == "neg" for child in verb.children) for verb in (main, clause)]
    return first.lemma_ == second.lemma_ or main.lemma_ == clause.lemma_ or denied[0] != denied[1]


def _is_time(clause: Token) -> bool:
    """As in "while you are taking it", "while it was measured": at the same time, not in contrast."""
    first = subject_of(clause)
    return clause.tag_ == "VBG" or (first is not None and first.pos_ == "PRON")


def _starts_with_subject(main: Token, at: int) -> bool:
    """The main clause begins with its subject, so that "But" can stand before it."""
    first = subject_of(main)
    return first is not None and min(t.i for t in first.subtree) == at
