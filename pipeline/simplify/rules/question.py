"""A question for a noun that hides one: "assess the effectiveness of the drug" → "assess how well the drug works".

The noun must be the object of a word that takes a question ("assess", "depends on"), and nothing else may lean on it.
Where that is in doubt, for what the parser attaches elsewhere too, the noun stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.clauses import is_finite
from pipeline.features import features
from pipeline.glossary import inflect
from pipeline.simplify.grammar import enclosed, is_past
from pipeline.simplify.rules import question_table
from pipeline.simplify.rules.thing import Thing, owner, thing_after

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from pipeline.simplify.rules.question_table import Question

_BY_MEANS = frozenset({"by", "using", "via", "through", "between", "versus", "vs", "than", "and/or"})
_ENDS = frozenset({".", ";"})
_MORE = frozenset({"VB", "VBD", "VBZ", "VBP", "TO"})
_AGAIN = frozenset({"and", "or", "as"})
_LEANING = frozenset({"of", "on", "to", "its", "their", "the", "a", "an"})
_LINKS = frozenset({"of", "on"})
_NEAR = 6  # words


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The sentence with one noun turned, the nearest to its start first."""
    hiding = question_table.by_noun()
    for noun in (doc[at] for at, word in enumerate(features(doc).words) if word in hiding):
        if noun.pos_ != "NOUN" or enclosed(doc, noun.i):
            continue
        for asked in _questions(noun):
            text = _turned(noun, asked, main)
            if text is not None:
                yield (text,)
                break


def dropped(doc: Doc) -> Collection[str]:
    """The nouns for which the questions stand."""
    return [word for word in features(doc).words if word in question_table.by_noun()]


def _turned(noun: Token, asked: list[Question], main: Token) -> str | None:
    """The sentence with the question for one noun, or for two joined by "and", that say something of one thing."""
    doc, last = noun.doc, noun.i + 2 * (len(asked) - 1)
    if any(token.lower_ in _BY_MEANS for token in doc[noun.i :]) or _goes_on(noun, last):
        return None
    whose = owner(noun)
    first = asked[0]
    if whose is not None:
        start, thing, end = whose.start, whose, last + 1
        if first.meets and (end >= len(doc) or doc[end].lower_ != first.meets):
            return None
        end += bool(first.meets)
    else:
        start = noun.i - 1 if doc[noun.i - 1].lower_ == "the" else noun.i
        if [child.i for child in noun.lefts] not in ([], [start]) or last + 1 >= len(doc):
            return None
        found = thing_after(doc[last + 1], first.link, meets=first.meets or None, doing=first.doing)
        if found is None:
            return None
        thing, end = found, found.end
    if any(question.of and thing.lemma not in question.of for question in asked):
        return None
    if first.meets or thing.doing is not None:
        if _leans_back(doc, end):
            return None
    elif not _may_end(doc, end, first):
        return None
    said = _said(asked, thing, past=_told_in_past(noun, main))
    text = features(doc).text
    rest = text[doc[end].idx :] if end < len(doc) else ""
    gap = "" if end < len(doc) and doc[end].is_punct else " "
    return text[: doc[start].idx] + said + gap + rest


def _said(asked: list[Question], thing: Thing, *, past: bool) -> str:
    parts = [_one(asked[0], thing.text, thing, past=past)]
    parts += [_one(other, "they" if thing.plural else "it", thing, past=past) for other in asked[1:]]
    return " and ".join(parts)


def _one(question: Question, name: str, thing: Thing, *, past: bool) -> str:
    if thing.doing is not None:
        return f"{question.word} it is to {thing.doing}"
    verb = _inflected(question.verb, plural=thing.plural and question.meets != "", past=past and question.past)
    if question.meets == "":
        return f"{question.word} {verb} {name}"  # "what causes the pain"
    return f"{question.word} {name} {verb}"


def _inflected(verb: str, *, plural: bool, past: bool) -> str:
    head, blank, rest = verb.partition(" ")
    if head == "be":
        return (("were" if plural else "was") if past else ("are" if plural else "is")) + blank + rest
    return inflect.verb(verb, "past" if past else "base" if plural else "third")


def _leans_back(doc: Doc, end: int) -> bool:
    """Whether more is said of the noun later: "the effects of salt on the heart and of sugar on the teeth"."""
    rest = [token.lower_ for token in doc[end:]]
    return any(
        word in _AGAIN and following in _LEANING and not _LINKS.isdisjoint(rest[at + 1 : at + _NEAR])
        for at, (word, following) in enumerate(pairwise(rest))
    )


def _may_end(doc: Doc, end: int, question: Question) -> bool:
    """Whether what follows the question cannot be taken for a part of its thing."""
    if end >= len(doc) or doc[end].text in _ENDS:
        return True
    following = doc[end + 1] if end + 1 < len(doc) else doc[end]
    if doc[end].lower_ in {*question.tail, *question.tail_doing}:
        named = doc[end - 1].text[0].isupper() and following.text[0].isupper()  # "Resources for Effective Parenting"
        kind = doc[end].lower_ in question.tail or following.tag_ == "VBG"
        return kind and not named and doc[end].pos_ == "ADP" and not doc[end - 1].lower_.endswith("ing")
    return doc[end].lower_ == "and" and following.tag_ in _MORE


def _goes_on(noun: Token, last: int) -> bool:
    """Whether more nouns are joined to it than the ones that are turned, or a clause describes it."""
    if (
        noun.dep_ == "conj"
        or noun.doc[noun.i - 2].lower_ in _AGAIN
        or any(child.dep_ in {"relcl", "acl", "appos"} for child in noun.children)
    ):
        return True
    joined = [child for child in noun.children if child.dep_ in {"conj", "cc"}]
    return any(child.i > last for child in joined) or (last == noun.i and bool(joined))


def _questions(noun: Token) -> Iterator[list[Question]]:
    """The questions for the noun, with the one for the noun that "and" joins to it."""
    joined = noun.doc[noun.i + 1 : noun.i + 3]
    own = question_table.asked(noun, noun)
    if len(joined) < 2 or joined[0].lower_ != "and" or joined[1].lower_ not in question_table.by_noun():
        yield from ([question] for question in own)
        return
    for question in own:
        for other in question_table.asked(joined[1], noun):
            if question.meets is None and other.meets is None and not question.doing:
                yield [question, other]


def _told_in_past(noun: Token, main: Token) -> bool:
    """The tense of the nearest verb above it."""
    verb = next((above for above in noun.ancestors if above.pos_ in {"VERB", "AUX"} and is_finite(above)), main)
    return is_past(verb)
