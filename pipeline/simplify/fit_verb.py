"""Whether a plain verb fits the place of its term: its object, its voice, what follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clauses import auxiliaries, subject_of
from pipeline.simplify.fit_noun import PRENOMINAL
from pipeline.simplify.grammar import is_passive, words
from pipeline.simplify.verb_form import is_imperative

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from pipeline.simplify.match import Match


_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "dative"})


def verb_fits(doc: Doc, match: Match, head: Token) -> bool:
    """Whether the plain verb takes the object, the voice and what follows that the term has."""
    plain = match.entry.plain.split()
    if match.start > 0 and doc[match.start - 1].lower_ in words("detached_prefix"):
        return False  # "has been under investigated"
    if is_imperative(head):
        return _order_fits(doc, match, plain)
    if head.dep_ in {"prep", "mark", "case"} or any(child.dep_ == "det" for child in head.children):
        return False
    reduced = head.dep_ == "acl" and head.tag_ == "VBN" and not auxiliaries(head)  # "the results achieved there"
    if (is_passive(head) or reduced) and {plain[0], match.entry.plain} & words("no_passive"):
        return False
    if head.tag_ == "VBG" and plain[0] in words("no_progressive") and any(a.lemma_ == "be" for a in auxiliaries(head)):
        return False  # "she is suffering from a cold" is no "she is having a cold"
    if plain[0] == "be" and any(helper.lemma_ == "do" for helper in auxiliaries(head)):
        return False  # "levels do not correlate with age": no "do not be linked"
    following = doc[match.end] if match.end < len(doc) else None
    if plain[-1] in words("no_gerund") and following is not None and following.tag_ == "VBG":
        return False
    if plain[0] == "have" and not _can_be_had(head):
        return False
    if match.entry.plain in words("needs_object") and not match.entry.frame and not _leads_to_object(head, following):
        return False  # "symptoms experienced among children": what they had stands before
    if match.entry.plain in words("intransitive") and (
        is_passive(head) or any(c.dep_ in _OBJECTS for c in head.rights)
    ):
        return False
    if match.entry.plain in words("no_as") and _says_as_what(doc[match.end :]):
        return False
    if head.dep_ in PRENOMINAL:
        return False  # "enhanced recovery", "the modified Rankin scale": the pair is the term
    if len(plain) == 1:
        return True
    bare = head.tag_ in {"VBN", "VBD"} and subject_of(head) is None and not auxiliaries(head)
    if bare and following is not None and following.pos_ in {"NOUN", "ADJ", "PROPN"}:
        return False  # "inhaled steroids": not "breathed in steroids"
    if _wants_clause(match) and not any(c.dep_ == "ccomp" for c in head.children):
        return False
    particle = plain[-1] in words("particle")
    parted = plain[-1] in words("preposition") and following is not None and following.pos_ == "ADP"
    if parted and not is_passive(head):
        return False  # "looking into in detail the problem"
    leads_on = plain[-1] in words("preposition") and not particle
    if leads_on and not any(c.dep_ in {"dobj", "ccomp", "prep", "xcomp"} for c in head.rights) and not is_passive(head):
        return False  # "under investigation (looking into)"
    for child in head.children:
        own = match.start <= child.i < match.end  # "operate machinery": the object is of the term
        if (
            child.dep_ == "dobj"
            and not own
            and (not (particle or plain[-1] in words("preposition")) or _clashes(child, particle))
        ):
            return False
    return True


def _wants_clause(match: Match) -> bool:
    """Whether the plain verb takes a clause only; an entry that names its objects vouches for them."""
    return match.entry.plain in words("clause_only") and not match.entry.object


def _can_be_had(head: Token) -> bool:
    """Whether "have" fits: no "participants having a rash", no "have relapse"."""
    thing = next((child for child in head.rights if child.dep_ == "dobj"), None)
    if head.tag_ == "VBG" and head.dep_ in {"acl", "advcl"}:
        return thing is not None and thing.lemma_.lower() in words("procedure")
    if thing is None or thing.tag_ != "NN" or thing.lemma_.lower() in words("had"):
        return True
    return any(child.dep_ in {"det", "poss", "nummod", "amod", "compound", "conj"} for child in thing.children)


def _leads_to_object(head: Token, following: Token | None) -> bool:
    if is_passive(head) or any(child.dep_ in {"dobj", "dative"} for child in head.rights):
        return True
    return following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "VERB"}


def _says_as_what(rest: Span) -> bool:
    """As in "identified the cough as a sign", up to the next comma; not "such as", "as well as"."""
    for token in rest:
        if token.text in {",", ";", "("}:
            return False
        if token.lower_ == "as" and token.nbor(-1).lower_ not in {"such", "well", "as", "same"}:
            return token.i + 1 < len(token.doc) and token.nbor(1).lower_ not in {"well", "soon", "long", "far"}
    return False


def _order_fits(doc: Doc, match: Match, plain: list[str]) -> bool:
    """An order the parser may not know for one: its object is whatever follows."""
    if len(plain) == 1:
        return match.entry.plain not in words("no_passive")
    if match.end == len(doc):
        return False  # nothing follows that could be its object
    following = doc[match.end]
    if _wants_clause(match):
        return following.lower_ == "that"
    with_object = following.lower_ in words("order_object") or following.like_num
    return not with_object or (plain[-1] in words("particle") | words("preposition") and following.pos_ != "PRON")


def _clashes(direct_object: Token, particle: bool) -> bool:
    """As in "set off it"."""
    return particle and direct_object.pos_ == "PRON"
