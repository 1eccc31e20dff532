"""A condition without its "if": "Should the wound bleed, press on it." → "If the wound bleeds, press on it.".

The parser takes most of these for questions, so this comes before the rules that build on its clauses. Only the tags of
the words up to the verb are used, and the new sentence must parse as a condition.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.glossary import inflect
from pipeline.simplify.grammar import turned_round

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME = "inverted"
MARK = re.compile(r"\bshould ", re.IGNORECASE)  # of every sentence it may change
REASON = "“If” for a condition that began with its verb."
_NO_SUBJECT = frozenset({"MD", "VBD", "VBN", "VBP", "VBZ", "TO", "WDT", "WP", ".", ":"})
_LIKE_PLURAL = frozenset({"you", "we", "they", "any", "some"})  # "any of these occur"


def changed(doc: Doc) -> str | None:
    """The sentence with "if", its verb in the form that the subject asks for; None where that is not sure."""
    start = turned_round(doc)
    if start is None:
        return None
    comma = next((token.i for token in doc if token.text == ","), 0) if start == 0 else len(doc)
    verb = next((token for token in doc[start + 2 : comma] if token.tag_ in {"VB", "VBP"}), None)
    if verb is None:
        return None
    subject = [token for token in doc[start + 1 : verb.i] if token.lower_ != "not"]
    if not subject or any(token.tag_ in _NO_SUBJECT for token in subject):
        return None
    has_not = len(subject) < verb.i - start - 1
    who = doc[subject[0].i : subject[-1].i + 1].text
    who = who if who.startswith("I ") or who == "I" or subject[0].pos_ == "PROPN" else who[0].lower() + who[1:]
    opening = "If" if start == 0 else f"{doc[:start].text} if"
    return f"{opening} {who} {_finite(verb, subject, has_not=has_not)}{doc.text[verb.idx + len(verb) :]}"


def is_sound(doc: Doc) -> bool:
    """Whether the new sentence reads as a condition: an "if" belongs to a verb that has a subject."""
    clauses = [token.head for token in doc if token.lower_ == "if" and token.dep_ in {"mark", "advmod"}]
    return any(
        clause.pos_ in {"VERB", "AUX"}
        and any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in clause.children)
        for clause in clauses
    )


def _finite(verb: Token, subject: list[Token], *, has_not: bool) -> str:
    many = _is_many(verb, subject)
    if verb.lower_ == "be":
        form = "am" if subject[0].text == "I" else "are" if many else "is"
        return f"{form}{' not' if has_not else ''}"
    if has_not:
        return f"{'do' if many or subject[0].text == 'I' else 'does'} not {verb.lower_}"
    return verb.lower_ if many or subject[0].text == "I" else inflect.verb(verb.lower_, "third")


def _is_many(verb: Token, subject: list[Token]) -> bool:
    if subject[0].lower_ == "there":
        told = next((token for token in verb.doc[verb.i + 1 :] if token.tag_ in {"NN", "NNS", "NNP"}), verb)
        return told.tag_ == "NNS"
    if any(token.lower_ == "and" for token in subject):
        return True
    of = next((at for at, token in enumerate(subject) if token.pos_ == "ADP"), len(subject))
    head = subject[max(of - 1, 0)]
    return head.tag_ in {"NNS", "NNPS"} or head.lower_ in _LIKE_PLURAL or head.lower_ in {"these", "those"}
