"""Two long verb phrases with one subject: "The scan shows the nerve and helps …" → "… nerve. It helps …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import auxiliaries, is_finite, subject_of
from pipeline.simplify.grammar import (
    claims,
    denies,
    enclosed,
    following_conjuncts,
    is_passive,
    modal,
    pronoun,
    sentence,
    words,
)
from pipeline.simplify.rules.scope import fronted, reaches_on

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LEAST = 5  # words of each verb phrase
_OPENING = {"and": "", "but": "But "}
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "prep", "xcomp", "agent", "dative", "oprd"})


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The first verb phrase, then the second with the subject again and the auxiliaries it shared."""
    conjuncts = list(following_conjuncts(main))
    if len(conjuncts) != 1 or denies(doc) or claims(main) or fronted(main):
        return
    if any(c.lower_ in words("shared_adverb") for c in main.lefts):
        return
    second, first_subject = conjuncts[0], subject_of(main)
    if first_subject is None or subject_of(second) is not None or claims(second):
        return
    conjunction = next((t for t in main.rights if t.dep_ == "cc" and t.lower_ in _OPENING and t.i < second.i), None)
    who = pronoun(first_subject)
    if who == "It" and any(t.like_num and t.lower_ not in {"one", "1"} for t in doc[: first_subject.i]):
        return  # "two placebo controlled studies": the parser may not have found the noun they are
    if conjunction is None or who is None or enclosed(doc, conjunction.i):
        return
    if reaches_on(doc, main, conjunction.i, contrast=False):
        return
    if any(is_finite(t) and t != main for t in doc[main.i + 1 : conjunction.i]):
        return  # "… patients who are at risk and should be tested": it may go with the nearer verb
    start, own = min(t.i for t in second.subtree), set(second.subtree)
    tail = doc[conjunction.i + 1 :]
    if start != conjunction.i + 1 or not all(t in own or t.is_punct for t in tail):
        return
    if not any(child.dep_ in _COMPLEMENTS and child.i < conjunction.i for child in main.rights):
        return  # "freezes and destroys the tissue": the object belongs to both
    if _is_for_some(tail) and not _is_for_some(doc[: conjunction.i]):
        return  # "… is safe and reduces pain in adults": the adults may belong to both
    if not _agrees(main, who):
        return  # "Text reminders were …": the parser has taken another word for the subject
    helpers = _shared(main, second)
    if helpers is None or (helpers == "" and not _agrees(second, who)):
        return
    if len(tail) <= _LEAST or conjunction.i - main.i < _LEAST - 1:
        return
    opening = _OPENING[conjunction.lower_]
    again = who.lower() if opening and who != "I" else who
    yield sentence(doc[: conjunction.i].text), sentence(f"{opening}{again} {helpers}{tail.text}")


def _is_for_some(part: Span) -> bool:
    """Whether it tells for whom something holds: "in adults", "among women over 60"."""
    people = {"people", *words("person")}
    return any(
        t.dep_ == "pobj" and t.lemma_.lower() in people and t.head.lower_ in {"in", "among", "for"} for t in part
    )


def _agrees(verb: Token, who: str) -> bool:
    """As in "It is", "They are": the verb has the number of the pronoun."""
    first = (*auxiliaries(verb), verb)[0]
    many = who in {"They", "We", "You"}
    if first.lower_ in {"is", "was", "has"} or first.tag_ == "VBZ":
        return not many
    return many or who == "I" or (first.tag_ in {"MD", "VBD"} and first.lower_ != "were")


def _shared(main: Token, second: Token) -> str | None:
    """The first verb's auxiliaries that the second needs too ("can ", "was "), or None where they do not fit."""
    if is_finite(second):
        if modal(main) is not None and second.tag_ == "VBP":
            return None  # "should be kept and take into account": the tag says present, the "should" says otherwise
        if second.tag_ == "VBD" and any(t.lemma_ == "have" for t in auxiliaries(main)):
            return None  # "has led the team and won the cup": the "has" holds for both
        # "were enrolled and divided", "may be safe and linked to …": the parser may take a participle for a past
        shares = is_passive(main) or main.lemma_ == "be" or modal(main) is not None
        unsure = second.tag_ == "VBD" and shares and not any(c.dep_ == "dobj" for c in second.children)
        return None if unsure else ""
    if auxiliaries(second):
        return None
    helpers = auxiliaries(main)
    fitting = {"VB": {"VB"}, "VBN": {"VBN", "VBD"}, "VBG": {"VBG"}, "VBD": {"VBN", "VBD"}}
    if not helpers or main.tag_ not in fitting.get(second.tag_, set()):
        return None
    if second.tag_ == "VBN" and is_passive(main) and any(c.dep_ == "dobj" for c in second.children):
        return None
    return "".join(f"{helper.text} " for helper in helpers)
