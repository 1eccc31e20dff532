"""reading.grade: a section that is harder to read than the settings allow."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.document import Section, Segment
from pipeline.findings import Finding
from pipeline.score.formulas import fkgl
from pipeline.score.tally import Tally

_FEWEST_WORDS = 20  # under this, one long name decides the grade
_WORST = 3  # sentences named
_SHOWN = 6  # words of each


def check(subject: Subject) -> Iterator[Finding]:
    """The Flesch-Kincaid grade of each section against `max_grade`. English only: the formula is for no other."""
    target = subject.limits.max_grade
    for section, figures in zip(subject.document.every_section(), subject.edition.readability.sections, strict=True):
        reached = figures.scores.get("fkgl")
        if reached is None or reached <= target or figures.counted.words < _FEWEST_WORDS:
            continue
        name = f"Section “{figures.heading}”" if figures.heading else "The text before the first heading"
        worst = _worst(subject, section)
        yield subject.found(
            "reading.grade",
            section,
            None,
            f"{name} reads at grade {reached:.1f}; the target is {target:g}. What weighs most: {worst}.",
            "Split its longest sentences and use shorter, everyday words.",
            value=round(reached, 1),
        )


def _worst(subject: Subject, section: Section) -> str:
    """The sentences that weigh most: how far each is over the target, times its words."""
    target = subject.limits.max_grade
    counted = [sentence for sentence in subject.sentences if sentence.section is section]
    over = [sentence for sentence in counted if _grade(sentence.tally) > target]
    ranked = sorted(over or counted, key=lambda sentence: (target - _grade(sentence.tally)) * sentence.tally.words)
    return "; ".join(_named(subject, sentence.segment, sentence.tally) for sentence in ranked[:_WORST])


def _named(subject: Subject, segment: Segment, counts: Tally) -> str:
    words = segment.text.split()
    opening = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
    place = subject.place(segment.span)
    at = f"line {place[0]}, column {place[1]}" if place else f"sentence {segment.id}"
    return f"{at} (grade {_grade(counts):.1f}, {counts.words} words): “{opening}”"


def _grade(counts: Tally) -> float:
    return fkgl(counts.words, 1, counts.syllables)
