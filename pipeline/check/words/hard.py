"""words.hard: the hardest words of a section that no glossary term covers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline import facts
from pipeline.check.subject import Sentence, Subject
from pipeline.check.words.context import InContext, in_context, questions
from pipeline.check.words.explained import explains
from pipeline.check.words.initialisms import is_shorthand
from pipeline.check.words.medicines import is_medicine
from pipeline.check.words.names import is_species
from pipeline.check.words.suggestion import suggestion
from pipeline.check.words.transparent import is_transparent
from pipeline.findings import Finding
from pipeline.glossary.lookup import Lookup, lookup
from pipeline.score.difficulty import HardWord, hard_words
from pipeline.score.word_features import word_features

_HARD = 0.47  # difficulty of a word with Greek or Latin parts; below that, readers differ
_HARD_OTHER = 0.53  # of any other
_SHORTEST = 5  # letters
_NEXT_WORD = re.compile(r" [a-z]{1,30}")
_VERB_BEHIND = re.compile(r" (?:is|are|was|were|can|may|could|might|must|should|will|has|have|and|or|of|in)\b")
_MOST = 5  # words a section


@dataclass(frozen=True, slots=True)
class _Use:
    """A hard word where it stands; `is_told` if the words around it say what it means."""

    sentence: Sentence
    text: str
    word: HardWord
    is_told: bool

    @property
    def key(self) -> str:
        return _key(self.word.text)


def check(subject: Subject) -> Iterator[Finding]:
    """The hardest words of each section, each at its first place in the document, hardest first. English only.

    None are names, medicines, initialisms, figures, words made of common words, words the text explains, nor words
    inside a glossary's term: those have checks of their own.
    """
    if subject.language != "en":
        return
    terms = lookup(subject.glossary())
    uses = tuple(_uses(subject))
    told = {_key(word) for heading in questions(subject) for word in heading.split()}
    told |= {use.key for use in uses if use.is_told}
    by_section: dict[str, list[_Use]] = {}
    for use in uses:
        if use.key not in told and _may_be_reported(use, terms):
            told.add(use.key)
            by_section.setdefault(use.sentence.section.id, []).append(use)
    for found in by_section.values():
        for use in sorted(found, key=lambda use: -use.word.difficulty)[:_MOST]:
            yield subject.found(
                "words.hard",
                use.sentence.section,
                use.sentence.segment,
                f"“{use.word.text}” is a hard word, and nothing in the text says what it means.",
                suggestion(terms, use.word.text),
                part=(use.word.start, use.word.end),
            )


def _uses(subject: Subject) -> Iterator[_Use]:
    for passage in in_context(subject):
        text, sentence = passage.text, passage.sentence
        for word in hard_words(text):
            if word.text.isalpha() and word.difficulty >= (_HARD if _has_affix(word.text) else _HARD_OTHER):
                yield _Use(sentence, text, word, _is_told(passage, word))


def _is_told(passage: InContext, word: HardWord) -> bool:
    """Whether the text explains the word, or the word with the one behind it: "hyaluronic acid (…)"."""
    behind = _NEXT_WORD.match(passage.text, word.end)
    ends = (word.end,) if behind is None else (word.end, behind.end())
    return any(explains(passage.text, word.start, end, passage.following) for end in ends)


def _may_be_reported(use: _Use, terms: Lookup) -> bool:
    """Of small letters (capitals may make a name), a word of its own, and no medicine, shorthand, slip or term."""
    word, text = use.word.text, use.text
    start, end = use.word.start, use.word.end
    if len(word) < _SHORTEST or not _is_small(word, text, start, end) or is_species(text, start, end):
        return False
    if is_shorthand(word):
        return False
    word = word.lower()
    if is_transparent(word) or _is_measure(word) or is_medicine(text, start, end):
        return False
    return not any(found.start <= start < found.end for found in terms.find(text))


def _is_small(word: str, text: str, start: int, end: int) -> bool:
    """Whether the word has no capital, or only that of its sentence, with a verb behind and Greek or Latin parts."""
    if word.islower():
        return True
    opens = not text[:start].strip() and word[1:].islower() and _has_affix(word.lower())
    return opens and _VERB_BEHIND.match(text, end) is not None


def _is_measure(word: str) -> bool:
    return any(fact.kind in {"unit", "dose"} for fact in facts.extract(f"5 {word}", "en"))


def _has_affix(word: str) -> bool:
    features = word_features(word)
    return features is not None and features.has_affix


def _key(word: str) -> str:
    """The word whatever its capitals and the ending of a plural."""
    return word.strip("?!.,:;\"'“”").lower().removesuffix("s")
