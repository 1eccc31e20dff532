"""grammar.instruction-not-imperative: an instruction about "patients" instead of to the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.check.grammar.lexicon import words
from pipeline.check.grammar.parses import Parsed, is_denied, parsed
from pipeline.check.subject import Subject
from pipeline.clauses import auxiliaries, subject_of
from pipeline.findings import Finding

if TYPE_CHECKING:
    from spacy.tokens import Token

_YOU = frozenset({"you", "your", "yours", "yourself"})
_DETERMINERS = frozenset({"the", "all", "any", "every", "each"})


def check(subject: Subject) -> Iterator[Finding]:
    """Such as "patients should take …", "the patient must not eat …", "patients are asked to arrive …"."""
    everything = list(parsed(subject))
    speaks_to_reader = any(token.lower_ in _YOU for one in everything for token in one.doc)
    for one in everything:
        for verb in one.doc:
            own = subject_of(verb)
            if own is not None and _is_reader(own, speaks_to_reader) and not one.is_quoted(verb):
                deed = _deed(verb, speaks_to_reader)
                if deed is not None:
                    yield _finding(subject, one, own, verb, deed)


def _is_reader(own: Token, speaks_to_reader: bool) -> bool:
    """Whether the subject is "patients" or "the patient" and no more than that."""
    word = own.lemma_.lower()
    if word not in words("instruction", "readers") or own.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if word in words("instruction", "doubtful") and not speaks_to_reader:
        return False
    return all(child.dep_ == "det" and child.lower_ in _DETERMINERS for child in own.children)


def _deed(verb: Token, speaks_to_reader: bool) -> Token | None:
    """What is to be done: "take" in "should take", "needs to take", "are asked to take".

    The last is also how a study tells its method, so it counts only in a text that says "you" elsewhere.
    """
    if verb.dep_ in {"ccomp", "relcl", "acl"}:
        return None
    helpers = [helper.lower_ for helper in auxiliaries(verb)]
    if len(helpers) == 1 and helpers[0] in words("instruction", "must"):
        deed: Token | None = verb
    elif (verb.lemma_.lower() in {"need", "have"} and not helpers and verb.tag_ in {"VBP", "VBZ"}) or (
        speaks_to_reader and verb.lower_ in words("instruction", "told") and helpers in (["are"], ["is"])
    ):
        deed = _infinitive(verb)
    else:
        return None
    is_deed = deed is not None and deed.tag_ == "VB" and deed.lemma_.lower() not in words("instruction", "states")
    return deed if is_deed else None


def _infinitive(verb: Token) -> Token | None:
    return next((t for t in verb.rights if t.dep_ == "xcomp" and [a.lower_ for a in auxiliaries(t)] == ["to"]), None)


def _finding(subject: Subject, one: Parsed, own: Token, verb: Token, deed: Token) -> Finding:
    place = [own.left_edge, own, verb, deed]
    shown = one.doc[own.left_edge.i : deed.i + 1].text
    adverbs = [t.lower_ for t in deed.lefts if t.dep_ == "advmod" and t.i > own.i]
    denied = is_denied(verb) or is_denied(deed)
    order = " ".join([*(["do not"] if denied else []), *adverbs, deed.lower_])
    order = order[0].upper() + order[1:]
    return one.found(
        subject,
        "grammar.instruction-not-imperative",
        place,
        f"“{shown}” talks about the reader, not to the reader.",
        f"Say “{order} …”, or “You …”.",
    )
