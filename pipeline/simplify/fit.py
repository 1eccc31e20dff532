"""Whether a plain wording fits the place its term has in the sentence. In doubt it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.glossary import inflect
from pipeline.glossary.entries import Pos
from pipeline.simplify.fit_after import leaves_preposition, makes_phrasal_verb
from pipeline.simplify.fit_beside import is_said_beside, names_initials, repeats
from pipeline.simplify.fit_noun import PRENOMINAL, breaks_agreement, lacks_article, noun_fits
from pipeline.simplify.fit_verb import verb_fits
from pipeline.simplify.grammar import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from pipeline.simplify.match import Match


def fits(doc: Doc, match: Match) -> bool:
    """No ungrammatical wording: the checks of the entry's part of speech, and those for any."""
    head = doc[match.head]
    governed = match.start > 0 and doc[match.start].pos_ == "ADP" and doc[match.start - 1].lemma_ in words("governing")
    if names_initials(doc, match.end) or governed or repeats(doc, match) or is_said_beside(doc, match):
        return False
    if makes_phrasal_verb(doc, match) or leaves_preposition(doc, match):
        return False
    if match.entry.pos is Pos.PHRASE and (breaks_agreement(doc, match) or lacks_article(match, doc[match.start])):
        return False
    opens_bare = match.start == 0 and match.end < len(doc) and doc[match.end].text != ","
    if opens_bare and match.entry.plain in words("comma_opener"):
        return False  # "Also there are …"
    if match.entry.plain == "for" and match.end < len(doc) and doc[match.end].tag_ == "VBG":
        return False  # "for the purpose of finding": "to find", not "for finding"
    if match.entry.pos is Pos.NOUN:
        return noun_fits(doc, match, head)
    if match.entry.pos is Pos.VERB:
        return verb_fits(doc, match, head)
    if match.entry.pos is Pos.ADJECTIVE:
        return _adjective_fits(doc, match, head)
    following = doc[match.end].text if match.end < len(doc) else ""
    if match.start == 0 and match.entry.plain in words("no_opener") and following == ",":
        return False  # "Approximately, 5 % …": the comma is the writer's slip, "About, 5 %" would be ours
    if match.entry.plain in words("not_attributive") and head.head.dep_ in PRENOMINAL:
        return False  # "a commonly found variant"
    if match.entry.pos is Pos.ADVERB and " " in match.entry.plain:
        if match.start == 0:  # "At first it hurts", but not "For a while stop the tablets"
            return following == "," or match.entry.plain in words("opening", "phrases")
        return head.head.i < head.i  # "periodically checked": not "from time to time checked"
    return True


def _adjective_fits(doc: Doc, match: Match, head: Token) -> bool:
    plain = match.entry.plain.split()
    if head.dep_ in PRENOMINAL and any(w in words("preposition") or w == "to" for w in plain):
        return False
    if plain[0] in words("superlative") and not any(c.dep_ in {"det", "poss"} for c in head.head.children):
        return False  # "optimal results" → "best results"
    if match.entry.plain in words("uncounted") and head.head.tag_ in {"NNS", "NNPS"}:
        return False
    if plain[-1] in words("organ") and _names_disease(doc, match, head):
        return False
    graded = match.start > 0 and doc[match.start - 1].lower_ in {"more", "most", "less", "least"}
    if graded and (
        len(plain) > 1 or match.entry.forms or inflect.adjective(plain[0], "comparative") != f"more {plain[0]}"
    ):
        return False  # "more strong"
    return head.dep_ in {"amod", "acomp", "attr", "conj", "oprd", "ROOT", "advmod"}


def _names_disease(doc: Doc, match: Match, head: Token) -> bool:
    """As in "hypertrophic pulmonary osteoarthropathy": an adjective before it, or another word before its noun."""
    beside = match.start > 0 and doc[match.start - 1].head == head.head and doc[match.start - 1].dep_ == "amod"
    return beside or head.head.i != match.end
