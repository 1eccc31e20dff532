"""Figures of reading level: as JSON values, and as lines for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from pipeline.characters import cut, inert, one_line, width
from pipeline.edition import Readability, SectionScore
from pipeline.report.left_out import by_reason
from pipeline.score.formulas import DIFFICULTY, FORMULAS, Formula, band, main

FEWEST_WORDS = 30  # under this, one long name decides a section's figures, and it is never called the hardest
WIDTH = 80
BEFORE_HEADINGS = "(before the first heading)"


def row(path: str, figures: Readability) -> dict[str, Any]:
    """One document of `plainleaf score --format json`, with its sections in reading order."""
    sections = [{"heading": one.heading, "slug": one.slug, **_figures(one)} for one in figures.sections]
    return {"path": path, "language": figures.language, **_figures(figures), "sections": sections}


def legend(names: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What each formula is, by the key of its figure."""
    return {
        name: {
            "title": formula.title,
            "unit": formula.unit,
            "harder": formula.harder,
            "source": f"{formula.author} {formula.year}",
        }
        for name in names
        if (formula := FORMULAS.get(name)) is not None
    }


def _figures(part: Readability | SectionScore) -> dict[str, Any]:
    why = by_reason(part)
    return {
        "scores": rounded(part.scores),
        "margins": rounded(part.margins),
        "bands": {
            name: word
            for name, value in rounded(part.scores).items()
            if name in FORMULAS and (word := band(name, value))
        },
        "counted": asdict(part.counted),
        "left_out": {"words": sum(why.values()), "why": why},
    }


def rounded(figures: dict[str, float]) -> dict[str, float]:
    """Two digits: what any formula can tell, and more."""
    return {name: round(value, 2) for name, value in figures.items()}


def lines(path: str, figures: Readability) -> Iterator[str]:
    """A document for people: every figure with its name, then the sections in reading order, the worst one marked."""
    yield f"{inert(one_line(path))} (language: {one_line(figures.language)})"
    yield from (f"  {line}" for line in _counted(figures))
    if not figures.scores:
        yield "  no sentence to score, or no formula for the language"
    longest = max((len(_title(name)) for name in figures.scores), default=0)
    for name, value in figures.scores.items():
        yield from _named(name, value, figures.margins.get(name), longest)
    shown = [formula for formula in main(figures.language) if formula.name in figures.scores]
    if figures.sections and shown:
        yield ""
        yield from _table(figures.sections, shown)


def _counted(figures: Readability) -> Iterator[str]:
    counted, why = figures.counted, by_reason(figures)
    both = f"{_number(counted.words, 'word')} and {_number(counted.sentences, 'sentence')} counted"
    yield f"{both}, {_number(sum(why.values()), 'word')} left out"
    line = ""
    for reason, words in why.items():
        piece = f"{words} in {reason}"
        if line and len(line) + len(piece) > WIDTH - 8:
            yield f"  {line},"
            line = ""
        line += (", " if line else "") + piece
    if line:
        yield f"  {line}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _title(name: str) -> str:
    return FORMULAS[name].title if name in FORMULAS else name


def _named(name: str, value: float, margin: float | None, longest: int) -> Iterator[str]:
    """A figure with its name and unit; its author's word for it on a line of its own where there is no room.

    The word is that of the figure as shown, so that no two figures that look the same have two words.
    """
    formula = FORMULAS.get(name)
    unit, word = ("", "") if formula is None else (formula.unit, formula.band(round(value, 1)))
    sure = "" if margin is None else f" ± {margin:.1f}"
    line = f"  {_title(name):<{longest}} {value:6.1f}{sure}  {unit}".rstrip()
    if word and width(line) + width(word) + 2 <= WIDTH:
        yield f"{line}: {word}"
        return
    yield line
    if word:
        yield f"{' ' * (longest + 11)}{word}"


def _table(sections: Sequence[SectionScore], shown: Sequence[Formula]) -> Iterator[str]:
    """A row a section; the heading stands last, cut to the width."""
    judge = judging(shown)
    worst = hardest(sections, judge)
    columns = [max(6, len(formula.name)) for formula in shown]
    heads = "  ".join(formula.name.rjust(column) for formula, column in zip(shown, columns, strict=True))
    yield f"    words  {heads}  section"
    for section in sections:
        cells = [
            (f"{section.scores[formula.name]:.1f}" if formula.name in section.scores else "–").rjust(column)
            for formula, column in zip(shown, columns, strict=True)
        ]
        start = f"{'  > ' if section is worst else '    '}{section.counted.words:5}  {'  '.join(cells)}  "
        yield start + cut(one_line(section.heading) or BEFORE_HEADINGS, WIDTH - len(start))
    if worst is not None and len(sections) > 1:
        yield f"  > the hardest section by {judge.title}"


def judging(shown: Sequence[Formula]) -> Formula:
    """The formula that says which section is the hardest: the difficulty of health texts where it is among them."""
    return next((formula for formula in shown if formula.name == DIFFICULTY.name), shown[0])


def hardest(sections: Sequence[SectionScore], formula: Formula) -> SectionScore | None:
    """The section with the hardest figure; None where no section of `FEWEST_WORDS` has one."""
    scored = [one for one in sections if formula.name in one.scores and one.counted.words >= FEWEST_WORDS]
    sign = 1 if formula.harder == "higher" else -1
    return max(scored, key=lambda one: sign * one.scores[formula.name], default=None)
