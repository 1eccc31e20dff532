"""What a noun says something of: "the drug" in "the safety of the drug", "its safety", "the drug's safety"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.simplify.grammar import is_plural, text_between, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_THINGS = {"its": ("it", False), "their": ("they", True)}
_NAMES = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "CD", "PRP"})
_LONGEST = 7  # words before a verb that ends its clause
_LONGEST_BEFORE_MORE = 12  # … before one that goes on


@dataclass(frozen=True, slots=True)
class Thing:
    """The words for it as a subject, and where in the sentence they begin and end."""

    text: str
    start: int
    end: int
    plural: bool
    lemma: str
    doing: str | None = None  # "wash your hands", for "washing your hands"


def owner(noun: Token) -> Thing | None:
    """The possessor right before the noun; no person, who would have more than one kind of safety."""
    before = noun.doc[noun.i - 1] if noun.i else noun
    if before.lower_ in _THINGS and before.head == noun:
        text, plural = _THINGS[before.lower_]
        return Thing(text, before.i, noun.i, plural, "")
    return None


def thing_after(link: Token, word: str, *, meets: str | None, doing: bool) -> Thing | None:
    """What follows "of": its words, up to the word that gives way to a verb where there is one."""
    doc = link.doc
    named = next((child for child in link.rights if child.dep_ in {"pobj", "pcomp"}), None)
    if link.lower_ != word or link.dep_ != "prep" or named is None:
        return None
    if named.tag_ == "VBG" and named.i == link.i + 1:
        return _doing(named, meets=meets, bare=doing)
    if named.pos_ not in {"NOUN", "PROPN"} or (doc[link.i + 1].lower_.endswith("ing") and doc[link.i + 1] != named):
        return None
    end = _meeting(named, meets) if meets else _own_end(named)
    if end is None or not _is_whole(doc, link.i + 1, end, named, long=bool(meets)):
        return None
    return Thing(
        text_between(doc, link.i + 1, end),
        link.i + 1,
        end + 1 if meets else end,
        _tells_many(named),
        named.lemma_.lower(),
    )


def _doing(verb: Token, *, meets: str | None, bare: bool) -> Thing | None:
    """A doing as a subject, or as what it is important to do."""
    doc = verb.doc
    if any(child.dep_ in {"conj", "cc", "aux", "auxpass", "neg"} for child in verb.children):
        return None
    if meets:
        end = _meeting(verb, meets)
        if (
            end is None
            or sum(token.lower_ == meets for token in doc[verb.i :]) > 1
            or end - verb.i > _LONGEST_BEFORE_MORE
        ):
            return None
        return Thing(text_between(doc, verb.i, end), verb.i, end + 1, False, "")
    if not bare:
        return None
    return Thing("", verb.i, verb.i + 1, False, "", verb.lemma_.lower())


def _meeting(named: Token, meets: str) -> int | None:
    """Where the word stands that gives way to the verb."""
    doc = named.doc
    for token in doc[named.i + 1 : named.i + 1 + _LONGEST_BEFORE_MORE]:
        if token.lower_ == meets:
            follows = doc[token.i + 1] if token.i + 1 < len(doc) else token
            names = follows.tag_ in _NAMES or follows.dep_ == "amod"
            return token.i if token.dep_ == "prep" and names else None
        if token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBN":
            return None
    return None


def _own_end(named: Token) -> int | None:
    """Behind the noun, what is joined to it, and what they are "of"."""
    end = named.i + 1
    for child in named.rights:
        if child.dep_ in {"cc", "conj"} or (child.dep_ == "prep" and child.lower_ == "of"):
            if child.i > end:
                return None
            end = max(token.i for token in child.subtree) + 1
        elif child.dep_ != "prep":
            return None
    return end


def _is_whole(doc: Doc, start: int, end: int, named: Token, *, long: bool) -> bool:
    """Whether the words make one plain noun phrase."""
    own = doc[start:end]
    if not named.i < end or len(own) > (_LONGEST_BEFORE_MORE if long else _LONGEST):
        return False
    if min(token.i for token in named.subtree) != start or any(token.lower_ in words("negation") for token in own):
        return False
    if any(token.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} and token.dep_ not in {"amod", "poss"} for token in own):
        return False
    joined = [child for child in named.subtree if child.dep_ == "conj" and start <= child.i < end]
    if any(left.dep_ == "det" for one in joined for left in one.lefts):
        return False  # "the severity of the disease and the response to treatment": whose is the response?
    marks = {token.text for token in own if token.is_punct}
    return marks <= (set("-–/()") if long else set("-–/"))


def _tells_many(named: Token) -> bool:
    """Its number; by "or", the number of the last."""
    joined = [child for child in named.rights if child.dep_ == "conj"]
    if joined and any(child.lower_ == "or" for child in named.children):
        return joined[-1].tag_ in {"NNS", "NNPS"}
    return is_plural(named)
