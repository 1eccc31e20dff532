"""What a change does to reading level: the figures of two runs of `plainleaf score --format json`, file by file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from pipeline.report.scores import BEFORE_HEADINGS, FEWEST_WORDS
from pipeline.score.formulas import FORMULAS, main

DIFFICULTY = "difficulty"
_SAME = 0.05  # a figure that moved by no more has not moved


@dataclass(frozen=True, slots=True)
class Part:
    """A document, or one section of it, in one run."""

    heading: str
    words: int
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Scored:
    """A document in one run."""

    path: str
    language: str
    whole: Part
    sections: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A document that is not the same in both runs."""

    path: str
    before: Scored | None  # None: it is new
    after: Scored | None  # None: it was removed

    @property
    def status(self) -> str:
        """new, removed or changed."""
        return "new" if self.before is None else "removed" if self.after is None else "changed"

    @property
    def formula(self) -> str:
        """The key of the figure it is judged by: the first of its language's that both runs have; "" for none."""
        runs = [run for run in (self.before, self.after) if run is not None]
        names = (formula.name for formula in main(runs[-1].language))
        return next((name for name in names if all(name in run.whole.scores for run in runs)), "")

    def moved(self, name: str) -> float | None:
        """How much a figure of the whole document has moved; None where a run lacks it."""
        if self.before is None or self.after is None:
            return None
        before, after = self.before.whole.scores.get(name), self.after.whole.scores.get(name)
        return None if before is None or after is None else round(after - before, 2) + 0.0  # never -0.0

    @property
    def direction(self) -> str:
        """easier, harder or same, by its formula; empty for a new or removed document."""
        moved = self.moved(self.formula)
        if moved is None:
            return "" if self.status != "changed" else "same"
        if abs(moved) <= _SAME:
            return "same"
        return "harder" if (moved > 0) == (FORMULAS[self.formula].harder == "higher") else "easier"

    @property
    def worst(self) -> Part | None:
        """The hardest section as it is now; None where none has a figure."""
        if self.after is None or not self.formula:
            return None
        scored = [section for section in self.after.sections if self.formula in section.scores]
        long_enough = [section for section in scored if section.words >= FEWEST_WORDS]
        sign = 1 if FORMULAS[self.formula].harder == "higher" else -1
        return max(long_enough or scored, key=lambda one: sign * one.scores[self.formula], default=None)


@dataclass(frozen=True, slots=True)
class Delta:
    """All that changed between two runs."""

    changes: tuple[Change, ...]  # by path
    unchanged: int
    words_before: int  # of all documents
    words_after: int

    def count(self, **wanted: str) -> int:
        """How many changes have these properties, for instance `status="new"`."""
        return sum(all(getattr(one, key) == value for key, value in wanted.items()) for one in self.changes)

    def summary(self) -> dict[str, int]:
        """The sums, as every format gives them."""
        changed = {name: self.count(status="changed", direction=name) for name in ("easier", "harder", "same")}
        rest = {name: self.count(status=name) for name in ("new", "removed")}
        words = {"words_before": self.words_before, "words_after": self.words_after}
        return changed | rest | {"unchanged": self.unchanged} | words


def read(value: Any) -> tuple[Scored, ...]:
    """The documents of one run. Raises KeyError, TypeError or ValueError for what is no output of `plainleaf score`."""
    return tuple(
        Scored(
            str(row["path"]),
            str(row["language"]),
            _part("", row),
            tuple(_part(str(section["heading"]), section) for section in row["sections"]),
        )
        for row in value["documents"]
    )


def _part(heading: str, row: Any) -> Part:
    scores = {str(name): float(figure) for name, figure in row["scores"].items()}
    if not all(map(isfinite, scores.values())):
        raise ValueError("a figure is no number")
    return Part(heading, int(row["counted"]["words"]), scores)


def compare(before: tuple[Scored, ...], after: tuple[Scored, ...]) -> Delta:
    """Hold two runs against each other; documents are the same by their path."""
    old, new = ({one.path: one for one in run} for run in (before, after))
    paths = sorted({*old, *new})
    changes = tuple(Change(path, old.get(path), new.get(path)) for path in paths if old.get(path) != new.get(path))
    words = (sum(one.whole.words for one in run.values()) for run in (old, new))
    return Delta(changes, len(paths) - len(changes), *words)


def as_json(delta: Delta) -> dict[str, Any]:
    """`{"schema_version": 1, "files": […], "summary": {…}}`: only documents that changed."""
    return {"schema_version": 1, "files": [_row(one) for one in delta.changes], "summary": delta.summary()}


def _row(one: Change) -> dict[str, Any]:
    def figures(part: Part) -> dict[str, Any]:
        return {"words": part.words, "scores": dict(part.scores)}

    worst = one.worst
    names = list(dict.fromkeys(name for name in (one.formula, DIFFICULTY) if name))
    return {
        "path": one.path,
        "status": one.status,
        "direction": one.direction or None,
        "formula": one.formula or None,
        "before": None if one.before is None else figures(one.before.whole),
        "after": None if one.after is None else figures(one.after.whole),
        "change": {name: moved for name in names if (moved := one.moved(name)) is not None},
        "worst_section": None if worst is None else {"heading": worst.heading, **figures(worst)},
    }


def figures_of(part: Part, formula: str) -> Iterator[str]:
    """The figures a table shows of a part: "fkgl 9.4", "difficulty 3.9"."""
    for name in dict.fromkeys((formula, DIFFICULTY)):
        if name in part.scores:
            yield f"{name} {shown(part.scores[name])}"


def shown(figure: float, digits: int = 1) -> str:
    """A figure as tables show it; a small negative one is "0.0", not "-0.0"."""
    return f"{round(figure, digits) + 0.0:.{digits}f}"


def heading_of(part: Part) -> str:
    """What a section is called."""
    return part.heading or BEFORE_HEADINGS
