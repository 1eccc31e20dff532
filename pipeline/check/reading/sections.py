"""What checks of whole sections share: their names, their figures, and their sentences with the worst first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.check.subject import Sentence, Subject
from pipeline.document import Section
from pipeline.edition import SectionScore

FEWEST_WORDS = 20  # under this, one long name decides a figure
_SHOWN = 6  # words of a sentence


def scored(subject: Subject) -> Iterator[tuple[Section, SectionScore]]:
    """Every section with its figures, in reading order."""
    yield from zip(subject.document.every_section(), subject.edition.readability.sections, strict=True)


def name(figures: SectionScore) -> str:
    """A section as it is named in a message."""
    return f"Section “{figures.heading}”" if figures.heading else "The text before the first heading"


def shown(reached: float, target: float) -> str:
    """A figure over its target with one decimal, or with two where one would hide that it is over."""
    return f"{reached:.1f}" if round(reached, 1) > target else f"{reached:.2f}"


def by_section(subject: Subject) -> dict[str, list[Sentence]]:
    """The scored sentences of each section, by its id."""
    found: dict[str, list[Sentence]] = {}
    for sentence in subject.sentences:
        found.setdefault(sentence.section.id, []).append(sentence)
    return found


def worst(counted: Sequence[Sentence], figure: Callable[[Sentence], float], target: float) -> list[Sentence]:
    """Those of these sentences that weigh most: how far each figure is over the target, times its words.

    Where none is over, all of them, the highest figure first.
    """
    weighed = [(figure(sentence) - target, sentence) for sentence in counted]
    over = [pair for pair in weighed if pair[0] > 0]
    return [s for _, s in sorted(over or weighed, key=lambda pair: -pair[0] * pair[1].tally.words)]


def place(subject: Subject, sentence: Sentence) -> str:
    """Where a sentence is: its line and column, or its id."""
    at = subject.place(sentence.segment.span)
    return f"line {at[0]}, column {at[1]}" if at else f"sentence {sentence.segment.id}"


def opening(text: str) -> str:
    """The first words of a text, in quotation marks."""
    words = text.split()
    return f"“{' '.join(words[:_SHOWN])}{' …' if len(words) > _SHOWN else ''}”"
