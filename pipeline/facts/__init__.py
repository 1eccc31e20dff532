"""What must survive every change: numbers, units, doses, negation, hedges, drug names, phone numbers, links.

`extract` finds the facts of a text; `compare` says which of a source's facts did not survive in its target;
`protected` gives the characters no stage may touch. Word lists lie in data/*.toml, one file a language.
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.facts import (
    bans,
    clock,
    codes,
    comparison,
    dates,
    double_negation,
    drugs,
    frequencies,
    hedges,
    instructions,
    links,
    negation,
    phones,
    quantities,
    shorthand,
    timing,
)
from pipeline.facts.lexicon import LANGUAGES, base, lexicon
from pipeline.facts.model import Fact, Violation, Weight
from pipeline.facts.scan import Finder, Scan
from pipeline.findings import Finding, Severity, Where, finding

__all__ = ["FINDERS", "LANGUAGES", "Fact", "Violation", "Weight", "compare", "extract", "protected", "to_finding"]

# In this order: what an earlier finder claims is no number for a later one.
FINDERS: tuple[tuple[str, Finder], ...] = (
    ("link", links.find),
    ("code", codes.find),
    ("phone", phones.find),
    ("date", dates.find),
    ("time", clock.find),
    ("frequency", frequencies.find),
    ("number", quantities.find),  # also "unit" and "dose"
    ("drug", drugs.find),
    ("negation", negation.find),
    ("hedge", hedges.find),
    ("instruction", instructions.find),
    ("instruction", timing.find),  # with its own values
)
_CLAIMING = frozenset({"link", "code", "phone", "date", "time", "frequency"})
_SHORT, _REMEMBERED = 1000, 2048  # characters and number of the texts whose facts are kept at hand
_PROTECTED = frozenset({"link", "code", "phone", "drug"})


def extract(text: str, language: str) -> tuple[Fact, ...]:
    """The facts of a text, from left to right. Raises UsageError for a language the gate does not know."""
    return (_remembered if len(text) <= _SHORT else _extract)(text, base(language))


def _extract(text: str, language: str) -> tuple[Fact, ...]:
    scan = Scan(text, language)
    facts: list[Fact] = []
    for kind, find in FINDERS:
        found = tuple(find(scan))
        if kind in _CLAIMING:
            scan.claim(found)
        facts.extend(found)
    return tuple(sorted(facts, key=lambda fact: (fact.start, fact.end, fact.kind)))


_remembered = lru_cache(maxsize=_REMEMBERED)(_extract)


def compare(
    source: str, target: str, source_language: str = "en", target_language: str = "en"
) -> tuple[Violation, ...]:
    """What of the source's facts was changed, lost or invented in the target; errors first, empty when all is well.

    Within one language every fact must survive exactly; across languages numbers and names must, and words are
    compared by number and class, with "needs-review" where a difference may be the language's own.
    Raises UsageError for a language the gate does not know.
    """
    same = base(source_language) == base(target_language)
    source, target = _in_full(source, source_language), _in_full(target, target_language)
    if same and base(source_language) == "en":
        source, target = double_negation.reconciled(source, target)
    if same and source == target:
        return ()
    before, after = extract(source, source_language), extract(target, target_language)
    found = comparison.violations(before, after, len(source.split()), same, lexicon(target_language).both_marks)
    lost = () if same else bans.lost(source, target, target_language)
    return tuple(sorted((*found, *lost), key=lambda violation: violation.severity is not Severity.ERROR))


def _in_full(text: str, language: str) -> str:
    """English with its shorthand written out: "q.i.d." says how often, as "4 times a day" does."""
    return shorthand.spelled_out(text) if base(language) == "en" else text


def protected(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Half-open character ranges, sorted and disjoint, that must be handed on untouched.

    A quantity whose unit is a word ("two tablets") is not among them: it has to be translated. `compare` guards it.
    """
    facts = extract(text, language)
    ranges = sorted((f.start, f.end) for f in facts if f.kind in _PROTECTED or quantities.is_symbolic(f))
    merged: list[tuple[int, int]] = []
    for start, end in ranges:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def to_finding(violation: Violation, where: Where) -> Finding:
    """The finding of a violation, under the code `facts.<kind>` and with the violation's own severity."""
    entry = finding(f"facts.{violation.kind}", violation.message, where)
    return Finding(entry.code, violation.severity, entry.message, where, entry.hint, entry.standard)
