"""The number of a sentence's only verb, by its English subject: a mode takes it from the nearest noun.

"Cases of COVID-19 are rising", "the stitches under the skin dissolve": the noun before the verb is not its subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.translate import english

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_PLURAL, _SINGULAR = frozenset({"NNS", "NNPS"}), frozenset({"NN", "NNP"})
_VERB = re.compile(r"(\^[^$<+]+<(?:vb\w+|vaux)>(?:<(?:pri|ifi|pii|fti|cni|prs)>)?<p3>)<(sg|pl)>")


def settle(block: str, sentence: str) -> str:
    """`block` (what a mode is about to inflect) with its only finite verb in the number of the English subject.

    Unchanged where the English or the block has several finite verbs, or the subject's number is not plain.
    """
    found = list(_VERB.finditer(block))
    number = _number(english.parse(sentence)[0]) if len(found) == 1 else ""
    if not number:
        return block
    return _VERB.sub(rf"\1<{number}>", block)


def _number(doc: Doc) -> str:
    finite = [token for token in doc if token.tag_ in _FINITE]
    if len(finite) != 1:
        return ""
    verb = finite[0].head if finite[0].dep_ in ("aux", "auxpass") else finite[0]
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return _of(subjects[0]) if len(subjects) == 1 else ""


def _of(subject: Token) -> str:
    joined = [child for child in subject.children if child.dep_ == "conj"]
    words = {child.lower_ for child in subject.children if child.dep_ == "cc"}
    if joined:
        return "pl" if words == {"and"} else ""
    if subject.tag_ in _PLURAL:
        return "pl"
    return "sg" if subject.tag_ in _SINGULAR and not _counts(subject) else ""


def _counts(subject: Token) -> bool:
    """Whether the subject is a quantity ("a number of patients"), whose verb may be in either number."""
    return any(child.dep_ == "prep" and child.lower_ == "of" for child in subject.children)
