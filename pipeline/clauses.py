"""What every reader of a parse asks first: a verb's subject and auxiliaries, whether it has tense, the main verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.features import features
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


def root_of(doc: Doc) -> Token | None:
    """The root, where the text parses as one sentence."""
    deps = features(doc).deps
    return doc[deps.index("ROOT")] if deps.count("ROOT") == 1 else None


def main_verb(doc: Doc) -> Token | None:
    """The root, where the text parses as one sentence about a finite verb with a subject."""
    root = root_of(doc)
    return root if root is not None and is_finite(root) and subject_of(root) is not None else None
