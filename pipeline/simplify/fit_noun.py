"""Whether a plain noun fits the place of its term: what it modifies, its number, its article, its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clauses import auxiliaries, main_verb
from pipeline.glossary import inflect
from pipeline.glossary.entries import Entry, Pos
from pipeline.simplify.grammar import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from pipeline.simplify.match import Match

PRENOMINAL = frozenset({"amod", "compound", "nmod"})
_MANY = ("many", "some", "most", "few", "more", "several", "all")


def noun_fits(doc: Doc, match: Match, head: Token) -> bool:
    """Whether the plain noun can stand there, with the words before and behind it."""
    plain = match.entry.plain.split()
    if any(
        token.dep_ == "conj" or any(c.dep_ == "conj" for c in token.children) for token in doc[match.start : match.head]
    ):
        return False  # "perennial and seasonal allergic rhinitis": the first word shares the noun
    possessive = match.end < len(doc) and doc[match.end].tag_ == "POS" and head.tag_ in {"NNS", "NNPS"}
    if possessive and not inflect.noun(match.entry.plain, plural=True, forms=match.entry.forms).endswith("s"):
        return False  # "individuals' rights" is no "people' rights"
    prepositional = any(word in words("preposition") for word in plain)
    modifies = head.dep_ in {"compound", "nmod"} or _before_noun(doc, match.end)
    if modifies and (prepositional or len(plain) > 3 or plain[-1] in words("no_modifier")):
        return False
    if lacks_article(match, head):
        return False
    named = any(child.dep_ == "compound" and child.i < match.start for child in head.lefts)
    if named and plain[-1] in words("bare"):
        return False  # "landfall location", "support component": no "landfall place", no "support part"
    if prepositional and any(child.lower_ in {"of", "to", "for"} and child.i >= match.end for child in head.children):
        return False  # "shortness of breath of the patient"
    return not (_loses_number(match.entry, head) and _shows_number(head))


def lacks_article(match: Match, head: Token) -> bool:
    """A plain noun that is counted where its term stands alone in the singular: "of good methodology"."""
    noun = match.entry.plain if match.entry.pos is Pos.NOUN else match.entry.plain.split()[0]
    counted = noun in words("countable") or noun.split()[-1] in words("countable")
    if not counted or head.tag_ not in {"NN", "NNP"}:
        return False
    if head.dep_ in PRENOMINAL or main_verb(head.doc) is None:
        return False  # headings and labels have no articles
    return not any(child.dep_ in {"det", "poss", "nummod", "predet"} for child in head.lefts)


def _before_noun(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].pos_ in {"NOUN", "PROPN"} and bool(doc[end - 1].whitespace_)


def _loses_number(entry: Entry, head: Token) -> bool:
    """A plural whose plain wording does not count ("edemas" → "swelling")."""
    return head.tag_ == "NNS" and entry.forms.get("plural", "") == entry.plain


def _shows_number(head: Token) -> bool:
    counted = any(c.dep_ == "nummod" or c.lower_ in words("plural_determiner") for c in head.children)
    return counted or head.dep_ in {"nsubj", "nsubjpass"}


def breaks_agreement(doc: Doc, match: Match) -> bool:
    """As in "a wide variety of drugs is used": the verb goes with a word that would go."""
    for token in match.span(doc):
        if token.dep_ in {"nsubj", "nsubjpass"} and match.entry.plain.lower().startswith(_MANY):
            first = (*auxiliaries(token.head), token.head)[0]
            return first.tag_ == "VBZ" or first.lower_ == "was"
    return False
