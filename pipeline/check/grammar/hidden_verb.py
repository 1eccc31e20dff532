"""grammar.hidden-verb: a noun that does the work of a verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from pipeline.check.grammar.lexicon import phrases, table
from pipeline.check.grammar.parses import Parsed, parsed
from pipeline.check.subject import Subject
from pipeline.findings import Finding

if TYPE_CHECKING:
    from spacy.tokens import Token

_CODE = "grammar.hidden-verb"
_LONGEST_SHOWN = 6  # words
_CARRY = frozenset({"carry", "carries", "carried", "carrying"})  # out
_ARTICLES = frozenset({"a", "an", "the", "any", "some", "no"})
_NOT_DONE_TO = frozenset({"choice", "action", "life", "course", "time"})  # "the treatment of choice"
_COMPLEMENTS = frozenset({"ccomp", "oprd", "acomp"})  # "made assessment difficult"
_WITH_OF = frozenset({"for", "in", "by", "after", "before", "during", "through", "with", "without"})


def check(subject: Subject) -> Iterator[Finding]:
    """Such as "make a decision", "an assessment was made", "after the removal of …"."""
    for one in parsed(subject):
        for noun in one.doc:
            if noun.tag_ in {"NN", "NNS"} and not one.is_quoted(noun):
                yield from _behind_light_verb(subject, one, noun)
                yield from _before_of(subject, one, noun)


@cache
def _verbs() -> dict[tuple[str, str], str]:
    """(light verb, noun) → the verb that says it."""
    return {
        (light, noun): verb
        for group in table("hidden-verb")["light"]
        for light in group["verbs"].split()
        for noun, verb in group["nouns"].items()
    }


def _behind_light_verb(subject: Subject, one: Parsed, noun: Token) -> Iterator[Finding]:
    light = _light_verb(noun)
    if light is None or not _is_bare(noun):
        return
    lemma = noun.lemma_.lower()
    better = _verbs().get((light.lemma_.lower(), lemma))
    if better is None or _is_kept(light, noun) or any(child.dep_ in _COMPLEMENTS for child in light.rights):
        return
    place = [light, noun, *(child for child in light.rights if child.dep_ == "prt" and child.i == light.i + 1)]
    if light.lower_ in _CARRY and len(place) == 2:
        return  # "carry", without "out"
    place.sort(key=lambda token: token.i)
    span = one.doc[place[0].i : place[-1].i + 1]
    shown = span.text if len(span) <= _LONGEST_SHOWN else f"{span[0].text} … {span[-1].text}"
    yield one.found(subject, _CODE, place, f"“{shown}” hides a verb in a noun.", f"Use the verb: “{better}”.")


def _light_verb(noun: Token) -> Token | None:
    """The verb whose object, or passive subject, the noun is."""
    return noun.head if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.pos_ == "VERB" else None


def _is_bare(noun: Token) -> bool:
    """Whether only an article and what the verb would take go with it, and no adjective or clause to be lost."""
    return all(
        (child.dep_ in {"det", "neg"} and child.lower_ in _ARTICLES)
        or child.dep_ in {"poss", "prep", "punct"}
        or (child.dep_ == "acl" and child.tag_ == "VB")
        for child in noun.children
    )


def _is_field(preposition: Token) -> bool:
    """As in "an increase in use of …": the noun before "in" says of what there is more, not how it comes about."""
    return preposition.lower_ == "in" and preposition.head.pos_ == "NOUN"


def _is_kept(light: Token, noun: Token) -> bool:
    kept = phrases("hidden-verb", "kept")
    bare = (light.lemma_.lower(), noun.lemma_.lower())
    return bare in kept or (bare[0], "a", bare[1]) in kept or (bare[0], "an", bare[1]) in kept


def _before_of(subject: Subject, one: Parsed, noun: Token) -> Iterator[Finding]:
    better = table("hidden-verb")["of"].get(noun.lower_)
    following = noun.nbor(1) if noun.i + 1 < len(one.doc) else None
    if better is None or following is None or following.lower_ != "of" or following.head != noun:
        return
    if any(child.lower_ in _NOT_DONE_TO for child in following.rights):
        return
    if not all(child.dep_ == "det" and child.lower_ == "the" for child in noun.lefts):
        return
    if noun.dep_ == "pobj" and (noun.head.lower_, noun.lower_) in phrases("hidden-verb", "kept_before_of"):
        return
    is_means = noun.dep_ == "pobj" and noun.head.lower_ in _WITH_OF and not _is_field(noun.head)
    is_subject = noun.dep_ == "nsubj" and next(noun.lefts, None) is not None
    if not (is_means or is_subject):
        return
    first = noun.left_edge
    shown = one.doc[first.i : following.i + 1].text
    yield one.found(
        subject, _CODE, [first, following], f"“{shown}” hides a verb in a noun.", f"Use the verb: “{better} …”."
    )
