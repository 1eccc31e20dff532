"""Which form a verb has in its sentence: what the parse is sure of, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clauses import auxiliaries, main_verb, root_of, subject_of
from pipeline.glossary import inflect
from pipeline.glossary.entries import Entry
from pipeline.simplify.grammar import is_passive, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FORM_BY_TAG = {"VBZ": "third", "VBD": "past", "VBN": "participle", "VBG": "gerund"}
_HELPERS = frozenset({"be", "have", "get"})
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "attr"})
_FOLLOWING_PARTICIPLE = frozenset({"IN", "TO", "RP", "RB", ",", ".", ";", ":", ")", "-RRB-"})
_CLAUSES = frozenset({"ccomp", "advcl", "relcl"})


def form(entry: Entry, verb: Token) -> str | None:
    """The form to put the plain verb in; None where it has two for "-ed" and the parse is not certain which is meant.

    "Reduced pain" and "the pain reduced by rest" look alike in "-ed"; "gave" and "given" do not.
    """
    if is_imperative(verb):
        return "base"
    found = _FORM_BY_TAG.get(verb.tag_, "base")
    if found not in {"past", "participle"}:
        return found
    lemma = verb.lemma_.lower()
    if verb.lower_ == lemma and inflect.verb(lemma, "participle") == lemma and _has_have(verb):
        return "participle"  # "it had come about"
    if verb.lower_ == lemma and inflect.verb(lemma, "past") != lemma:
        return "base"  # "these results highlight": the tag says past, the word does not
    if not _differ(entry.plain, entry):
        return found
    if _own_forms_differ(verb):
        return found
    if is_surely_participle(entry, verb):
        return "participle"
    return "past" if _is_surely_past(verb) else None


def _has_have(verb: Token) -> bool:
    return any(helper.lemma_.lower() == "have" for helper in auxiliaries(verb))


def is_imperative(verb: Token) -> bool:
    """Whether a word at the start is an order ("Insert the cap …"), whatever the parser takes it for."""
    doc = verb.doc
    if verb.i + 1 >= len(doc) or not _starts(verb) or verb.lower_ != verb.lemma_.lower():
        return False
    if verb.tag_ == "VB":
        return True
    if any(token.dep_ in {"nsubj", "nsubjpass"} and verb in token.subtree for token in doc):
        return False  # "Discharge the day after surgery is common"
    following = doc[verb.i + 1]
    if following.lower_ in words("order_object"):
        return True
    if verb.lower_ in words("also_noun"):
        return False
    return following.is_alpha or following.like_num if main_verb(doc) is None else following.like_num


def order(doc: Doc) -> Token | None:
    """The verb that tells the reader to do something, or not to, where the sentence is such an order."""
    root = root_of(doc)
    if root is None or subject_of(root) is not None:
        return None
    base = root.tag_ == "VB" and not any(helper.tag_ in {"TO", "MD"} for helper in auxiliaries(root))
    return root if base or is_imperative(root) else None


def is_order(doc: Doc) -> bool:
    """Whether the sentence tells the reader to do something, or not to."""
    return order(doc) is not None


def _starts(verb: Token) -> bool:
    before = next((token for token in reversed(verb.doc[: verb.i]) if not token.is_punct), None)
    return before is None or verb.nbor(-1).text == ":" or (before.i == 0 and before.lower_ in words("order_opener"))


def _differ(plain: str, entry: Entry) -> bool:
    return inflect.verb(plain, "past", entry.forms) != inflect.verb(plain, "participle", entry.forms)


def _own_forms_differ(verb: Token) -> bool:
    """Whether the verb in the text shows its form itself ("underwent", "undergone")."""
    return not verb.lower_.endswith("ed")


def is_surely_participle(entry: Entry, verb: Token) -> bool:
    """It has a helper, stands right before its noun, or right behind it as in "the dose given by …"."""
    if any(helper.lemma_.lower() in _HELPERS for helper in auxiliaries(verb)):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "conj":
        first = verb.head
        return first.tag_ == "VBN" and is_passive(first) and not _has_object(verb)
    if verb.dep_ == "amod":
        return verb.head.i > verb.i and main_verb(verb.doc) is not None
    if verb.dep_ != "acl" or entry.plain.split()[0] in words("no_passive") or entry.plain in words("no_passive"):
        return False
    follows = verb.head.i == verb.i - 1 and verb.i + 1 < len(verb.doc)
    return follows and not _has_object(verb) and verb.nbor(1).tag_ in _FOLLOWING_PARTICIPLE and _closed(verb)


def _closed(verb: Token) -> bool:
    """The noun it belongs to has another verb to go with, so that this one is no main verb in disguise."""
    main = main_verb(verb.doc)
    if main is None:
        return _after_order(verb)
    return main.i < verb.i or subject_of(main) not in {None, verb}


def _after_order(verb: Token) -> bool:
    """As in "do the exercises shown by your nurse": an order has its object before the participle."""
    root = root_of(verb.doc)
    return root is not None and root.tag_ == "VB" and root.i < verb.i


def _is_surely_past(verb: Token) -> bool:
    """The only verb its subject has, with tense, and no second verb that could claim the subject."""
    if verb.tag_ != "VBD" or auxiliaries(verb) or is_passive(verb):
        return False
    doc, own = verb.doc, subject_of(verb)
    if verb.dep_ == "conj":
        first = verb.head
        return first.tag_ == "VBD" and not is_passive(first) and not auxiliaries(first) and _has_object(verb)
    if own is None or own.i > verb.i:
        return False
    if _has_rival(doc, verb) or _before_participle(verb):
        return False
    if verb.dep_ == "ROOT":
        return main_verb(doc) is not None
    return verb.dep_ in _CLAUSES and _is_marked(verb, own)


def _has_rival(doc: Doc, verb: Token) -> bool:
    """Another finite verb behind it, without "and" or a subject of its own: "subjects treated there had …"."""
    for other in doc[verb.i + 1 :]:
        if other.dep_ == "cc":
            return False
        if other.tag_ in {"VBD", "VBZ", "VBP"} and other.dep_ not in {"aux", "auxpass"} and subject_of(other) is None:
            return True
    return False


def _before_participle(verb: Token) -> bool:
    return verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "by"


def _is_marked(verb: Token, own: Token) -> bool:
    """A clause that shows where it begins ("that …", "who …", "when …")."""
    opening = (child for child in verb.lefts if child.i < own.i)
    return own.tag_ in {"WDT", "WP"} or any(child.dep_ in {"mark", "advmod"} for child in opening)


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in _OBJECTS for child in verb.rights)
