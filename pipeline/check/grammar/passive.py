"""grammar.passive: a verb in the passive voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.check.grammar.lexicon import words
from pipeline.check.grammar.parses import Parsed, is_denied, is_order, parsed
from pipeline.check.subject import Subject
from pipeline.clauses import auxiliaries, subject_of
from pipeline.findings import Finding

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_AGENT = 6  # words
_LONGEST_SHOWN = 6  # words
_PERFECT = frozenset({"has", "have"})  # "has been taken" is no instruction, "has to be taken" is one
_NOTHING = frozenset({"no", "nothing", "none", "neither", "nobody", "few", "little"})
_TITLE = re.compile(r"[A-Z][a-z]{0,3}\.")  # or an initial
_IN_NAMES = frozenset({"-", "'s", "’s"})
_THINGS = frozenset({"NN", "NNS", "NNP", "VBG", "PRP", "DT", "PRP$", "JJ"})  # "used to the heat", not "used to heat"


def check(subject: Subject) -> Iterator[Finding]:
    """Participles with "be" or "get", less those that say what something is like."""
    for one in parsed(subject):
        for verb in one.doc:
            helpers = auxiliaries(verb)
            if helpers and _is_passive(verb, helpers) and not one.is_quoted(verb):
                yield _finding(subject, one, verb, helpers)


def _is_passive(verb: Token, helpers: tuple[Token, ...]) -> bool:
    passive = [helper for helper in helpers if helper.dep_ == "auxpass"]
    if not passive or verb.tag_ != "VBN" or not verb.is_alpha or verb.lower_ in words("passive", "adjectives"):
        return False
    if _is_accustomed(verb) or _is_described(verb):
        return False
    if passive[-1].lemma_ == "get":
        return _is_done_by_others(verb) or _may_happen(verb, helpers)
    if passive[-1].lemma_ != "be":
        return False
    if verb.lower_ in words("passive", "states") or _is_composed(verb):
        is_event = passive[-1].lower_ == "being" or _agent(verb) is not None or _is_event(verb, helpers)
        return is_event or _is_about_things(verb, helpers)
    return True


def _is_event(verb: Token, helpers: tuple[Token, ...]) -> bool:
    """As in "pain may be reduced", "people were divided into two groups", "your record will be linked to your name"."""
    word, first = verb.lower_, helpers[0].lower_
    own = _patient_of(verb)
    if any(child.lower_ == "well" for child in verb.lefts):  # "the study was well designed"
        return False
    if word in words("passive", "minds") and own is not None and own.lower_ in words("passive", "people"):
        return False
    if word in words("passive", "planned"):
        return first in {"will", "'ll", "’ll"}
    if first in {"was", "were"}:
        return word in words("passive", "past_events")
    return first in words("passive", "modals") and word in words("passive", "events")


def _may_happen(verb: Token, helpers: tuple[Token, ...]) -> bool:
    """As in "you may get bitten"; not "you may get tested", which readers see to, nor how they are."""
    silent = words("passive", "arranged") | words("passive", "states")
    return helpers[0].lower_ in words("passive", "happening") and verb.lower_ not in silent


def _is_about_things(verb: Token, helpers: tuple[Token, ...]) -> bool:
    """As in "the leg should be elevated", "a bed has been reserved"; not "you must be prepared", of how somebody is."""
    own = _patient_of(verb)
    is_person = own is not None and own.lower_ in words("passive", "people")
    is_done = helpers[0].lower_ in _PERFECT and verb.lower_ in words("passive", "deeds")
    return not is_person and not _is_composed(verb) and (is_done or _is_instruction(verb, helpers))


def _patient_of(verb: Token) -> Token | None:
    """What it is done to: the subject of the verb, or of the one that governs it."""
    return subject_of(verb) or (subject_of(verb.head) if verb.dep_ == "xcomp" else None)


def _is_done_by_others(verb: Token) -> bool:
    """Not "get tested" as an order or of "you": that is how a plain text says it."""
    own = subject_of(verb)
    return own is not None and own.lower_ not in {"you", "i", "we"} and not is_order(verb)


def _is_accustomed(verb: Token) -> bool:
    """As in "your body is used to the medicine"."""
    after = verb.nbor(1) if verb.i + 2 < len(verb.doc) else None
    return verb.lower_ == "used" and after is not None and after.lower_ == "to" and after.nbor(1).tag_ in _THINGS


def _is_composed(verb: Token) -> bool:
    """As in "is made of metal"."""
    return verb.lower_ == "made" and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in {"of", "from", "up"}


def _is_described(verb: Token) -> bool:
    """As in "very tired": only an adjective takes "very"; "too" and "so" before it say the same."""
    return any(child.lower_ in {"very", "too", "so", "quite"} and child.i == verb.i - 1 for child in verb.lefts)


def _finding(subject: Subject, one: Parsed, verb: Token, helpers: tuple[Token, ...]) -> Finding:
    agent = _agent(verb)
    particle = [child for child in verb.rights if child.dep_ == "prt"]
    place = [*helpers, verb, *particle[:1]]
    shown = _shown(place)
    tail = "." if agent is not None else ": it does not say who does it."
    return one.found(
        subject, "grammar.passive", place, f"“{shown}” is passive{tail}", _hint(verb, helpers, agent, particle)
    )


def _shown(place: list[Token]) -> str:
    """The words as written ("is not given"); where many stand between them, helpers and verb with "…"."""
    first, last = place[0], place[-1]
    if last.i - first.i < _LONGEST_SHOWN:
        return first.doc[first.i : last.i + 1].text
    return f"{first.text} … {last.text}"


def _hint(verb: Token, helpers: tuple[Token, ...], agent: str | None, particle: list[Token]) -> str:
    bare = " ".join([verb.lemma_.lower(), *(token.lower_ for token in particle[:1])])
    if agent is not None:
        return f"Begin with who or what does it: “{agent} …”, then “{bare}” in the active."
    if verb.lower_ in words("passive", "permitting"):
        return _hint_of_rule(verb)
    if _is_instruction(verb, helpers) and bare not in words("passive", "no_orders"):
        adverbs = [t.lower_ for t in verb.lefts if t.dep_ == "advmod" and t.i > helpers[0].i]
        order = " ".join([*(["do not"] if _is_forbidden(verb) else []), *adverbs, bare])
        order = order[0].upper() + order[1:]
        return f"If the reader does this, give the order: “{order} …”. If staff do it, say so: “Your care team …”."
    return f"Say who does it (“you”, “we”, “your care team”) and use “{bare}” in the active."


def _hint_of_rule(verb: Token) -> str:
    if _is_forbidden(verb):
        return "Tell the reader what not to do: “Do not …”."
    return "Tell the reader what is allowed: “You may …”, “You can …”."


def _is_instruction(verb: Token, helpers: tuple[Token, ...]) -> bool:
    """As in "should be taken", "needs to be taken", "is to be taken"; not "need not be taken", which sets free."""
    instructing = words("passive", "instructing")
    if verb.dep_ == "xcomp" and helpers[0].lower_ == "to":
        governor = verb.head
        if any(child.lower_ == "yet" for child in governor.children):  # "has yet to be proven"
            return False
        if governor.lower_ in {"is", "are"}:
            return not auxiliaries(governor)
        return governor.lower_ in instructing and not is_denied(governor) and not _is_forbidden(verb)
    needs_not = helpers[0].lower_ == "need" and is_denied(verb)
    return helpers[0].lower_ in instructing - _PERFECT and not needs_not


def _is_forbidden(verb: Token) -> bool:
    """As in "should not be taken", "no food should be eaten"."""
    own = _patient_of(verb)
    return (
        is_denied(verb)
        or (verb.dep_ == "xcomp" and is_denied(verb.head))
        or (own is not None and any(t.lower_ in _NOTHING for t in own.subtree))
    )


def _agent(verb: Token) -> str | None:
    """Who does it, as "by …" names it; None for "by mouth", "by 5 %", "by resting" and very long ones."""
    for child in verb.rights:
        if child.dep_ != "agent" or child.lower_ != "by":
            continue
        for noun in child.rights:
            if noun.dep_ == "pobj" and noun.pos_ in {"NOUN", "PROPN", "PRON"} and not _is_means(noun, verb):
                return _named(noun)
    return None


def _is_means(noun: Token, verb: Token) -> bool:
    """Whether a thing without an article is how it is done ("by skin puncture"), and not what does it ("by stress")."""
    is_person = noun.lower_ in words("passive", "doers") or noun.lower_.endswith("ist")
    has_article = any(child.dep_ in {"det", "poss", "nummod"} for child in noun.lefts)
    is_bare = noun.tag_ == "NN" and not has_article and not is_person
    return noun.lower_ in words("passive", "means") or (
        is_bare and verb.lemma_.lower() not in words("passive", "causing")
    )


def _named(noun: Token) -> str | None:
    first = noun.left_edge.i
    phrase = noun.doc[first : noun.i + 1]
    if not all(t.is_alpha or t.text in _IN_NAMES or _TITLE.fullmatch(t.text) for t in phrase):
        return None
    if len(phrase) > _LONGEST_AGENT or noun.lower_ in {"which", "whom", "what", "itself", "themselves"}:
        return None
    return phrase.text
