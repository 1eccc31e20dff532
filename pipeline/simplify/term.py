"""One spelling of a glossary entry, made ready to be held against the tokens of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.glossary.entries import Entry, Pos
from pipeline.simplify.arguments import has_object, has_subject
from pipeline.simplify.belongs import companions
from pipeline.simplify.verb_form import is_imperative

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from pipeline.features import Features

_POS: dict[Pos, frozenset[str]] = {
    Pos.NOUN: frozenset({"NOUN"}),
    Pos.VERB: frozenset({"VERB"}),
    Pos.ADJECTIVE: frozenset({"ADJ"}),
    Pos.ADVERB: frozenset({"ADV"}),
    Pos.PREPOSITION: frozenset({"ADP", "SCONJ"}),
    Pos.CONJUNCTION: frozenset({"SCONJ", "CCONJ", "ADV"}),
}
_UNCHECKED_IN_PHRASES = frozenset({Pos.PREPOSITION, Pos.CONJUNCTION, Pos.ADVERB})
_HYPHENS = frozenset("-‐‑–/")


class Term:
    """A spelling cut into words, of an entry and with what the entry asks of the place."""

    __slots__ = ("_any_pos", "_cased", "_company", "_head", "entry", "words")

    def __init__(self, words: tuple[str, ...], entry: Entry, company: Company) -> None:
        self.entry = entry
        self.words = words
        self._company = company
        self._head = 0 if entry.pos is Pos.VERB else len(words) - 1
        self._cased = tuple(word != word.lower() for word in words)
        bare = entry.pos is Pos.PHRASE or entry.term != entry.term.lower()
        self._any_pos = bare or (entry.pos in _UNCHECKED_IN_PHRASES and len(words) > 1)

    def head_at(self, doc: Doc, seen: Features, at: int) -> int | None:
        """The token that is inflected, where the term stands at token `at` and the entry may apply; else None."""
        end = at + len(self.words)
        if end > len(seen.words) or not self._stands(seen, at) or _is_compounded(doc, seen, at, end):
            return None
        head = at + self._head
        if not (self._any_pos or _is_of(self.entry.pos, doc[head])):
            return None
        return head if self._company.fits(doc, seen, at, end) else None

    def _stands(self, seen: Features, at: int) -> bool:
        """A word with capitals is a name or an initialism: its case counts; its plural has an "s"."""
        for offset, word in enumerate(self.words):
            inflected = offset == self._head and self.entry.pos is not Pos.PHRASE
            if self._cased[offset]:
                text = seen.texts[at + offset]
                if text != word and not (inflected and text == f"{word}s"):
                    return False
            elif word != seen.words[at + offset] and not (inflected and word == seen.lemmas[at + offset]):
                return False
        return True


class Company:
    """What an entry asks of the words around its term, whatever the spelling."""

    __slots__ = ("_avoid", "_entry", "_needs", "_not_after", "_not_before")

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._needs = _Said(entry.needs) if entry.needs else None
        self._avoid = _Said(entry.avoid) if entry.avoid else None
        self._not_before = _phrases(entry.not_before, 0)
        self._not_after = _phrases(entry.not_after, -1)

    def fits(self, doc: Doc, seen: Features, at: int, end: int) -> bool:
        """Whether the term at tokens `[at, end)` is in the company its entry asks for."""
        if self._needs is not None and not self._needs.are_in(seen):
            return False
        if self._avoid is not None and self._avoid.are_in(seen):
            return False
        if self._not_before and end < len(seen.words) and self._begins(seen, end):
            return False
        if self._not_after and at > 0 and self._ends(seen, at):
            return False
        entry = self._entry
        if entry.object and not has_object(doc[at:end], entry.object):
            return False
        if entry.subject and not has_subject(doc[at:end], entry.subject):
            return False
        return not entry.beside or not companions(doc[at:end]).isdisjoint(entry.beside)

    def _begins(self, seen: Features, at: int) -> bool:
        """Whether a phrase the term may not stand before begins at a token."""
        ways = (seen.words[at], seen.lemmas[at])
        return any(_is_at(phrase, seen, at) for way in ways for phrase in self._not_before.get(way, ()))

    def _ends(self, seen: Features, end: int) -> bool:
        """Whether a phrase the term may not stand behind ends before a token."""
        ways = (seen.words[end - 1], seen.lemmas[end - 1])
        return any(_is_at(phrase, seen, end - len(phrase)) for way in ways for phrase in self._not_after.get(way, ()))


class _Said:
    """Words and phrases of which a sentence may have any, the words as lemmas too."""

    __slots__ = ("_phrases", "_words")

    def __init__(self, listed: Iterable[str]) -> None:
        every = [one.lower() for one in listed]
        self._words = frozenset(one for one in every if " " not in one)
        phrases = "|".join(re.escape(one) for one in every if " " in one)
        self._phrases = re.compile(rf"(?<!\w)(?:{phrases})(?!\w)") if phrases else None

    def are_in(self, seen: Features) -> bool:
        """Whether the sentence has one of them."""
        if not self._words.isdisjoint(seen.every_form):
            return True
        return self._phrases is not None and self._phrases.search(seen.small) is not None


def _phrases(listed: Iterable[str], key: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases cut into words, by their first word (`key` 0) or their last (-1)."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in (tuple(one.lower().split()) for one in listed if one.strip()):
        found[phrase[key]] = (*found.get(phrase[key], ()), phrase)
    return found


def _is_at(phrase: tuple[str, ...], seen: Features, at: int) -> bool:
    if at < 0 or at + len(phrase) > len(seen.words):
        return False
    return all(word in (seen.words[n], seen.lemmas[n]) for n, word in enumerate(phrase, start=at))


def _is_of(pos: Pos, head: Token) -> bool:
    """Whether the parser takes the word for this part of speech, or for what it mistakes it for."""
    if pos is Pos.NOUN and head.pos_ == "PROPN":
        # the parser takes rare words for names; a word with a capital inside the sentence is locked elsewhere
        return head.text == head.lower_ or (head.i == 0 and head.is_title)
    return head.pos_ in _POS[pos] or (pos is Pos.VERB and is_imperative(head))


def _is_compounded(doc: Doc, seen: Features, start: int, end: int) -> bool:
    """Part of a hyphenated compound or of "and/or", "he/she"."""
    if start > 0 and seen.texts[start - 1] in _HYPHENS and not doc[start - 1].whitespace_:
        return True
    return end < len(seen.texts) and seen.texts[end] in _HYPHENS and not doc[end - 1].whitespace_
