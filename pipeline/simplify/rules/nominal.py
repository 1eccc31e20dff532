"""A verb for a noun that hides one: "helps in the reduction of pain" → "helps in reducing pain"."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pipeline.features import features
from pipeline.glossary import inflect
from pipeline.simplify.grammar import enclosed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AGAIN = frozenset({",", "and", "or", "e.g.", "but", "not", "also"})


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The sentence with one hidden verb shown, the nearest to its start first."""
    verbs, seen = _table()["verb"], features(doc)
    for noun in (doc[at] for at, word in enumerate(seen.words) if word in verbs):
        verb = verbs[seen.words[noun.i]]
        if noun.pos_ != "NOUN" or not _takes_doing(noun, main) or enclosed(doc, noun.i):
            continue
        start, of = _start(noun), noun.i + 1
        if start is None or of + 1 >= len(doc) or doc[of].lower_ != "of" or not _names_object(noun, doc[of]):
            continue
        after = seen.text[doc[of + 1].idx :]
        if _is_purpose(noun.head):
            yield (f"{seen.text[: noun.head.idx]}to {verb} {after}",)
            continue
        doing = inflect.verb(verb, "gerund")
        yield (seen.text[: doc[start].idx] + (doing.capitalize() if start == 0 else doing) + " " + after,)


def dropped(doc: Doc) -> Collection[str]:
    """The nouns whose verb is another word: "discontinuation", for which "stopping" stands."""
    return [word for word in features(doc).words if word in _table()["verb"]]


def _is_purpose(governor: Token) -> bool:
    """As in "is done for the removal of a tooth": what something is done for is told with "to"."""
    return governor.lower_ == "for" and governor.head.lemma_.lower() in _table()["before"]["purpose"]


def _start(noun: Token) -> int | None:
    """Where the noun's own words begin: "the" or nothing before it; None where more words belong to it."""
    own = list(noun.lefts)
    if any(child.lower_ != "the" for child in own):
        return None
    return own[0].i if own else noun.i


def _takes_doing(noun: Token, main: Token) -> bool:
    """Whether a doing word may stand where the noun stands."""
    if any(child.dep_ in {"conj", "cc", "relcl", "appos"} for child in noun.children) or noun.dep_ == "conj":
        return False
    if any(child.dep_ == "acl" and child.tag_ != "VB" for child in noun.children):
        return False  # "the use of cold to destroy" goes on as it is, "the use of tablets containing" may not
    governor = noun.head
    if noun.dep_ == "pobj":
        beside = governor.head.lower_ if governor.head != governor else ""
        if governor.lower_ == "of" and governor.head.pos_ != "NOUN":
            return False
        if governor.lower_ == "for" and governor.head.pos_ == "VERB" and not _is_purpose(governor):
            return False  # "was blamed for the creation of …" may read well, "asked for removing …" does not
        return governor.lower_ in _table()["before"]["prepositions"] and beside not in _table()["before"]["fixed"]
    if noun.dep_ == "dobj":
        return governor.lemma_.lower() in _table()["before"]["verbs"] and governor.tag_ != "VBG"
    return noun.dep_ == "nsubj" and governor == main and main.tag_ in {"VBZ", "MD"} and main.lemma_ != "be"


def _names_object(noun: Token, of: Token) -> bool:
    """What is done to follows, nobody who does it, and no second noun that the "of" goes with."""
    if of.head != noun or any(
        child.dep_ == "prep" and child.lower_ in {"by", "between", "as"} for child in noun.children
    ):
        return False
    thing = next((child for child in of.rights if child.dep_ == "pobj"), None)
    if (
        thing is None
        or thing.pos_ not in {"NOUN", "PROPN"}
        or any(child.dep_ in {"cc", "conj"} for child in of.children)
    ):
        return False  # "the use of stockings and of bandages": the second "of" would hang in the air
    if any(token.lower_ == "of" and token.nbor(-1).lower_ in _AGAIN for token in of.doc[of.i + 1 :]):
        return False  # "the reduction of irritants, e.g. of dust"
    return not any(child.dep_ == "prep" and child.lower_ in {"by", "as"} for child in thing.children)


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("nominal.toml").read_text("utf-8"))
