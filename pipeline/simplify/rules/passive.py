"""Who does it, first: "The dressing was removed by the nurse." → "The nurse removed the dressing."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import auxiliaries, subject_of
from pipeline.glossary import inflect
from pipeline.score.frequency import zipf
from pipeline.simplify.grammar import (
    AS_SUBJECT,
    denies,
    enclosed,
    inside_sentence,
    is_plural,
    modal,
    sentence,
    text_between,
    words,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ORDINARY = 3.5  # Zipf value from which a word is no mere name
_LONGEST = 6  # words of who does it: a long name at the start is no help
_AS_OBJECT = {"we": "us", "they": "them", "he": "him", "she": "her", "i": "me", "it": "it", "you": "you"}
_OWN = frozenset({"nsubjpass", "aux", "auxpass", "agent", "punct", "advmod"})


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The sentence in the active, where a person, a team or a named body does it and nothing is denied."""
    agent = next((child for child in main.rights if child.dep_ == "agent" and child.lower_ == "by"), None)
    thing = subject_of(main)
    if agent is None or thing is None or thing.dep_ != "nsubjpass" or denies(doc) or enclosed(doc, agent.i):
        return
    who = next((child for child in agent.rights if child.dep_ == "pobj"), None)
    if who is None or not _does_things(who) or any(child.dep_ == "conj" for child in (main, *main.children)):
        return
    named, done = _named(who), sorted(t.i for t in thing.subtree)
    if agent.conjuncts or who.conjuncts:
        return  # "by the nurse and the doctor", "by the nurse or by your family": all of them do it
    if any(child.dep_ in {"acl", "relcl"} for child in who.rights):
        return  # "by nurses using one form": what they use would stand behind something else
    if len(named) > _LONGEST or named[0] != agent.i + 1 or not _in_one_piece(named) or not _in_one_piece(done):
        return
    if thing.pos_ == "PROPN" and zipf(thing.lower_) >= _ORDINARY and not thing.is_upper:
        return  # "Trust was won by the nurses": a word that only its place made a name
    verb = _active(main, who)
    adverbs = [t for t in main.lefts if t.dep_ == "advmod" and t.i > thing.i]
    if verb is None or done[0] != _first(doc) or any(t.dep_ not in _OWN for t in main.lefts):
        return
    front = _subject_text(doc, who, named)
    how = "".join(f"{adverb.text} " for adverb in adverbs)
    helper, _, rest = verb.rpartition(" ")
    middle = f"{helper} {how}{rest}".strip()
    before = text_between(doc, main.i + 1, agent.i)
    after = text_between(doc, named[-1] + 1, len(doc))
    pieces = [front, middle, _object_text(doc, thing, done), before, after]
    yield (sentence(" ".join(piece for piece in pieces if piece.strip(" ."))),)


def _first(doc: Doc) -> int:
    return next((token.i for token in doc if not token.is_punct), 0)


def _named(who: Token) -> list[int]:
    """The noun with the words before it and its "of" behind it; what else follows tells where or when."""
    behind = {t.i for child in who.rights if child.lower_ == "of" for t in child.subtree}
    return sorted({t.i for t in who.subtree if t.i <= who.i} | behind)


def _in_one_piece(places: list[int]) -> bool:
    return places[-1] - places[0] + 1 == len(places)


def _does_things(who: Token) -> bool:
    """A person, people, a team, or a body with a name: of a thing, the active may say too much."""
    if who.pos_ == "PRON":
        return who.lower_ in AS_SUBJECT
    lemma = who.lemma_.lower()
    if who.pos_ == "PROPN" and who.is_upper and len(who) > 1:
        return True
    return who.pos_ in {"NOUN", "PROPN"} and (lemma in words("person") or lemma in words("body"))


def _active(main: Token, who: Token) -> str | None:
    """The verb in the active with the tense and the helper of the passive; None for a form that is not surely known."""
    helpers = [helper.lower_ for helper in auxiliaries(main)]
    many = is_plural(who) or who.lower_ in {"you", "us", "them", "me"}
    lemma = main.lemma_.lower()
    possible = modal(main)
    if possible is not None:
        return f"{possible.text} {lemma}" if helpers[1:] == ["be"] else None
    if helpers in (["is"], ["are"], ["am"]):
        return lemma if many else inflect.verb(lemma, "third")
    if helpers in (["was"], ["were"]):
        return inflect.verb(lemma, "past")
    if helpers in (["has", "been"], ["have", "been"]):
        return f"{'have' if many else 'has'} {inflect.verb(lemma, 'participle')}"
    return None


def _subject_text(doc: Doc, who: Token, named: list[int]) -> str:
    if who.pos_ == "PRON":
        return AS_SUBJECT[who.lower_]
    return text_between(doc, named[0], named[-1] + 1)


def _object_text(doc: Doc, thing: Token, done: list[int]) -> str:
    if thing.pos_ == "PRON" and len(done) == 1:
        return _AS_OBJECT.get(thing.lower_, thing.lower_)
    return inside_sentence(doc[done[0]], text_between(doc, done[0], done[-1] + 1))
