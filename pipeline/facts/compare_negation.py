"""Negations lost or added: exact within one language; across languages counted, and never let pass when lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from pipeline.facts.model import Fact, Violation
from pipeline.facts.negation import COUNTED, HALF, HIDDEN, MAYBE, ORDER
from pipeline.findings import Severity

LONG = 20  # words; a longer sentence is rebuilt in translation, and a differing count says less
# Classes of hidden negations that deny as "not" does: ineffective, unable, lacks, fails.
_PLAIN = frozenset({"hidden un", "hidden unable", "hidden lack", "hidden fail"})
# Those that every translation has to render, and those that English too has to.
_SURE = frozenset({"hidden un", "hidden unable", "hidden lack", "hidden non", "hidden except"})
_UNABLE = "hidden unable"
_ANSWERS = {"avoid": "hidden prevent", "unless": "hidden except", "without": "hidden free"}


def violations(source: Sequence[Fact], target: Sequence[Fact], words: int, same: bool) -> Iterator[Violation]:
    """Negations lost or added. Within one language each class must survive; across languages their number."""
    if same:
        yield from _same_negation(source, target)
        return
    before, after = _answered(source, target), _answered(target, source)
    answers = _counts(target, COUNTED).total() - after.total()
    net = before.total() - after.total()
    new_unless = max(0, after["unless"] - before["unless"])  # it opens an exception, and denies nothing
    if net + new_unless > 0:
        yield _lost(source, target, words)
    elif -net > _more(source, target, _hidden_classes(source)):
        yield _added(source, target, -net, words)
    elif _more(source, target, _SURE) > max(0, -net) + answers + _more(target, source, _answering(target)):
        yield _doubt("may be missing", source, _SURE)
    if len(_values(target, {HALF})) > len(_values(source, {HALF})):
        yield _doubt("may lack its other half", target, {HALF})
    if before["unless"] > after["unless"] and not after["not"] > before["not"] and net <= 0:
        yield _doubt("may be missing", source, {"unless"})


def _answered(facts: Sequence[Fact], others: Sequence[Fact]) -> Counter[str]:
    """The counted cues, less those that answer a hidden word of the other side: evitar stands for prevent."""
    counts, there = _counts(facts, COUNTED), _counts(others, COUNTED)
    for cue, hidden in _ANSWERS.items():
        counts[cue] -= min(max(0, counts[cue] - there[cue]), _more(others, facts, {hidden}))
    return counts


def _same_negation(source: Sequence[Fact], target: Sequence[Fact]) -> Iterator[Violation]:
    for value in COUNTED:
        before, after = _values(source, {value}), _values(target, {value})
        excess = len(before) - len(after)
        there, here = (target, source) if excess > 0 else (source, target)
        if abs(excess) > _more(there, here, _PLAIN):
            what = "A negation is missing" if excess > 0 else "A negation was added"
            yield _count(before, after, Severity.ERROR, what)
    for here, there, what in ((source, target, "A negation is missing"), (target, source, "A negation was added")):
        answers = _more(there, here, COUNTED) + _more(there, here, _PLAIN - {_UNABLE})
        if _more(here, there, {_UNABLE}) > answers:
            yield _count(_values(source, {_UNABLE}), _values(target, {_UNABLE}), Severity.ERROR, what)


def _lost(source: Sequence[Fact], target: Sequence[Fact], words: int) -> Violation:
    """A lost negation is never let pass: an error where it forbade something, or where nothing can stand for it."""
    before, after = _values(source, COUNTED), _values(target, COUNTED)
    excused = _more(target, source, _PLAIN | {"concord", "loose"}) > 0
    sure = bool(_values(source, {ORDER})) or not (excused or (words > LONG and after))
    return _count(before, after, Severity.ERROR if sure else Severity.NEEDS_REVIEW, "A negation is missing")


def _added(source: Sequence[Fact], target: Sequence[Fact], count: int, words: int) -> Violation:
    before, after = _values(source, COUNTED), _values(target, COUNTED)
    excused = _more(source, target, {"concord", "loose"}) > 0
    sure = not (excused or count > 1 or (words > LONG and after))
    return _count(before, after, Severity.ERROR if sure else Severity.NEEDS_REVIEW, "A negation was added")


def _values(facts: Sequence[Fact], values: Collection[str]) -> list[Fact]:
    return [fact for fact in facts if fact.value in values]


def _counts(facts: Sequence[Fact], values: Collection[str]) -> Counter[str]:
    return Counter(fact.value for fact in _values(facts, values))


def _hidden_classes(facts: Sequence[Fact]) -> set[str]:
    return {fact.value for fact in facts if fact.value.startswith(HIDDEN)}


def _answering(facts: Sequence[Fact]) -> set[str]:
    return _hidden_classes(facts) | {MAYBE}


def _more(there: Sequence[Fact], here: Sequence[Fact], values: Collection[str]) -> int:
    """How many more words of these classes stand there than here: they may be what a negation here became."""
    return (_counts(there, values) - _counts(here, values)).total()


def _doubt(what: str, facts: Sequence[Fact], values: Collection[str]) -> Violation:
    text = ", ".join(fact.text for fact in _values(facts, values))
    source, target = ("", text) if values == {HALF} else (text, "")
    return Violation("negation", Severity.NEEDS_REVIEW, f"“{text}” {what}.", source, target)


def _count(before: Sequence[Fact], after: Sequence[Fact], severity: Severity, what: str) -> Violation:
    was, now = ", ".join(f.text for f in before), ", ".join(f.text for f in after)
    return Violation("negation", severity, f"{what}: “{was}” here, “{now}” there.", was, now)
