"""Values and names: multisets that must be equal, with the few differences that change no meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.facts.lexicon import common
from pipeline.facts.matching import Pair, pair
from pipeline.facts.model import Fact, Violation, Weight
from pipeline.findings import Severity

_MEASURED = frozenset({"unit", "dose"})


def violations(
    source: Sequence[Fact], target: Sequence[Fact], same: bool, both_marks: bool = False
) -> Iterator[Violation]:
    """What happened to numbers, units, doses, frequencies, dates, times, phone numbers and codes."""
    _, left, right = pair(source, target, lambda fact: (fact.kind, fact.value))
    left, right = _new_codes(left, target), _new_codes(right, source)
    left, right = _opened(left), _opened(right)
    _, left, right = pair(left, right, lambda fact: (fact.kind, fact.value))
    related, left, right = pair(left, right, _magnitude)
    for before, after in related:
        severity = _related(before, after, same)
        if severity is not None and max(before.weight, after.weight) > Weight.FREE:
            yield _changed(before, after, severity)
    if not same:
        rewritten, left, right = pair(left, right, _digits)
        for before, after in rewritten:
            yield _rewritten(before, after, both_marks)
    yield from _unmatched(left, right, same)


def names(source: Sequence[Fact], target: Sequence[Fact]) -> Iterator[Violation]:
    """Drugs and links: each must be named, and none may be new. How often one is named may differ."""
    for kind in ("drug", "link"):
        before = {fact.value: fact for fact in source if fact.kind == kind}
        after = {fact.value: fact for fact in target if fact.kind == kind}
        lost = [fact for value, fact in before.items() if value not in after]
        added = [fact for value, fact in after.items() if value not in before]
        yield from _unmatched(lost, added, same=True)


def _new_codes(facts: Sequence[Fact], there: Sequence[Fact]) -> list[Fact]:
    """Without codes that the other side has too, if not as often."""
    other = {fact.value for fact in there if fact.kind == "code"}
    return [fact for fact in facts if fact.kind != "code" or fact.value not in other]


def _opened(facts: Sequence[Fact]) -> list[Fact]:
    """Dates without a partner taken apart: "March 11 and 12, 2020" may group its parts in another way elsewhere."""
    parts: list[Fact] = []
    for fact in facts:
        if fact.kind != "date" or fact.value.startswith("weekday"):
            parts.append(fact)
            continue
        year, month, *day = fact.value.replace("--", "0-").split("-")
        parts.append(Fact("date", f"--{month}", fact.text, fact.start, fact.end, fact.weight))
        numbers = [part for part in (year, *day) if part != "0"]
        parts += [Fact("date", str(int(n)), fact.text, fact.start, fact.end, fact.weight) for n in numbers]
    return parts


def _magnitude(fact: Fact) -> str | None:
    """The number in a fact, whatever it counts."""
    if fact.kind == "time":
        hour, minute = fact.value.split(":")
        return str(int(hour)) if minute == "00" else fact.value
    if fact.kind == "code":
        digits = re.findall("[0-9]+", fact.value)
        return str(int(digits[0][:40])) if len(digits) == 1 else ",".join(digits)
    if fact.kind == "frequency" and fact.weight == Weight.FREE:
        return "1"  # "a week" may be a length of time
    if fact.kind == "frequency" or (fact.kind == "date" and not fact.value.isdigit()):
        return None
    if fact.kind == "phone":
        return fact.value.lstrip("0") or "0"
    return fact.value.split(" ")[0]


def _related(before: Fact, after: Fact, same: bool) -> Severity | None:
    """How bad it is that one number stands with something else; None where nothing is wrong."""
    kinds = {before.kind, after.kind}
    if kinds == {"frequency", "unit"}:
        return None
    if not kinds & _MEASURED or kinds == {"time", "unit"}:
        letters = kinds == {"code"} and not same
        return Severity.NEEDS_REVIEW if letters and not _anagram(before, after) else None
    units = {_unit(before), _unit(after)}
    if units <= {"", *common()["classes"]["silent"]} or units == {"", "°"}:
        return None
    if not same and ("" in units or "°" in units) and (before.kind == "number" or "°" in units):
        return Severity.NEEDS_REVIEW
    return Severity.ERROR


def _anagram(before: Fact, after: Fact) -> bool:
    """ACE2 is ECA2 in Spanish."""
    return sorted(before.value) == sorted(after.value)


def _unit(fact: Fact) -> str:
    return fact.value.partition(" ")[2] if fact.kind in _MEASURED else ""


def _digits(fact: Fact) -> str | None:
    """The figures as written, without marks: 1,000 and 1.000 look alike, and mean different numbers."""
    digits = "".join(c for c in fact.text if c.isdigit())
    marked = len(digits) >= 4 and any(c in ".," for c in fact.text)
    return digits if marked and fact.kind in {"number", "unit", "dose"} else None


def _rewritten(before: Fact, after: Fact, both_marks: bool) -> Violation:
    """A number in the other language's style: doubtful, and dangerous in a dose."""
    dose = "dose" in {before.kind, after.kind}
    copied = before.text.split()[0] == after.text.split()[0] and "," in before.text and "." not in before.text
    if not copied:
        return _changed(before, after, Severity.ERROR if dose else Severity.NEEDS_REVIEW)
    plain = before.text.replace(",", "")
    message = f"“{after.text}” was left as written: it may be read as a decimal. Write “{plain}”."
    severity = Severity.ERROR if dose and not both_marks else Severity.NEEDS_REVIEW
    return Violation(before.kind, severity, message, before.text, after.text)


def _unmatched(left: Sequence[Fact], right: Sequence[Fact], same: bool) -> Iterator[Violation]:
    """What was lost on one side and added on the other; where both, the one became the other."""
    lost = [fact for fact in left if fact.weight > Weight.FREE]
    added = [fact for fact in right if fact.weight > Weight.FREE]
    pairs, lost, added = _in_order(lost, added)
    for before, after in pairs:
        yield _changed(before, after, Severity.ERROR)
    loose_left = [f for f in left if f.weight == Weight.FREE and f.kind == "number"]
    for fact in lost:
        yield Violation(fact.kind, _one_sided(fact, same), f"“{fact.text}” is missing.", fact.text, "")
    for fact in added:
        severity = Severity.ERROR if same and loose_left else _one_sided(fact, same)
        yield Violation(fact.kind, severity, f"“{fact.text}” was added.", "", fact.text)


def _in_order(lost: list[Fact], added: list[Fact]) -> tuple[list[Pair], list[Fact], list[Fact]]:
    """Changed facts: those of one kind first, then any two of those that are left, each time from left to right."""
    pairs, lost, added = pair(lost, added, lambda fact: fact.kind)
    values = [*zip(lost, added, strict=False)]
    return [*pairs, *values], lost[len(values) :], added[len(values) :]


def _one_sided(fact: Fact, same: bool) -> Severity:
    return Severity.ERROR if same or fact.weight == Weight.FIRM else Severity.NEEDS_REVIEW


def _changed(before: Fact, after: Fact, severity: Severity) -> Violation:
    kind = before.kind if before.kind != "number" else after.kind
    what = f"became “{after.text}”" if before.text != after.text else "stands with another unit, or with none"
    return Violation(kind, severity, f"“{before.text}” {what}.", before.text, after.text)
