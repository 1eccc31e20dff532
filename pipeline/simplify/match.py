"""Where glossary entries apply in a parsed sentence: the longest terms first, none over another or a locked place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.glossary.entries import Entry, Glossary, Pos, Treatment
from pipeline.parser import tokens
from pipeline.simplify.arguments import has_object, has_subject
from pipeline.simplify.belongs import companions
from pipeline.simplify.verb_form import is_imperative

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_POS: dict[Pos, frozenset[str]] = {
    Pos.NOUN: frozenset({"NOUN"}),
    Pos.VERB: frozenset({"VERB"}),
    Pos.ADJECTIVE: frozenset({"ADJ"}),
    Pos.ADVERB: frozenset({"ADV"}),
    Pos.PREPOSITION: frozenset({"ADP", "SCONJ"}),
    Pos.CONJUNCTION: frozenset({"SCONJ", "CCONJ", "ADV"}),
}
_HYPHENS = frozenset("-‐‑–/")
_TEXT_KEPT = frozenset({Treatment.KEEP, Treatment.DEFINE})
_KEY = 2  # words of a term that are looked up at once
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found over the tokens `[start, end)`; `head` is the index of the token that is inflected."""

    entry: Entry
    start: int
    end: int
    head: int

    def span(self, doc: Doc) -> Span:
        """The matched tokens."""
        return doc[self.start : self.end]


class Matcher:
    """A glossary, ready to be looked up."""

    def __init__(self, glossary: Glossary) -> None:
        self._by_words: dict[tuple[str, ...], list[tuple[tuple[str, ...], Entry]]] = {}
        for entry in glossary.entries:
            for spelling in entry.spellings:
                words = tokens(spelling)
                key = tuple(word.lower() for word in words[:_KEY])
                self._by_words.setdefault(key, []).append((words, entry))
        self._openers = {key[0] for key in self._by_words}

    def find(self, doc: Doc, locked: Callable[[], Sequence[Range]] = tuple) -> tuple[Match, ...]:
        """The matches that apply, in order and disjoint; `locked` gives character ranges no entry may touch."""
        candidates = sorted(self._candidates(doc), key=_preference)
        if not candidates:
            return ()
        ranges = locked()
        taken: set[int] = set()
        kept: list[Match] = []
        for match in candidates:
            if taken.isdisjoint(range(match.start, match.end)):
                span = match.span(doc)
                if not overlaps(span.start_char, span.end_char, ranges) or match.entry.treatment in _TEXT_KEPT:
                    taken.update(range(match.start, match.end))
                    kept.append(match)
        return tuple(sorted(kept, key=lambda m: m.start))

    def _candidates(self, doc: Doc) -> Iterator[Match]:
        """Every entry whose first two words, as written or as lemmas, begin at a token."""
        spoken = [_keys(token) for token in doc]
        lemmas = set().union(*spoken)
        for at, own in enumerate(spoken):
            firsts = own & self._openers
            if not firsts:
                continue
            seconds = [(second,) for second in spoken[at + 1]] if at + 1 < len(spoken) else []
            for key in ((first, *second) for first in firsts for second in ((), *seconds)):
                for words, entry in self._by_words.get(key, ()):
                    match = _match(doc, at, words, entry)
                    if match is not None and _context(doc, match, lemmas):
                        yield match


def _keys(token: Token) -> set[str]:
    """The ways a term may have this word: as written, as its lemma, or an initialism without its plural "s"."""
    return {token.lower_, token.lemma_.lower(), token.lower_.removesuffix("s")}


def overlaps(start: int, end: int, ranges: Iterable[Range]) -> bool:
    """Whether `[start, end)` shares a character with one of the ranges."""
    return any(start < b and a < end for a, b in ranges)


def _preference(match: Match) -> tuple[int, int, int, str]:
    """The longest first, then the one that asks most of its context, then the leftmost."""
    return match.start - match.end, -match.entry.asked, match.start, match.entry.treatment


def _match(doc: Doc, at: int, words: tuple[str, ...], entry: Entry) -> Match | None:
    end = at + len(words)
    if end > len(doc):
        return None
    head = at if entry.pos is Pos.VERB else end - 1
    for word, token in zip(words, doc[at:end], strict=True):
        if not _same(word, token, inflected=token.i == head and entry.pos is not Pos.PHRASE):
            return None
    if not _right_pos(doc[head], entry, alone=len(words) == 1) or _compounded(doc, at, end):
        return None
    return Match(entry, at, end, head)


def _same(word: str, token: Token, *, inflected: bool) -> bool:
    """A term with capitals is a name or an initialism: its case counts; its plural has an "s"."""
    if word != word.lower():
        return token.text == word or (inflected and token.text == f"{word}s")
    return word == token.lower_ or (inflected and word == token.lemma_.lower())


def _right_pos(head: Token, entry: Entry, *, alone: bool) -> bool:
    if entry.pos is Pos.PHRASE or entry.term != entry.term.lower():
        return True
    if entry.pos in {Pos.PREPOSITION, Pos.CONJUNCTION, Pos.ADVERB} and not alone:
        return True
    if entry.pos is Pos.NOUN and head.pos_ == "PROPN":
        # the parser takes rare words for names; a word with a capital inside the sentence is locked elsewhere
        return head.text == head.lower_ or (head.i == 0 and head.is_title)
    return head.pos_ in _POS[entry.pos] or (entry.pos is Pos.VERB and is_imperative(head))


def _compounded(doc: Doc, start: int, end: int) -> bool:
    """Part of a hyphenated compound or of "and/or", "he/she"."""
    before = start > 0 and not doc[start - 1].whitespace_ and doc[start - 1].text in _HYPHENS
    after = end < len(doc) and not doc[end - 1].whitespace_ and doc[end].text in _HYPHENS
    return before or after


def _context(doc: Doc, match: Match, lemmas: set[str]) -> bool:
    entry = match.entry
    if entry.needs and not any(_in_sentence(word, doc, lemmas) for word in entry.needs):
        return False
    if any(_in_sentence(word, doc, lemmas) for word in entry.avoid):
        return False
    if any(_follows(word, doc, match.end) for word in entry.not_before):
        return False
    if any(_precedes(word, doc, match.start) for word in entry.not_after):
        return False
    span = match.span(doc)
    if entry.object and not has_object(span, entry.object):
        return False
    if entry.subject and not has_subject(span, entry.subject):
        return False
    return not entry.beside or not companions(span).isdisjoint(entry.beside)


def _in_sentence(word: str, doc: Doc, lemmas: set[str]) -> bool:
    if " " not in word:
        return word.lower() in lemmas
    return re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", doc.text.lower()) is not None


def _follows(phrase: str, doc: Doc, at: int) -> bool:
    words = phrase.lower().split()
    following = doc[at : at + len(words)]
    return len(following) == len(words) and all(
        w in {t.lower_, t.lemma_.lower()} for w, t in zip(words, following, strict=True)
    )


def _precedes(phrase: str, doc: Doc, at: int) -> bool:
    words = phrase.lower().split()
    return at >= len(words) and _follows(phrase, doc, at - len(words))
