"""reading.grade: a section that is harder to read than the settings allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.check.reading.sections import FEWEST_WORDS, by_section, name, opening, place, scored, shown, worst
from pipeline.check.reading.split_point import shown_joint
from pipeline.check.subject import Sentence, Subject
from pipeline.findings import Finding
from pipeline.score.formulas import fkgl
from pipeline.score.tally import Tally, total

_WORST = 3  # sentences named
_TOLD = 0.5  # grades that the figures add, from which it is said


def check(subject: Subject) -> Iterator[Finding]:
    """The Flesch-Kincaid grade of each section against `max_grade`. English only: the formula is for no other.

    It is judged with each figure and unit as one short word. Said in full, as the formula has them, a dose or a date
    makes the hardest sentence of its page, and no writer can say it in fewer syllables.
    """
    target = subject.limits.max_grade
    sentences = by_section(subject)
    for section, figures in scored(subject):
        full = figures.scores.get("fkgl")
        if full is None or full <= target or figures.counted.words < FEWEST_WORDS:
            continue
        reached = _grade(total(sentence.tally for sentence in sentences[section.id]))
        if reached <= target:
            continue
        named = worst(sentences[section.id], _grade_of, target)[:_WORST]
        yield subject.found(
            "reading.grade",
            section,
            None,
            f"{name(figures)} reads at grade {shown(reached, target)}{_in_full(full, reached)}; "
            f"the target is {target:g}. "
            f"What weighs most: {'; '.join(_named(subject, sentence) for sentence in named)}.",
            _hint(named),
            value=round(reached, 1),
        )


def _named(subject: Subject, sentence: Sentence) -> str:
    counts = f"(grade {_grade_of(sentence):.1f}, {sentence.tally.words} words)"
    return f"{place(subject, sentence)} {counts}: {opening(sentence.segment.text)}"


def _hint(named: Sequence[Sentence]) -> str:
    joints = [joint for sentence in named if (joint := shown_joint(sentence.segment.text))]
    split = f"Split its longest sentences, for instance at {' and at '.join(joints)}," if joints else ""
    return f"{split or 'Split its longest sentences'} and use shorter, everyday words."


def _in_full(full: float, reached: float) -> str:
    return f" ({full:.1f} with its figures said in full)" if full - reached >= _TOLD else ""


def _grade_of(sentence: Sentence) -> float:
    return _grade(sentence.tally)


def _grade(tally: Tally) -> float:
    return fkgl(tally.words, tally.sentences, tally.syllables - tally.figure_syllables)
