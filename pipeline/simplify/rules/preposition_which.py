"""Remarks with "in which" or "after which": "…, after which the pain fades." → "… After this, the pain fades."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import is_finite, subject_of
from pipeline.features import features
from pipeline.score.frequency import zipf
from pipeline.simplify.grammar import enclosed, is_plural, sentence, text_between

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KNOWN = 3.0  # Zipf value
_LEAST = 4  # words on each side
_PREPOSITIONS = frozenset({"in", "during", "after"})  # "From this breakdown, it took her …" reads badly
_NOUNS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "pobj"})


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The statement, then the remark about one of its nouns, which it names again."""
    if "which" not in features(doc).vocabulary:
        return
    for which in doc[_LEAST:]:
        preposition = which.nbor(-1)
        cut = which.i - 2
        if which.lower_ != "which" or preposition.lower_ not in _PREPOSITIONS or doc[cut].text != ",":
            continue
        verb = next((token for token in doc[which.i :] if token.dep_ == "relcl" and which in token.subtree), None)
        if verb is None or not is_finite(verb) or enclosed(doc, cut) or main.i > cut:
            continue
        who = subject_of(verb)
        if who is None or min(t.i for t in who.subtree) != which.i + 1:
            continue
        clause = set(verb.subtree)
        if any(token not in clause and not token.is_punct for token in doc[which.i + 1 :]) or len(clause) < _LEAST:
            continue
        again = _again(doc, verb.head, cut)
        if again is None:
            continue
        if preposition.lower_ == "after":
            again = "this"  # after all that, and not only after the thing
        rest = text_between(doc, which.i + 1, len(doc))
        yield sentence(text_between(doc, 0, cut)), sentence(f"{preposition.text} {again}, {rest}")


def _again(doc: Doc, noun: Token, cut: int) -> str | None:
    """The noun with "this" or "these"; None where another noun before the comma could be meant as well."""
    if noun.pos_ != "NOUN" or noun.dep_ not in _NOUNS or noun.i >= cut or any(c.dep_ == "conj" for c in noun.children):
        return None
    if zipf(noun.lower_) < _KNOWN:
        return None  # to name a rare word twice is no help
    if any(child.dep_ in {"poss", "nummod"} or child.lower_ == "no" for child in noun.lefts):
        return None
    rivals = [t for t in doc[noun.i + 1 : cut] if t.pos_ in {"NOUN", "PROPN"} and t.dep_ != "compound"]
    if any(is_plural(rival) == is_plural(noun) for rival in rivals) or (noun.head.dep_ == "prep" and rivals):
        return None
    return f"{'these' if is_plural(noun) else 'this'} {noun.text}"
