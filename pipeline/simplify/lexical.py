"""Plain words for hard ones: glossary replacements, inflected like the words they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.features import features
from pipeline.glossary import inflect
from pipeline.glossary.entries import Entry, Pos, Treatment
from pipeline.simplify.fit import fits
from pipeline.simplify.grammar import is_passive, plural_subject, words
from pipeline.simplify.verb_form import form, is_imperative

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from pipeline.simplify.match import Match

RULE = "lexical"
_DEGREE_BY_TAG = {"JJR": "comparative", "JJS": "superlative", "RBR": "comparative", "RBS": "superlative"}


@dataclass(frozen=True, slots=True)
class Change:
    """Characters `[start, end)` of a sentence and the text that stands for them."""

    start: int
    end: int
    text: str
    rule: str
    entry: Entry

    def before(self, sentence: str) -> str:
        """The words of the sentence that are replaced."""
        return sentence[self.start : self.end]


def changes(doc: Doc, matches: Iterable[Match]) -> Iterator[Change]:
    """The replacements that fit their sentence, in order."""
    said: dict[str, str] = {}  # plain wording → the term it stands for: "harmful and harmful" says less than its source
    for match in matches:
        entry = match.entry
        if entry.treatment is Treatment.REPLACE and fits(doc, match):
            change = _change(doc, match)
            if change is None or change.text == change.before(features(doc).text):
                continue
            if said.setdefault(entry.plain.casefold(), entry.term) == entry.term:
                yield change


def apply(sentence: str, made: Iterable[Change]) -> str:
    """The sentence with these changes, which do not overlap."""
    for change in sorted(made, key=lambda c: c.start, reverse=True):
        sentence = sentence[: change.start] + change.text + sentence[change.end :]
    return sentence


def _change(doc: Doc, match: Match) -> Change | None:
    entry, head = match.entry, doc[match.head]
    span = match.span(doc)
    inflected, end = _inflected(entry, head), span.end_char
    if inflected is None:
        return None
    plain = inflected
    if entry.pos is Pos.VERB and entry.frame:
        framed = _framed(doc, match, plain)
        if framed is None:
            return None
        plain, end = framed
    start = span.start_char
    if _capital(doc, match) and plain[0].islower():
        shouted = span.text.isupper() and len(span.text) > 1
        plain = plain.upper() if shouted else plain[0].upper() + plain[1:]
    start, plain = _with_article(doc, match.start, start, plain)
    return Change(start, end, plain, RULE, entry)


def _inflected(entry: Entry, head: Token) -> str | None:
    if entry.pos is Pos.NOUN:
        return inflect.noun(entry.plain, plural=_is_inflected(entry, head) or _is_mass(entry, head), forms=entry.forms)
    if entry.pos is Pos.VERB:
        return _verb(entry, head)
    if entry.pos in {Pos.ADJECTIVE, Pos.ADVERB}:
        return inflect.adjective(entry.plain, _DEGREE_BY_TAG.get(head.tag_, "positive"), entry.forms)
    return entry.plain


def _is_inflected(entry: Entry, head: Token) -> bool:
    """A plural of the term: not the term itself, should the parser take "dyspnoea" for a plural."""
    heads = {spelling.lower().split()[-1] for spelling in entry.spellings}
    return head.tag_ in {"NNS", "NNPS"} and head.lower_ not in heads


def _is_mass(entry: Entry, head: Token) -> bool:
    """As in "other medication": told as a mass, where the plain word is counted."""
    if entry.plain not in words("several") or head.dep_ in {"compound", "amod", "nmod"}:
        return False
    return not any(child.dep_ in {"det", "poss", "nummod"} for child in head.lefts)


def _verb(entry: Entry, head: Token) -> str | None:
    wanted = form(entry, head)
    if wanted is None:
        return None
    word, blank, rest = entry.plain.partition(" ")
    if word == "be" and wanted in {"base", "past", "third"} and head.tag_ != "VB":
        many = plural_subject(head)
        word = ("were" if many else "was") if wanted == "past" else ("are" if many else "is")
        return word + blank + rest
    return inflect.verb(entry.plain, wanted, entry.forms)


def _framed(doc: Doc, match: Match, plain: str) -> tuple[str, int] | None:
    """The wording with the preposition that goes with it, and where it ends; None where the verb stands alone."""
    following = doc[match.end] if match.end < len(doc) else None
    if following is not None and following.lower_ in match.entry.frame:
        preposition = match.entry.frame[following.lower_]
        end = following.idx + len(following)
        return (f"{plain} {preposition}" if preposition else plain), end
    head = doc[match.head]
    has_object = any(child.dep_ in {"dobj", "ccomp", "xcomp"} for child in head.children)
    alone = not (has_object or is_passive(head) or is_imperative(head))
    return None if alone else (plain, match.span(doc).end_char)


def _capital(doc: Doc, match: Match) -> bool:
    text = doc[match.start].text
    return text[0].isupper() and not (len(text) > 1 and text.isupper() and match.start > 0)


def _with_article(doc: Doc, first: int, start: int, plain: str) -> tuple[int, str]:
    """The change widened to a/an before it, where the sound of the next word asks for the other one."""
    if first == 0 or doc[first - 1].lower_ not in {"a", "an"}:
        return start, plain
    before = doc[first - 1]
    right = inflect.article(plain)
    if right == before.lower_:
        return start, plain
    right = right.capitalize() if before.text[0].isupper() else right
    return before.idx, f"{right} {plain}"
