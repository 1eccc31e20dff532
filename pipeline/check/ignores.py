"""Ignores inside a text: `<!-- plainleaf ignore reading.grade: the words of the law -->`.

    ignore CODE[, CODE]: reason        holds for the block behind it; for a heading, for its section
    ignore-file CODE[, CODE]: reason   holds for the whole file

Codes are named one by one: a group would hide what nobody has seen. A remark that cannot hold, or holds nothing, is
itself a finding.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.check.names import groups, near
from pipeline.check.scopes import FILE, Scopes
from pipeline.document import Document
from pipeline.findings import Finding, Where, catalogue, finding, position

if TYPE_CHECKING:
    from pipeline.read.remarks import Remark

_VERBS = ("ignore", "ignore-file")
_GRAVE = frozenset({"dose", "facts"})  # groups of what can harm
_GRAVE_WORDS = 3  # of reason that they ask for at least
_FORM = "Write <!-- plainleaf ignore CODE: reason -->."
# By the remark's `flaw`: what is wrong with it, and what to do.
_FLAWS = {
    "open": ("it is not closed", "End it with --> before the next blank line or comment."),
    "near": ("it does not begin with <!-- plainleaf", _FORM),
    "shown": ("readers see it: here it is no comment", "Put it on a line of its own, outside of other markup."),
}


@dataclass(frozen=True, slots=True)
class Ignore:
    """One remark of a text. It holds where it has no problem."""

    where: Where
    words: str
    codes: tuple[str, ...]
    reason: str
    scope: str  # the part of the text it holds for, as `Scopes` names it; empty where there is none
    problem: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Parted:
    """Findings by what the text's ignores say of them."""

    kept: tuple[Finding, ...]  # with those about the ignores themselves behind them
    ignored: tuple[tuple[Finding, str], ...]  # with the reason


def apply(
    findings: Sequence[Finding],
    remarks: Sequence[Remark],
    document: Document,
    text: str,
    codes: Collection[str],
) -> Parted:
    """Part the findings of one file by the remarks in its text.

    `codes` are those this run looked for: an ignore of another one may well hold something.
    """
    if not remarks:
        return Parted(tuple(findings), ())
    scopes = Scopes(document, text)
    ignores = [read(remark, document, text, scopes) for remark in remarks]
    reasons: dict[tuple[str, str], str] = {}
    for ignore in ignores:
        for code in () if ignore.problem else ignore.codes:
            reasons.setdefault((code, ignore.scope), ignore.reason)
    kept: list[Finding] = []
    ignored: list[tuple[Finding, str]] = []
    used: set[tuple[str, str]] = set()
    for found in findings:
        holding = [(found.code, scope) for scope in scopes.of(found.where) if (found.code, scope) in reasons]
        used.update(holding)
        if holding:
            ignored.append((found, reasons[holding[0]]))
        else:
            kept.append(found)
    places, lines = _places(kept, scopes), text.split("\n")
    for ignore in ignores:
        if not any((code, ignore.scope) in used for code in ignore.codes) or ignore.problem:
            kept.extend(_about(ignore, places, codes, lines))
    return Parted(tuple(kept), tuple(ignored))


_Places = dict[str, list[tuple[int, int]]]
"""Findings by code: the line each stands at, and the first line of the block it lies in."""


def _places(findings: Sequence[Finding], scopes: Scopes) -> _Places:
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for found in findings:
        if found.where.line is not None:
            places[found.code].append((found.where.line, scopes.first_line(found.where)))
    for lines in places.values():
        lines.sort()
    return dict(places)


def read(remark: Remark, document: Document, text: str, scopes: Scopes) -> Ignore:
    """What a remark asks for, and why it does not hold if it does not."""
    words, span = remark.words, remark.span
    start, end = position(text, span.start), position(text, span.end)
    where = Where(document.source.path, *start, end_line=end[0], end_column=end[1])
    if remark.flaw is not None:
        return Ignore(where, words, (), "", "", *_FLAWS[remark.flaw])
    verb, _, rest = words.partition(" ")
    named, _, reason = rest.partition(":")
    codes = tuple(dict.fromkeys(named.replace(",", " ").split()))
    if remark.in_line:
        hint = "Put it on a line of its own, above the block it is meant for."
        return Ignore(where, words, codes, reason.strip(), "", "it stands inside a line of the text", hint)
    scope = FILE if verb == "ignore-file" else scopes.behind(span.start)
    return Ignore(where, words, codes, reason.strip(), scope, *_problem(verb, codes, reason.strip()))


def _problem(verb: str, codes: tuple[str, ...], reason: str) -> tuple[str, str]:
    """Why a remark does not hold and what to do; empty where it does."""
    if verb not in _VERBS:
        return f"“{verb}” is no request: ignore and ignore-file are", _FORM
    if not codes:
        return "it names no code", _FORM
    for code in codes:
        if code in groups():
            return f"{code} is a group", "Name the codes one by one."
        if code not in catalogue():
            return f"{code} is no code", near(code, catalogue())
    if not any(map(str.isalnum, reason)):
        return "it gives no reason", f"{_FORM} Say why the text is right as it is."
    grave = [code for code in codes if catalogue()[code].group in _GRAVE]
    if grave and sum(any(map(str.isalnum, word)) for word in reason.split()) < _GRAVE_WORDS:
        hint = "Say in at least three words why no reader can come to harm."
        return f"its reason is too short for {grave[0]}", hint
    return "", ""


def _about(ignore: Ignore, places: _Places, codes: Collection[str], lines: Sequence[str]) -> Iterator[Finding]:
    """What is wrong with an ignore that holds nothing."""
    if ignore.problem:
        message = f"This ignore does not hold: {ignore.problem}."
        yield finding("check.ignore", message, ignore.where, ignore.hint, about=ignore.words)
    elif all(code in codes for code in ignore.codes):
        place = "in this file" if ignore.scope == FILE else "in what follows it" if ignore.scope else "behind it"
        message = f"This ignore holds nothing: there is no {' or '.join(ignore.codes)} {place}."
        yield finding("check.unused-ignore", message, ignore.where, _hint(ignore, places, lines), about=ignore.words)


def _hint(ignore: Ignore, places: _Places, lines: Sequence[str]) -> str:
    """Where the nearest finding of its codes is, which may be what it was meant for."""
    end = ignore.where.end_line or 1
    near = [place for code in ignore.codes for place in _beside(places.get(code, []), end)]
    if not near:
        return "Delete it."
    line, first = min(near, key=lambda place: (abs(place[0] - end), place))
    if line > end and not any(map(str.strip, lines[end : first - 1])):
        # It stands there already, and what is nearest to it on the same line, or around it, is another block.
        return f"What it may be meant for is at line {line}, in another block: use ignore-file, or delete it."
    above = f"above line {first}" if first == line else f"above its block, which begins at line {first}"
    return f"The nearest is at line {line}: put the ignore right {above}, or delete it."


def _beside(lines: list[tuple[int, int]], line: int) -> list[tuple[int, int]]:
    """The last place above a line and the first below it."""
    number = bisect_left(lines, (line, 0))
    return lines[max(number - 1, 0) : number + 1]
