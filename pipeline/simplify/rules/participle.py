"""What follows after a comma: "…, reducing the risk of falls." → "… This reduces the risk of falls."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.clauses import auxiliaries, subject_of
from pipeline.features import features
from pipeline.glossary import inflect
from pipeline.simplify.grammar import (
    denies,
    enclosed,
    following_conjuncts,
    is_passive,
    is_past,
    is_plural,
    modal,
    pronoun,
    sentence,
    words,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEAST = 4  # words after the comma
_LISTABLE = frozenset({"pcomp", "xcomp", "dobj", "nsubj", "attr", "advcl", "acl", "conj"})
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp"})


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The clause, then what it brings about ("This …") or what its subject has ("It …"), in the same tense."""
    if main.lemma_.lower() in words("claim"):
        return
    if "VBG" not in features(doc).tags:
        return
    for verb in doc[main.i + 1 :]:
        if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl", "conj"}:
            continue
        own = sorted(verb.subtree, key=lambda t: t.i)
        start = own[0].i
        if start < 2 or doc[start - 1].text != "," or enclosed(doc, start):
            continue
        if _is_list_item(doc, main, verb) or denies(doc, end=start):
            continue  # "This" would be what did not happen
        if not all(t in verb.subtree or t.is_punct for t in doc[start:]) or len(doc) - start <= _LEAST:
            continue
        yield from _as_sentence(doc, main, verb, start)


def _is_list_item(doc: Doc, main: Token, verb: Token) -> bool:
    """As in "include washing hands, covering coughs, and airing rooms": the next of a list, not a result."""
    more = [t for t in verb.rights if t.dep_ == "conj"]
    earlier = any(t.tag_ == "VBG" and t.dep_ in _LISTABLE for t in doc[: verb.i])
    if earlier and main.lemma_.lower() in words("listing"):
        return True
    return bool(more) and (earlier or any(t.dep_ == "cc" and t.nbor(-1).text == "," for t in verb.rights))


def _as_sentence(doc: Doc, main: Token, verb: Token, start: int) -> Iterator[tuple[str, ...]]:
    last = [verb, *following_conjuncts(verb)][-1]
    if not any(c.dep_ in _OBJECTS for c in (*verb.rights, *last.rights)) and verb.lemma_.lower() not in words("result"):
        return  # ", increasing from 3 to 9": no effect on anything
    who = _who(main, verb)
    if who is None or any(t.pos_ != "ADV" for t in doc[start : verb.i]):
        return
    subject_again, many = who
    helper = _helper(main, subject_again)
    if helper is None or (helper and any(token.lower_ in words("doubt") for token in doc[start : verb.i])):
        return
    tense = _Tense(is_past(main), helper, many)
    second = _finite_again(doc, verb, start, tense)
    if second is not None:
        yield sentence(doc[: start - 1].text), sentence(f"{subject_again} {second}")


def _helper(main: Token, who: str) -> str | None:
    """The auxiliary the new verbs need: the modal again, "has", or none (""); None where no form says the same.

    What may happen may have its effect: a bare "causes" would claim more. Advice ("should") has no effect of its own.
    """
    possible = modal(main)
    if possible is not None:
        again = who == "This" and possible.lower_ in {"may", "might", "can", "could"}
        return possible.lower_ if again else None
    return "has" if any(t.lower_ in {"has", "have"} for t in auxiliaries(main)) else ""


@dataclass(frozen=True, slots=True)
class _Tense:
    """How the new sentence's verbs are put."""

    past: bool
    helper: str
    many: bool

    def verb(self, lemma: str) -> str:
        if self.helper == "has":
            return f"{'have' if self.many else 'has'} {inflect.verb(lemma, 'participle')}"
        if self.helper:
            return f"{self.helper} {lemma}"
        return inflect.verb(lemma, "past" if self.past else "base" if self.many else "third")

    def next_verb(self, lemma: str) -> str:
        """A verb after "and", which shares a modal."""
        return lemma if self.helper not in {"", "has"} else self.verb(lemma)

    @property
    def be(self) -> str:
        if self.helper == "has":
            return "have been" if self.many else "has been"
        if self.helper:
            return f"{self.helper} be"
        return ("were" if self.many else "was") if self.past else ("are" if self.many else "is")


def _finite_again(doc: Doc, verb: Token, start: int, tense: _Tense) -> str | None:
    """The participle clause with finite verbs: "reducing A and improving B" → "reduces A and improves B"."""
    pieces = {verb.i: tense.verb(verb.lemma_.lower())}
    for conjunct in following_conjuncts(verb):
        if conjunct.tag_ == "VBG":
            pieces[conjunct.i] = tense.next_verb(conjunct.lemma_.lower())
        elif conjunct.tag_ == "VBN" and not auxiliaries(conjunct):
            first = min((t.i for t in conjunct.lefts if t.dep_ == "advmod"), default=conjunct.i)
            pieces[first] = f"{tense.be} {doc[first].text}"
        else:
            return None
    kept = [t for t in doc[start:] if t.i > verb.i or t.lower_ not in words("linking")]
    return "".join(pieces.get(t.i, t.text) + t.whitespace_ for t in kept)


def _who(main: Token, verb: Token) -> tuple[str, bool] | None:
    """The subject of the new sentence, and whether it is plural."""
    first, lemma = subject_of(main), verb.lemma_.lower()
    if lemma == "make" and not any(child.dep_ in {"ccomp", "xcomp", "oprd"} for child in verb.rights):
        return None  # "making landfall": its subject does that, not the statement
    if lemma in words("effect"):
        told = (
            first is not None and is_past(main) and (first.pos_ == "PROPN" or first.lemma_.lower() in words("person"))
        )
        return None if told else ("This", False)  # in a story the person does it, not what the person did
    if lemma not in words("trait") or first is None or is_passive(main):
        return None
    again = pronoun(first)
    return None if again is None else (again, is_plural(first))
