"""A delta for people: lines for a terminal, a Markdown table for a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.characters import inert, one_line
from pipeline.report.delta import DIFFICULTY, Change, Delta, Part, figures_of, heading_of, shown

_TICKS = re.compile("`+")
_HEAD = "| File | Before | After | Change | Difficulty | Hardest section now |\n|---|---|---|---|---|---|\n"
_NOTHING = "No text changed its reading level."


def as_text(delta: Delta) -> str:
    """Two lines a document, and the sums."""
    lines = [line for one in delta.changes for line in _lines(one)]
    return "\n".join([*map(inert, lines), _sums(delta) if lines else _NOTHING]) + "\n"


def _lines(one: Change) -> Iterator[str]:
    if one.status == "changed":
        moves = "; ".join(_move(one, name) for name in dict.fromkeys((one.formula, DIFFICULTY)) if _has(one, name))
        yield f"{one_line(one.path)}: {moves or 'no figure to compare'}"
    else:
        part = one.after or one.before
        figures = "" if part is None else ", ".join(figures_of(part.whole, one.formula))
        yield f"{one_line(one.path)}: {one.status}{'; ' if figures else ''}{figures}"
    if one.worst is not None:
        yield f"    hardest section: {one_line(heading_of(one.worst))} ({_figures(one.worst, one)})"


def _move(one: Change, name: str) -> str:
    before, after = _figure(one, name, after=False), _figure(one, name, after=True)
    word = f", {one.direction}" if name == one.formula else ""
    return f"{name} {before} → {after} ({_signed(one.moved(name), _digits(one, name))}{word})"


def as_markdown(delta: Delta) -> str:
    """A table for a pull request's comment or a job's summary.

    Paths and headings come from the change itself: they stand as code, so that none becomes a link, a picture or a
    mention.
    """
    if not delta.changes:
        return f"{_NOTHING}\n"
    return _HEAD + "".join(_table_row(one) for one in delta.changes) + f"\n{_sums(delta)}\n"


def _table_row(one: Change) -> str:
    before = f"{one.formula} {_figure(one, one.formula, after=False)}" if one.before and one.formula else "–"
    after = f"{one.formula} {_figure(one, one.formula, after=True)}" if one.after and one.formula else "–"
    moved = one.moved(one.formula)
    change = f"{_signed(moved, _digits(one, one.formula))} {one.direction}" if moved is not None else "–"
    change = change if one.status == "changed" else one.status
    worst = "–" if one.worst is None else f"{_code(heading_of(one.worst))} {_figures(one.worst, one)}"
    cells = (_code(one.path), before.strip(), after.strip(), change, _difficulty(one), worst)
    return f"| {' | '.join(cells)} |\n"


def _difficulty(one: Change) -> str:
    runs = (_figure(one, DIFFICULTY, after=after) for after in (False, True))
    return " → ".join(figure for figure in runs if figure != "–") or "–"


def _has(one: Change, name: str) -> bool:
    return one.moved(name) is not None


def _figure(one: Change, name: str, *, after: bool) -> str:
    run = one.after if after else one.before
    return "–" if run is None or name not in run.whole.scores else shown(run.whole.scores[name], _digits(one, name))


def _digits(one: Change, name: str) -> int:
    """Behind the point: one, or two where with one the figures would not fit their difference, as 7.96 and 7.94."""
    moved = one.moved(name)
    if moved is None or one.before is None or one.after is None:
        return 1
    before, after = (round(run.whole.scores[name], 1) for run in (one.before, one.after))
    return 1 if round(after - before, 1) == round(moved, 1) else 2


def _figures(part: Part, one: Change) -> str:
    return ", ".join(figures_of(part, one.formula))


def _signed(moved: float | None, digits: int) -> str:
    if moved is None:
        return "–"
    rounded = round(moved, digits) + 0.0
    return f"{rounded:+.{digits}f}".replace("-", "−") if rounded else shown(rounded, digits)


def _sums(delta: Delta) -> str:
    sums = delta.summary()
    words = f"Words counted: {sums.pop('words_before')} before, {sums.pop('words_after')} now."
    return f"Files: {', '.join(f'{number} {name}' for name, number in sums.items() if number)}. {words}"


def _code(text: str) -> str:
    """Any text as code in a cell of a Markdown table."""
    # A backslash right before the one that escapes a bar would undo it.
    line = one_line(text).replace("\\|", "\\ |").replace("|", "\\|") or " "
    fence = "`" * (max((len(run) for run in _TICKS.findall(line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"
