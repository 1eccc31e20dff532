"""Whether a plain wording fits the place its term has in the sentence. In doubt it does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.clauses import auxiliaries, main_verb, subject_of
from pipeline.glossary.entries import Entry, Pos
from pipeline.simplify import inflect
from pipeline.simplify.grammar import is_passive, words
from pipeline.simplify.verb_form import is_imperative

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from pipeline.simplify.match import Match

_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z0-9]s?$|[A-Z]{2,8}s?$")
_NEAR = 3  # words
_ARTICLES = frozenset({"a", "an", "the"})
_STEM = 5  # letters
_BESIDE = 80  # characters
_MANY = ("many", "some", "most", "few", "more", "several", "all")
_SAME_THING = re.compile(r"\(|\bor\b|\bknown as\b|\bcalled\b|\bnamed\b|\bis\b|\bare\b|\bmeans?\b|[—–]|,\s*$")
_PRENOMINAL = frozenset({"amod", "compound", "nmod"})


def fits(doc: Doc, match: Match) -> bool:
    """No ungrammatical wording: the checks of the entry's part of speech, and those for any."""
    head = doc[match.head]
    governed = match.start > 0 and doc[match.start].pos_ == "ADP" and doc[match.start - 1].lemma_ in words("governing")
    if _names_initials(doc, match.end) or governed or _repeats(doc, match) or _is_said_beside(doc, match):
        return False
    if match.entry.pos is Pos.PHRASE and (_breaks_agreement(doc, match) or _lacks_article(match, doc[match.start])):
        return False
    if match.entry.pos is Pos.NOUN:
        return _noun_fits(doc, match, head)
    if match.entry.pos is Pos.VERB:
        return _verb_fits(doc, match, head)
    if match.entry.pos is Pos.ADJECTIVE:
        return _adjective_fits(doc, match, head)
    if match.start == 0 and match.entry.plain in words("no_opener") and doc[match.end].text == ",":
        return False  # "Approximately, 5 % …": the comma is the writer's slip, "About, 5 %" would be ours
    if match.entry.pos is Pos.ADVERB and " " in match.entry.plain:
        return match.start == 0 or head.head.i < head.i  # "periodically checked": not "from time to time checked"
    return True


def _repeats(doc: Doc, match: Match) -> bool:
    """Whether the plain word stands near "and" or "or" already: "signs and manifestations" → "signs and signs"."""
    around = doc[max(0, match.start - _NEAR) : min(len(doc), match.end + _NEAR)]
    stems = {_stem(word) for word in match.entry.plain.lower().split() if len(word) >= _STEM}
    if any(_stem(t.lower_) in stems for t in around if not match.start <= t.i < match.end and len(t) >= _STEM):
        return True  # "first-line therapy to treat" → "first-line treatment to treat"
    beside = {
        token.lower_ for token in doc[max(0, match.start - 1) : match.end + 1] if not match.start <= token.i < match.end
    }
    if beside & (set(match.entry.plain.lower().split()) - words("preposition") - _ARTICLES):
        return True  # "blood leukocytes" → "blood white blood cells"
    if not any(token.lower_ in {"and", "or"} for token in around):
        return False
    return any(t.lemma_.lower() == match.entry.plain.lower() for t in around if not match.start <= t.i < match.end)


def _is_said_beside(doc: Doc, match: Match) -> bool:
    """Whether the text says the plain words itself: "hypertension (high blood pressure)", "… or high …"."""
    span = match.span(doc)
    near = doc.text[max(0, span.start_char - _BESIDE) : span.start_char], doc.text[span.end_char :][:_BESIDE]
    plain = rf"\b{re.escape(match.entry.plain)}\b"
    before, after = (re.search(plain, text, re.IGNORECASE) for text in near)
    return bool(
        (after and _SAME_THING.search(near[1][: after.start()]))
        or (before and _SAME_THING.search(near[0][before.end() :]))
    )


def _stem(word: str) -> str:
    return word[:_STEM]


def _names_initials(doc: Doc, end: int) -> bool:
    """The term is what initials in brackets stand for: "magnetic resonance imaging (MRI)"."""
    following = doc[end : end + 2]
    return len(following) == 2 and following[0].text == "(" and bool(_INITIALS.match(following[1].text))


def _breaks_agreement(doc: Doc, match: Match) -> bool:
    """As in "a wide variety of drugs is used": the verb goes with a word that would go."""
    for token in match.span(doc):
        if token.dep_ in {"nsubj", "nsubjpass"} and match.entry.plain.lower().startswith(_MANY):
            first = (*auxiliaries(token.head), token.head)[0]
            return first.tag_ == "VBZ" or first.lower_ == "was"
    return False


def _noun_fits(doc: Doc, match: Match, head: Token) -> bool:
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
    if _lacks_article(match, head):
        return False
    named = any(child.dep_ == "compound" and child.i < match.start for child in head.lefts)
    if named and plain[-1] in words("bare"):
        return False  # "landfall location", "support component": no "landfall place", no "support part"
    if prepositional and any(child.dep_ == "prep" and child.i >= match.end for child in head.children):
        return False  # "shortness of breath of the patient"
    return not (_loses_number(match.entry, head) and _shows_number(head))


def _lacks_article(match: Match, head: Token) -> bool:
    """A plain noun that is counted where its term stands alone in the singular: "of good methodology"."""
    noun = match.entry.plain if match.entry.pos is Pos.NOUN else match.entry.plain.split()[0]
    if noun not in words("countable") or head.tag_ not in {"NN", "NNP"}:
        return False
    if head.dep_ in _PRENOMINAL or main_verb(head.doc) is None:
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


def _verb_fits(doc: Doc, match: Match, head: Token) -> bool:
    plain = match.entry.plain.split()
    if match.start > 0 and doc[match.start - 1].lower_ in {"under", "over", "self", "mis"}:
        return False  # "has been under investigated"
    if is_imperative(head):
        return _order_fits(doc, match, plain)
    if head.dep_ in {"prep", "mark", "case"} or any(child.dep_ == "det" for child in head.children):
        return False
    if is_passive(head) and {plain[0], match.entry.plain} & words("no_passive"):
        return False
    if head.tag_ == "VBG" and plain[0] in words("no_progressive") and any(a.lemma_ == "be" for a in auxiliaries(head)):
        return False  # "she is suffering from a cold" is no "she is having a cold"
    following = doc[match.end] if match.end < len(doc) else None
    if plain[-1] in words("no_gerund") and following is not None and following.tag_ == "VBG":
        return False
    if plain[0] == "have" and not _can_be_had(head):
        return False
    if match.entry.plain in words("needs_object") and not match.entry.frame and not _leads_to_object(head, following):
        return False  # "symptoms experienced among children": what they had stands before
    if match.entry.plain in words("no_as") and _says_as_what(doc[match.end :]):
        return False
    if head.dep_ in _PRENOMINAL:
        return False  # "enhanced recovery", "the modified Rankin scale": the pair is the term
    if len(plain) == 1:
        return True
    bare = head.tag_ in {"VBN", "VBD"} and subject_of(head) is None and not auxiliaries(head)
    if bare and following is not None and following.pos_ in {"NOUN", "ADJ", "PROPN"}:
        return False  # "inhaled steroids": not "breathed in steroids"
    if match.entry.plain in words("clause_only") and not any(c.dep_ == "ccomp" for c in head.children):
        return False
    particle = plain[-1] in words("particle")
    leads_on = plain[-1] in words("preposition") and not particle
    if leads_on and not any(c.dep_ in {"dobj", "ccomp", "prep", "xcomp"} for c in head.rights) and not is_passive(head):
        return False  # "under investigation (looking into)"
    for child in head.children:
        if child.dep_ == "dobj" and (not (particle or plain[-1] in words("preposition")) or _clashes(child, particle)):
            return False
    return True


def _can_be_had(head: Token) -> bool:
    """Whether "have" fits: no "participants having a rash", no "have relapse"."""
    if head.tag_ == "VBG" and head.dep_ == "acl":
        return False
    thing = next((child for child in head.rights if child.dep_ == "dobj"), None)
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
    following = doc[match.end]
    if match.entry.plain in words("clause_only"):
        return following.lower_ == "that"
    with_object = following.lower_ in words("order_object") or following.like_num
    return not with_object or (plain[-1] in words("particle") | words("preposition") and following.pos_ != "PRON")


def _clashes(direct_object: Token, particle: bool) -> bool:
    """As in "set off it"."""
    return particle and direct_object.pos_ == "PRON"


def _adjective_fits(doc: Doc, match: Match, head: Token) -> bool:
    plain = match.entry.plain.split()
    if head.dep_ in _PRENOMINAL and any(w in words("preposition") or w == "to" for w in plain):
        return False
    if plain[0] in words("superlative") and not any(c.dep_ in {"det", "poss"} for c in head.head.children):
        return False  # "optimal results" → "best results"
    if match.entry.plain in words("uncounted") and head.head.tag_ in {"NNS", "NNPS"}:
        return False
    graded = match.start > 0 and doc[match.start - 1].lower_ in {"more", "most", "less", "least"}
    if graded and (
        len(plain) > 1 or match.entry.forms or inflect.adjective(plain[0], "comparative") != f"more {plain[0]}"
    ):
        return False  # "more strong"
    return head.dep_ in {"amod", "acomp", "attr", "conj", "oprd", "ROOT", "advmod"}
