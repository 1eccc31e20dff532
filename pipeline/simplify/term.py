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
    """A spelling cut into words, with what its entry asks of the place."""

    def __init__(self, words: tuple[str, ...], entry: Entry) -> None:
        self.entry = entry
        self.words = words
        self._head = 0 if entry.pos is Pos.VERB else len(words) - 1
        self._cased = tuple(word != word.lower() for word in words)
        bare = entry.pos is Pos.PHRASE or entry.term != entry.term.lower()
        self._any_pos = bare or (entry.pos in _UNCHECKED_IN_PHRASES and len(words) > 1)
        self._needs = _Said(entry.needs)
        self._avoid = _Said(entry.avoid)
        self._not_before = _Phrases(entry.not_before)
        self._not_after = _Phrases(entry.not_after)

    def head_at(self, doc: Doc, seen: Features, at: int) -> int | None:
        """The token that is inflected, where the term stands at token `at` and the entry may apply; else None."""
        end = at + len(self.words)
        if end > len(seen.words) or not self._stands(seen, at) or _is_compounded(doc, seen, at, end):
            return None
        head = at + self._head
        if not (self._any_pos or _is_of(self.entry.pos, doc[head])):
            return None
        return head if self._is_in_company(doc, seen, at, end) else None

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

    def _is_in_company(self, doc: Doc, seen: Features, at: int, end: int) -> bool:
        entry = self.entry
        if (entry.needs and not self._needs.are_in(seen)) or (entry.avoid and self._avoid.are_in(seen)):
            return False
        if (entry.not_before and self._not_before.begin_at(seen, end)) or (
            entry.not_after and self._not_after.end_at(seen, at)
        ):
            return False
        if entry.object and not has_object(doc[at:end], entry.object):
            return False
        if entry.subject and not has_subject(doc[at:end], entry.subject):
            return False
        return not entry.beside or not companions(doc[at:end]).isdisjoint(entry.beside)


class _Said:
    """Words and phrases of which a sentence may have any, the words as lemmas too."""

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


class _Phrases:
    """Phrases that may stand right beside a term, each word as written or as a lemma."""

    def __init__(self, listed: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._by_last: dict[str, list[tuple[str, ...]]] = {}
        for phrase in (tuple(one.lower().split()) for one in listed if one.strip()):
            self._by_first.setdefault(phrase[0], []).append(phrase)
            self._by_last.setdefault(phrase[-1], []).append(phrase)

    def begin_at(self, seen: Features, at: int) -> bool:
        """Whether one of them begins at a token."""
        if at >= len(seen.words):
            return False
        found = (*self._by_first.get(seen.words[at], ()), *self._by_first.get(seen.lemmas[at], ()))
        return any(_is_at(phrase, seen, at) for phrase in found)

    def end_at(self, seen: Features, end: int) -> bool:
        """Whether one of them ends before a token."""
        if end == 0:
            return False
        found = (*self._by_last.get(seen.words[end - 1], ()), *self._by_last.get(seen.lemmas[end - 1], ()))
        return any(_is_at(phrase, seen, end - len(phrase)) for phrase in found)


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
