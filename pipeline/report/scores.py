"""Figures of reading level: as JSON values, and as lines for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from pipeline.edition import Readability, SectionScore
from pipeline.report.characters import one_line
from pipeline.report.left_out import by_reason
from pipeline.score.formulas import FORMULAS, Formula, band, main

FEWEST_WORDS = 20  # under this, one long name decides a section's figures: it is called worst only if all are short
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
            name: word for name, value in part.scores.items() if name in FORMULAS and (word := band(name, value))
        },
        "counted": asdict(part.counted),
        "left_out": {"words": sum(why.values()), "why": why},
    }


def rounded(figures: dict[str, float]) -> dict[str, float]:
    """Two digits: what any formula can tell, and more."""
    return {name: round(value, 2) for name, value in figures.items()}


def lines(path: str, figures: Readability) -> Iterator[str]:
    """A document for people: every figure with its name, then the sections in reading order, the worst one marked."""
    yield one_line(path)
    yield from (f"  {line}" for line in _counted(figures))
    if not figures.scores:
        yield "  no sentence to score, or no formula for the language"
    width = max((len(_title(name)) for name in figures.scores), default=0)
    for name, value in figures.scores.items():
        yield from _named(name, value, figures.margins.get(name), width)
    shown = [formula for formula in main(figures.language) if formula.name in figures.scores]
    if figures.sections and shown:
        yield ""
        yield from _table(figures.sections, shown)


def _counted(figures: Readability) -> Iterator[str]:
    counted, why = figures.counted, by_reason(figures)
    yield f"{counted.words} words and {counted.sentences} sentences counted, {sum(why.values())} words left out"
    line = ""
    for reason, words in why.items():
        piece = f"{words} in {reason}"
        if line and len(line) + len(piece) > WIDTH - 8:
            yield f"  {line},"
            line = ""
        line += (", " if line else "") + piece
    if line:
        yield f"  {line}"


def _title(name: str) -> str:
    return FORMULAS[name].title if name in FORMULAS else name


def _named(name: str, value: float, margin: float | None, width: int) -> Iterator[str]:
    """A figure with its name and unit; its author's word for it on a line of its own where there is no room."""
    formula = FORMULAS.get(name)
    unit, word = ("", "") if formula is None else (formula.unit, formula.band(value))
    sure = "" if margin is None else f" ± {margin:.1f}"
    line = f"  {_title(name):<{width}} {value:6.1f}{sure}  {unit}".rstrip()
    if word and len(line) + len(word) + 2 <= WIDTH:
        yield f"{line}: {word}"
        return
    yield line
    if word:
        yield f"{' ' * (width + 11)}{word}"


def _table(sections: Sequence[SectionScore], shown: Sequence[Formula]) -> Iterator[str]:
    """A row a section; the heading stands last, cut to the width."""
    worst = hardest(sections, shown[0])
    widths = [max(6, len(formula.name)) for formula in shown]
    heads = "  ".join(formula.name.rjust(width) for formula, width in zip(shown, widths, strict=True))
    yield f"    words  {heads}  section"
    for section in sections:
        cells = [
            f"{section.scores[formula.name]:.1f}".rjust(width) if formula.name in section.scores else "–".rjust(width)
            for formula, width in zip(shown, widths, strict=True)
        ]
        start = f"{'  > ' if section is worst else '    '}{section.counted.words:5}  {'  '.join(cells)}  "
        yield start + _cut(one_line(section.heading) or BEFORE_HEADINGS, WIDTH - len(start))
    if worst is not None and len(sections) > 1:
        yield f"  > the hardest section by {shown[0].title}"


def hardest(sections: Sequence[SectionScore], formula: Formula) -> SectionScore | None:
    """The section with the hardest figure; None where no section has one."""
    scored = [section for section in sections if formula.name in section.scores]
    long_enough = [section for section in scored if section.counted.words >= FEWEST_WORDS]
    sign = 1 if formula.harder == "higher" else -1
    return max(long_enough or scored, key=lambda one: sign * one.scores[formula.name], default=None)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"
