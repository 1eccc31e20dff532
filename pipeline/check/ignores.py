"""Ignores inside a text: `<!-- plainleaf ignore reading.grade: the words of the law -->`.

    ignore CODE[, CODE]: reason        holds for the block behind it; for a heading, for its section
    ignore-file CODE[, CODE]: reason   holds for the whole file

Codes are named one by one: a group would hide what nobody has seen. A remark that cannot hold, or holds nothing, is
itself a finding.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.check.names import groups, near
from pipeline.check.scopes import FILE, Scopes
from pipeline.document import Document, Span
from pipeline.findings import Finding, Where, catalogue, finding, position

_VERBS = ("ignore", "ignore-file")
_GRAVE = frozenset({"dose", "facts"})  # groups of what can harm
_GRAVE_WORDS = 3  # of reason that they ask for at least
_FORM = "Write <!-- plainleaf ignore CODE: reason -->."


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
    remarks: Sequence[tuple[Span, str]],
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
    ignores = [read(words, span, document, text, scopes) for span, words in remarks]
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
    elsewhere = {(found.code, found.where.section): found.where.line for found in reversed(findings)}
    for ignore in ignores:
        if not any((code, ignore.scope) in used for code in ignore.codes) or ignore.problem:
            kept.extend(_about(ignore, elsewhere, codes))
    return Parted(tuple(kept), tuple(ignored))


def read(words: str, span: Span, document: Document, text: str, scopes: Scopes) -> Ignore:
    """What a remark asks for, and why it does not hold if it does not."""
    start, end = position(text, span.start), position(text, span.end)
    where = Where(document.source.path, *start, end_line=end[0], end_column=end[1])
    verb, _, rest = words.partition(" ")
    named, _, reason = rest.partition(":")
    codes = tuple(dict.fromkeys(named.replace(",", " ").split()))
    scope = FILE if verb == "ignore-file" else scopes.behind(span.start)
    return Ignore(where, words, codes, reason.strip(), scope, *_problem(words, verb, codes, reason.strip()))


def _problem(words: str, verb: str, codes: tuple[str, ...], reason: str) -> tuple[str, str]:
    """Why a remark does not hold and what to do; empty where it does."""
    if not words:
        return "it is not closed", "End it with --> before the next blank line."
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


def _about(
    ignore: Ignore, elsewhere: dict[tuple[str, str | None], int | None], codes: Collection[str]
) -> Iterator[Finding]:
    """What is wrong with an ignore that holds nothing; `elsewhere` are the first lines by code and section."""
    if ignore.problem:
        message = f"This ignore does not hold: {ignore.problem}."
        yield finding("check.ignore", message, ignore.where, ignore.hint, about=ignore.words)
    elif all(code in codes for code in ignore.codes):
        place = "in this file" if ignore.scope == FILE else "in the block behind it" if ignore.scope else "behind it"
        message = f"This ignore holds nothing: there is no {' or '.join(ignore.codes)} {place}."
        section = ignore.scope.partition(" ")[0]
        line = next((line for code in ignore.codes if (line := elsewhere.get((code, section))) is not None), None)
        # A finding about a whole section stands at its heading, where the writer may not look for it.
        hint = "Delete it." if line is None else f"It is found at line {line}: put the ignore right above that line."
        yield finding("check.unused-ignore", message, ignore.where, hint, about=ignore.words)
