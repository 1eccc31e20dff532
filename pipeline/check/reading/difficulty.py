"""reading.difficulty: a section whose words are harder than the settings allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.check.reading.sections import FEWEST_WORDS, by_section, name, opening, place, scored, shown, worst
from pipeline.check.subject import Sentence, Subject
from pipeline.check.words.medicines import is_medicine
from pipeline.findings import Finding
from pipeline.glossary.entries import Treatment
from pipeline.glossary.lookup import lookup
from pipeline.score.difficulty import HardWord, hard_words, sentence_difficulty

_WORST = 3  # sentences named
_WORDS = 5  # hard words named


def check(subject: Subject) -> Iterator[Finding]:
    """The health-text difficulty of each section against `max_difficulty`. English only: it is fitted to no other."""
    target = subject.limits.max_difficulty
    sentences = by_section(subject)
    for section, figures in scored(subject):
        reached = figures.scores.get("difficulty")
        if reached is None or reached <= target or figures.counted.words < FEWEST_WORDS:
            continue
        named = worst(sentences[section.id], _difficulty, target)[:_WORST]
        yield subject.found(
            "reading.difficulty",
            section,
            None,
            f"{name(figures)} has a difficulty of {shown(reached, target)} of 6; the target is {target:g}. "
            f"What weighs most: {'; '.join(_named(subject, sentence) for sentence in named)}.",
            _hint(subject, _hardest(sentences[section.id])),
            value=round(reached, 1),
        )


def _difficulty(sentence: Sentence) -> float:
    return sentence_difficulty(sentence.segment.text)


def _named(subject: Subject, sentence: Sentence) -> str:
    return f"{place(subject, sentence)} ({_difficulty(sentence):.1f}): {opening(sentence.segment.text)}"


def _hardest(sentences: Sequence[Sentence]) -> Sequence[HardWord]:
    """The hardest words of a section's sentences, each once; a medicine has the name it has."""
    by_word: dict[str, HardWord] = {}
    for sentence in sentences:
        text = sentence.segment.text
        for word in hard_words(text):
            if not is_medicine(text, word.start, word.end):
                by_word.setdefault(word.text.lower(), word)
    return sorted(by_word.values(), key=lambda word: -word.difficulty)[:_WORDS]


def _hint(subject: Subject, words: Sequence[HardWord]) -> str:
    if not words:
        return "Use shorter sentences."
    return f"Its hardest words: {', '.join(_suggested(subject, word) for word in words)}. Replace or explain them."


def _suggested(subject: Subject, word: HardWord) -> str:
    """A word with the glossary's plain wording behind it, or with a note that the glossary explains it."""
    entries = lookup(subject.glossary()).entries(word.text)
    plain = next((entry.plain for entry in entries if entry.treatment is Treatment.REPLACE), "")
    if plain:
        return f"“{word.text}” (perhaps “{plain}”)"
    defined = next((entry.definition for entry in entries if entry.definition), "")
    return f"“{word.text}” ({defined.rstrip('.')})" if defined else f"“{word.text}”"
