"""reading.grade: a section that is harder to read than the settings allow."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.document import Section, Segment
from pipeline.findings import Finding, finding
from pipeline.score.counting import count
from pipeline.score.formulas import fkgl
from pipeline.score.tally import Tally

_FEWEST_WORDS = 20  # under this, one long name decides the grade
_WORST = 3  # sentences named
_SHOWN = 6  # words of each


def check(subject: Subject) -> Iterator[Finding]:
    """The Flesch-Kincaid grade of each section against `max_grade`. English only: the formula is for no other."""
    target = subject.settings.max_grade
    for section, figures in zip(subject.document.every_section(), subject.edition.readability.sections, strict=True):
        reached = figures.scores.get("fkgl")
        if reached is None or reached <= target or figures.counted.words < _FEWEST_WORDS:
            continue
        name = f"Section “{figures.heading}”" if figures.heading else "The text before the first heading"
        worst = _worst(subject, section)
        yield finding(
            "reading.grade",
            f"{name} reads at grade {reached:.1f}; the target is {target:g}. What weighs most: {worst}.",
            subject.where(section, None if section.heading is None else next(section.heading.segments(), None)),
            "Split its longest sentences and use shorter, everyday words.",
        )


def _worst(subject: Subject, section: Section) -> str:
    """The sentences that weigh most: how far each is over the target, times its words."""
    target = subject.settings.max_grade
    counted = [part for part in count(section, subject.document.language) if part.tally.words and not part.left_out]
    over = [part for part in counted if _grade(part.tally) > target]
    ranked = sorted(over or counted, key=lambda part: (target - _grade(part.tally)) * part.tally.words)
    return "; ".join(_named(subject, part.segment, part.tally) for part in ranked[:_WORST])


def _named(subject: Subject, segment: Segment, counts: Tally) -> str:
    words = segment.text.split()
    opening = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
    place = subject.place(segment.span)
    at = f"line {place[0]}, column {place[1]}" if place else f"sentence {segment.id}"
    return f"{at} (grade {_grade(counts):.1f}, {counts.words} words): “{opening}”"


def _grade(counts: Tally) -> float:
    return fkgl(counts.words, 1, counts.syllables)
