"""Explanations beside a noun: "a cryoprobe—a thin device—is inserted" → "… A cryoprobe is a thin device."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import subject_of
from pipeline.features import features
from pipeline.simplify.grammar import (
    enclosed,
    inside_sentence,
    is_past,
    is_plural,
    mention_again,
    sentence,
    text_between,
    words,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DASHES = frozenset({"—", "–", "--", "―", "-"})
_STOPS = frozenset({",", ";", ":", ".", *_DASHES})
_CLINGING = frozenset({"WDT", "WP", "WP$", "WRB", "VBG", "VBN", "CC"})
_EVENT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "sis")  # what happens, rarely what a thing is
_LEAST = 3  # words of the explanation


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The sentence without the explanation, then the explanation as a sentence."""
    if "appos" not in features(doc).deps:
        return
    if is_past(main):
        return  # "is" would be guessed
    for noun in doc:
        for beside in noun.rights:
            if beside.dep_ == "appos" and beside.i < len(doc) - 1:
                yield from _cut_out(doc, main, noun, beside)


def _cut_out(doc: Doc, main: Token, noun: Token, beside: Token) -> Iterator[tuple[str, ...]]:
    own = sorted((t for t in beside.subtree), key=lambda t: t.i)
    while own and own[-1].text in _STOPS:
        own.pop()
    if len(own) < _LEAST or len(own) != own[-1].i - own[0].i + 1:
        return
    start, end = own[0].i, own[-1].i + 1
    if any(t.dep_ == "cc" and t.nbor(-1).text == "," for t in own[1:]):
        return  # "the diagnosis, the age, and the wish": the next of a list
    if start < 2 or doc[start].lower_ not in {"a", "an", "the"}:
        return
    if noun.pos_ != "NOUN" or beside.pos_ != "NOUN" or is_plural(noun) != is_plural(beside):
        return
    if any(child.dep_ in {"conj", "cc"} for child in (*noun.children, *beside.children)) or noun.dep_ == "conj":
        return
    opening, closing = doc[start - 1].text, doc[end].text if end < len(doc) else ""
    final = all(token.is_punct for token in doc[end:])
    dashes = opening in _DASHES and (closing in _DASHES or final)
    brackets = opening == "(" and closing == ")" and noun == subject_of(main)
    if enclosed(doc, start - 1) or not (dashes or brackets or (opening == "," and (closing == "," or final))):
        return
    if not final and end + 1 < len(doc) and doc[end + 1].tag_ in _CLINGING:
        return  # what follows leans on the comma
    if brackets:
        final = all(token.is_punct for token in doc[end + 1 :])
    who = _subject_again(doc, main, noun, beside, start - 1, final=final)
    if who is None or not who[0].isalpha() or "(" in who:
        return
    head, tail = text_between(doc, 0, start - 1), text_between(doc, end + (brackets or not final), len(doc))
    verb = "are" if is_plural(beside) else "is"
    explanation = inside_sentence(own[0], text_between(doc, start, end))
    first = head if final else f"{head}{'' if tail.startswith((',', ';')) else ' '}{tail}"
    yield sentence(first), sentence(f"{who} {verb} {explanation}")


def _subject_again(doc: Doc, main: Token, noun: Token, beside: Token, until: int, *, final: bool) -> str | None:
    """The noun as subject of the explanation; "This" where a summing noun ends the sentence; None where unsure."""
    lemma = beside.lemma_.lower()
    if final and (lemma in words("summing") or lemma.endswith(_EVENT_ENDINGS)):
        return "This" if doc[until].text == "," and _determiner(beside) in {"a", "an"} else None
    if _determiner(noun) in {"a", "an"} and _determiner(beside) == "the":
        return None  # "a protein, the first found in yeast": this one, not every one
    comma = doc[until].text == ","
    if comma and noun != subject_of(main) and _determiner(beside) == "the":
        return None  # ", the …" may be the next of a list
    if noun.i != until - 1:
        return None  # something stands between the noun and what explains it
    if any(child.lower_ in words("quantifier") for child in noun.children):
        return None
    if noun == subject_of(main):
        return mention_again(noun, (t for t in doc[noun.i + 1 :] if t not in set(beside.subtree)))
    first = next((t for t in noun.subtree if t.i <= noun.i), noun)
    return inside_sentence(first, text_between(doc, first.i, noun.i + 1))


def _determiner(noun: Token) -> str:
    return next((child.lower_ for child in noun.lefts if child.dep_ == "det"), "")
