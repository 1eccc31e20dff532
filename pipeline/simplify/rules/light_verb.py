"""A verb for a weak verb and its noun: "leads to a significant reduction in pain" → "significantly reduces pain"."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pipeline.clauses import auxiliaries, subject_of
from pipeline.features import features
from pipeline.glossary import inflect
from pipeline.simplify.grammar import enclosed, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FORMS = {"VB": "base", "VBP": "base", "VBZ": "third", "VBG": "gerund"}
_ARTICLES = frozenset({"a", "an"})


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The sentence with one weak verb and its noun told as one verb, the nearest to its start first."""
    del main
    rows, seen = _table()["noun"], features(doc)
    for noun in (doc[at] for at, lemma in enumerate(seen.lemmas) if lemma in rows):
        row = rows[seen.lemmas[noun.i]]
        if noun.pos_ != "NOUN" or enclosed(doc, noun.i):
            continue
        verb = _weak_verb(noun, row["with"])
        adverb = _adverb(noun, row["verb"])
        if verb is None or adverb is None or verb.i > noun.i:
            continue
        preposition = _preposition(noun, verb, row["prepositions"])
        if preposition is None:
            continue
        form = _form(verb)
        if form is None or not _stands_together(verb, noun):
            continue
        words = [adverb, inflect.verb(row["verb"], form), row["prepositions"][preposition.lower_]]
        told = " ".join(word for word in words if word)
        yield (seen.text[: verb.idx] + told + " " + seen.text[doc[preposition.i + 1].idx :],)


def dropped(doc: Doc) -> Collection[str]:
    """The weak verbs, the nouns and the adjectives that another word stands for."""
    table = _table()
    weak = {part for row in table["noun"].values() for verb in row["with"] for part in verb.split()}
    return [
        token.lower_
        for token in doc
        if token.lemma_.lower() in weak | table["noun"].keys() or token.lower_ in table["adverb"]
    ]


def _weak_verb(noun: Token, verbs: Collection[str]) -> Token | None:
    """The verb whose object the noun is, behind its own preposition in "leads to"."""
    head = noun.head
    if noun.dep_ == "dobj" and head.lemma_.lower() in verbs and head.pos_ == "VERB":
        return head
    if noun.dep_ == "pobj" and head.dep_ == "prep" and f"{head.head.lemma_.lower()} {head.lower_}" in verbs:
        return head.head if head.head.pos_ == "VERB" and head.i == head.head.i + 1 else None
    return None


def _form(verb: Token) -> str | None:
    """The form the new verb takes; None for passives and for what may be a passive in disguise."""
    if is_passive(verb) or any(child.dep_ in {"dative", "conj", "cc", "prt"} for child in verb.children):
        return None
    if verb.dep_ in {"conj", "amod"} or (verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl"}):
        return None  # "smoking, leading to an increase in blood pressure": whose doing "increasing" is would be unclear
    if verb.tag_ == "VBN":
        return "participle" if any(helper.lemma_ == "have" for helper in auxiliaries(verb)) else None
    if verb.tag_ == "VBD":
        return "past" if subject_of(verb) is not None else None
    return _FORMS.get(verb.tag_)


def _stands_together(verb: Token, noun: Token) -> bool:
    """Nothing between the two but the noun's own words and the verb's preposition."""
    own = set(noun.subtree)
    return all(token in own or token == noun.head for token in verb.doc[verb.i + 1 : noun.i])


def _adverb(noun: Token, verb: str) -> str | None:
    """The adverb for the one adjective before the noun, "" where none is; None where other words are."""
    before = [child for child in noun.lefts if child.lower_ not in _ARTICLES]
    if any(child.dep_ in {"conj", "cc", "relcl", "appos", "acl"} for child in noun.children) or noun.dep_ == "conj":
        return None
    if not before:
        return ""
    if len(before) > 1 or before[0].dep_ != "amod" or any(True for _ in before[0].children):
        return None
    adverb = _table()["adverb"].get(before[0].lower_)
    return adverb if adverb is not None and verb in _table()["goes_with"].get(adverb, ()) else None


def _preposition(noun: Token, verb: Token, prepositions: Collection[str]) -> Token | None:
    """The preposition right behind the noun that leads to what is done to, the only one the noun has."""
    behind = [child for child in (*noun.rights, *verb.rights) if child.dep_ == "prep" and child.i > noun.i]
    if len(behind) != 1 or behind[0].i != noun.i + 1 or behind[0].lower_ not in prepositions:
        return None
    thing = next((child for child in behind[0].rights if child.dep_ == "pobj"), None)
    if thing is None or thing.pos_ not in {"NOUN", "PROPN"} or thing.like_num:
        return None
    if any(child.dep_ in {"cc", "conj"} for child in behind[0].children):
        return None
    others = (token for token in thing.subtree if token.i > thing.i)
    if any(token.lower_ in prepositions and token.nbor(-1).lower_ in {"and", "or", ","} for token in others):
        return None  # "an effect on sleep and on mood": the second "on" would hang in the air
    if any(token.lemma_.lower() in _table()["noun"] for token in noun.doc[thing.i + 1 :]):
        return None  # "a reduction in pain and, as a result, an increase in strength"
    measured = any(token.like_num or token.text == "%" for token in thing.subtree)
    return None if measured else behind[0]  # "a reduction in pain of 30 %", "a decrease of 5 mg"


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("light_verb.toml").read_text("utf-8"))
