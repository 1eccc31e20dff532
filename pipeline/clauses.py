"""What every reader of a parse asks first: a verb's subject and auxiliaries, whether it has tense, the main verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.parser import verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject before it; a dummy "there" or "it" included."""
    return next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)


def auxiliaries(verb: Token) -> tuple[Token, ...]:
    """The verb's auxiliaries before it in order ("has", "been"), "not" left out."""
    return tuple(child for child in verb.lefts if child.dep_ in _AUXILIARY)


def is_finite(verb: Token) -> bool:
    """Whether the verb, or its first auxiliary, has tense.

    The parser may tag a plural present as a base form ("Treatments, such as rest, provide relief"): a base form that
    is the root and has a subject before it is one. It may also take for a verb what never is one ("nonsteroidal").
    """
    if verb.pos_ == "VERB" and verb.lemma_.lower() not in verbs():
        return False
    helpers = auxiliaries(verb)
    if helpers:
        return helpers[0].tag_ in _FINITE
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    return verb.tag_ in _FINITE or (verb.tag_ == "VB" and verb.dep_ == "ROOT" and subject_of(verb) is not None)


def main_verb(doc: Doc) -> Token | None:
    """The root, where the text parses as one sentence about a finite verb with a subject."""
    roots = [token for token in doc if token.dep_ == "ROOT"]
    if len(roots) != 1 or not is_finite(roots[0]) or subject_of(roots[0]) is None:
        return None
    return roots[0]
