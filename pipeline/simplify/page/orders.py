"""Sentences that tell the reader to do something, or not to: orders, and "you should", "you need to", "you must"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clauses import auxiliaries, main_verb, subject_of
from pipeline.simplify import grammar
from pipeline.simplify.page.leaning import begins_with_condition
from pipeline.simplify.page.page import words
from pipeline.simplify.verb_form import is_imperative

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOT_SHARED = frozenset({"TO", "MD"})
_OPENERS = frozenset({"please", "always", "never", "also", "then", "next", "first", "so", "but", "and", "only", "just"})


def orders(doc: Doc) -> tuple[Token, ...]:
    """The verbs of a sentence that are said to the reader as orders, in order; none of a question."""
    if doc.text.rstrip().endswith("?"):
        return ()
    found: list[Token] = []
    for token in doc:
        if _begins(token) or _is_base(token, found) or _is_told(token):
            found.append(token)
    return tuple(found)


def _begins(verb: Token) -> bool:
    """The first word, or the first behind "please" or a colon, whatever the parser takes it for."""
    before = [token for token in verb.doc[: verb.i] if not token.is_punct]
    if verb.i > 0 and verb.nbor(-1).text in {":", "–", "—"}:
        return _may_begin(verb)
    if verb.i > 0 and verb.nbor(-1).text == "," and begins_with_condition(verb.doc):
        return _may_begin(verb) and subject_of(verb) is None and verb.nbor(1).dep_ != "cc"
    if len(before) > 2 or any(token.lower_ not in _OPENERS for token in before):
        return False
    main = main_verb(verb.doc)
    if main is not None and main.i >= verb.i:
        return False
    is_base = is_imperative(verb) and verb.tag_ == "VB" and subject_of(verb) is None and _goes_on(verb.nbor(1))
    return is_base or _may_begin(verb)


def _may_begin(verb: Token) -> bool:
    """Whether the word can be an order here, by itself and by the word behind it."""
    return verb.lower_ in words("orders", "begins") and verb.i + 1 < len(verb.doc) and _goes_on(verb.nbor(1))


def _goes_on(following: Token) -> bool:
    """Whether the word behind can follow an order: "Store between …", not "Rest is …" or "Use of …"."""
    return following.lower_ != "of" and following.tag_ not in {"VBZ", "VBP", "MD", "VBD", ":"} and following.text != ":"


def _is_base(verb: Token, found: list[Token]) -> bool:
    """A bare verb without a subject: beside an order, or where a clause begins, with "do" or without."""
    if verb.tag_ != "VB" or subject_of(verb) is not None or any(child.dep_ == "mark" for child in verb.lefts):
        return False
    helpers = auxiliaries(verb)
    if any(helper.tag_ in _NOT_SHARED or helper.lower_ in {"does", "did"} for helper in helpers):
        return False
    if verb.dep_ == "conj" and verb.head in found:
        return True
    start = next((helper.i for helper in helpers if helper.lower_ == "do"), verb.i)
    while start > 0 and verb.doc[start - 1].tag_ == "RB":
        start -= 1
    before = verb.doc[start - 1] if start else None
    if before is not None and before.lower_ == "so":
        return True
    opens = before is None or before.is_punct or before.lower_ in _OPENERS - {"and"}
    if verb.dep_ == "ROOT":
        return opens
    whose = subject_of(verb.head)  # "trials cost much, but do not show it" tells nobody to do anything
    told = whose is None or whose.lower_ in words("orders", "readers")
    return opens and told and any(helper.lower_ == "do" for helper in helpers)


def _is_told(verb: Token) -> bool:
    """As in "you should rest", "adults must not drive", "you need to call us"; not "you should feel better"."""
    subject = subject_of(verb)
    if subject is None or subject.lower_ not in words("orders", "readers"):
        return False
    if verb.dep_ in {"advcl", "relcl", "acl"}:
        return False
    helpers = auxiliaries(verb)
    others = subject.lower_ != "you" and any(helper.dep_ == "auxpass" for helper in helpers)
    if any(helper.lower_ in words("orders", "must") for helper in helpers):
        return not others and (verb.lemma_.lower() not in words("orders", "happens") or _is_visit(verb))
    if verb.lemma_.lower() not in {"need", "have"} or any(child.dep_ == "neg" for child in verb.children):
        return False
    deed = next((child for child in verb.rights if child.dep_ == "xcomp" and child.tag_ == "VB"), None)
    if deed is None or any(helper.lower_ in {"may", "might", "could", "would"} for helper in helpers):
        return False
    to = [helper.lower_ for helper in auxiliaries(deed)]
    return "to" in to and (subject.lower_ == "you" or "be" not in to)


def _is_visit(verb: Token) -> bool:
    """As in "you should see your doctor", and not "you should see a change"."""
    seen = (child.lemma_.lower() for child in verb.rights if child.dep_ == "dobj")
    return verb.lemma_.lower() == "see" and not grammar.words("person").isdisjoint(seen)
