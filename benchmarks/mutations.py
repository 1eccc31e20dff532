"""Ways in which a translation can go wrong, each made by a script to a translation that is right.

A mutation gets the pair and what it needs of the others, and gives the pair with one thing changed, or None where the
pair does not have what it changes. Words by language: `mutations.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.facts import Fact, Weight, extract
from pipeline.facts.negation import ORDER


@dataclass(frozen=True, slots=True)
class Pair:
    """An English sentence and its translation, with the facts of both and a neighbour in the collection."""

    source: str
    target: str
    language: str
    neighbour: str  # the translation of another sentence
    foreign: str  # this sentence in a third language

    def facts(self, kind: str) -> list[Fact]:
        """Those of the translation that must have a counterpart."""
        return [
            fact for fact in extract(self.target, self.language) if fact.kind == kind and fact.weight == Weight.FIRM
        ]

    def asked(self, kind: str) -> bool:
        """Whether the English sentence has a fact of the kind."""
        return any(fact.kind == kind and fact.weight is not Weight.FREE for fact in extract(self.source, "en"))


Mutated = tuple[str, str] | None
Mutation = Callable[[Pair], Mutated]
MEASURED = ("number", "unit", "dose")


@cache
def words(language: str) -> dict[str, Any]:
    """The table of one language."""
    return dict(tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))[language])


def _figures(pair: Pair) -> Iterator[re.Match[str]]:
    """Runs of figures that stand in a number, a measure or a dose."""
    spans = [(fact.start, fact.end) for kind in MEASURED for fact in pair.facts(kind)]
    for found in re.finditer(r"\d+", pair.target):
        if any(start <= found.start() and found.end() <= end for start, end in spans):
            yield found


def _put(pair: Pair, start: int, end: int, new: str) -> Mutated:
    target = pair.target[:start] + new + pair.target[end:]
    return None if target == pair.target else (pair.source, target)


def _digits(change: Callable[[str], str], fits: Callable[[str], bool] = bool) -> Mutation:
    def mutation(pair: Pair) -> Mutated:
        found = next((m for m in _figures(pair) if fits(m[0])), None)
        return found and _put(pair, *found.span(), change(found[0]))

    return mutation


def _dropped(*kinds: str) -> Mutation:
    def mutation(pair: Pair) -> Mutated:
        fact = next((f for kind in kinds for f in pair.facts(kind)), None)
        return fact and _put(pair, fact.start, fact.end, "")

    return mutation


def _exchanged(table: str, kind: str | None = None) -> Mutation:
    """One word of a list for another; with `kind`, only where the English sentence has such a fact."""

    def mutation(pair: Pair) -> Mutated:
        if kind is not None and not pair.asked(kind):
            return None
        for old, new in words(pair.language)[table]:
            found = re.search(rf"(?<![\w-]){re.escape(old)}(?![\w-])", pair.target)
            if found and (kind is None or _in_fact(pair, kind, found.start())):
                return _put(pair, *found.span(), new)
        return None

    return mutation


def _in_fact(pair: Pair, kind: str, at: int) -> bool:
    kinds = {"number": MEASURED, "unit": MEASURED}.get(kind, (kind,))
    return any(
        fact.start <= at < fact.end and fact.weight is not Weight.FREE
        for fact in extract(pair.target, pair.language)
        if fact.kind in kinds
    )


def _negation(pair: Pair, cue: Fact | None) -> Mutated:
    if cue is None:
        return None
    rest = pair.target[cue.end :].lstrip()
    if cue.text.casefold() in {"ne", "n'", "n’"}:
        rest = re.sub(r"\b(?:pas|plus|jamais|aucune?)\b ?", "", rest, count=1)
    return pair.source, pair.target[: cue.start] + rest


def negation_dropped(pair: Pair) -> Mutated:
    """The first negation goes, in French with its second half."""
    cues = pair.facts("negation")
    return _negation(pair, cues[0]) if cues and pair.asked("negation") else None


def last_negation_dropped(pair: Pair) -> Mutated:
    """The last of two or more negations goes."""
    cues = pair.facts("negation")
    return _negation(pair, cues[-1]) if len(cues) > 1 and pair.asked("negation") else None


def prohibition_dropped(pair: Pair) -> Mutated:
    """The negation of what the reader must not do."""
    if not any(fact.value == ORDER for fact in extract(pair.source, "en")):
        return None
    return negation_dropped(pair)


def negation_added(pair: Pair) -> Mutated:
    """A negation before a hedge or duty ("puede", "debe") of a sentence that denies nothing."""
    duty = next(iter(pair.facts("hedge")), None)
    if duty is None or pair.facts("negation") or pair.asked("negation"):
        return None
    return _put(pair, duty.start, duty.start, words(pair.language)["negator"])


def number_added(pair: Pair) -> Mutated:
    """A number before the last word."""
    at = pair.target.rstrip().rfind(" ")
    return None if at < 0 else _put(pair, at, at, " 37")


def drug_swapped(pair: Pair) -> Mutated:
    """The first medicine becomes another."""
    fact = next(iter(pair.facts("drug")), None)
    return fact and _put(pair, fact.start, fact.end, "omeprazol")


def drug_dropped(pair: Pair) -> Mutated:
    """The first medicine goes, wherever it is named."""
    fact = next(iter(pair.facts("drug")), None)
    return fact and (pair.source, pair.target.replace(fact.text, ""))


def year_changed(pair: Pair) -> Mutated:
    """A year becomes the one before."""
    found = re.search(r"\b(?:19|20)\d\d\b", pair.target)
    return found and _put(pair, *found.span(), str(int(found[0]) - 1))


def range_changed(pair: Pair) -> Mutated:
    """The upper end of a range."""
    found = re.search(r"(?<=\d)(?: ?[-–] ?| a | à | e | et | y )(\d+)(?![\d.,])", pair.target)
    if found is None or not any(m.span() == found.span(1) for m in _figures(pair)):
        return None
    return _put(pair, *found.span(1), str(int(found[1]) + 11))


def time_changed(pair: Pair) -> Mutated:
    """A clock time."""
    fact = next(iter(pair.facts("time")), None)
    if fact is None:
        return None
    return _put(pair, fact.start, fact.end, re.sub(r"\d+", lambda m: str((int(m[0]) + 3) % 12), fact.text, count=1))


def percent_dropped(pair: Pair) -> Mutated:
    """The first percent sign goes."""
    found = re.search(r"(?<=\d)\s?%", pair.target)
    return found and _put(pair, *found.span(), "")


def code_changed(pair: Pair) -> Mutated:
    """The figure of a code such as COVID-19."""
    fact = next((f for f in pair.facts("code") if re.search(r"\d", f.text)), None)
    if fact is None:
        return None
    return _put(pair, fact.start, fact.end, re.sub(r"\d", lambda m: str((int(m[0]) + 1) % 10), fact.text, count=1))


def link_changed(pair: Pair) -> Mutated:
    """A letter of a link."""
    fact = next(iter(pair.facts("link")), None)
    return fact and _put(pair, fact.end - 1, fact.end, "x")


def half_dropped(pair: Pair) -> Mutated:
    """Three quarters of a long sentence are gone."""
    parts = pair.target.split()
    return (pair.source, " ".join(parts[: len(parts) // 4])) if len(parts) >= 24 else None


def looped(pair: Pair) -> Mutated:
    """The last three words are said over and over."""
    parts = pair.target.split()
    return (pair.source, " ".join(parts + parts[-3:] * 4)) if len(parts) >= 6 else None


def untranslated(pair: Pair) -> Mutated:
    """The English sentence itself."""
    return (pair.source, pair.source) if len(pair.source.split()) >= 8 else None


def half_untranslated(pair: Pair) -> Mutated:
    """The second half of a long sentence is left in English."""
    ours, theirs = pair.target.split(), pair.source.split()
    if len(theirs) < 24:
        return None
    return pair.source, " ".join(ours[: len(ours) // 2] + theirs[len(theirs) // 2 :])


def in_another_language(pair: Pair) -> Mutated:
    """The right sentence in a third language."""
    return (pair.source, pair.foreign) if len(pair.foreign.split()) >= 14 else None


def invented(pair: Pair) -> Mutated:
    """Another sentence follows, twice."""
    if len(pair.neighbour.split()) < len(pair.target.split()):
        return None
    return pair.source, f"{pair.target} {pair.neighbour} {pair.neighbour}"


def _carried(kind: str, number: int) -> Mutation:
    def mutation(pair: Pair) -> Mutated:
        rows = [row for row in words(pair.language)["carriers"] if row[3] == kind]
        if number >= len(rows) or not pair.target.rstrip().endswith("."):
            return None
        english, _, changed, _ = rows[number]
        return f"{pair.source} {english}", f"{pair.target} {changed}"

    return mutation


def faithful(pair: Pair) -> Iterator[tuple[str, str]]:
    """The pair with each of the instructions as it should be: what the changed ones must be told from."""
    for english, right, _, _ in words(pair.language)["carriers"]:
        yield f"{pair.source} {english}", f"{pair.target} {right}"


MUTATIONS: dict[str, Mutation] = {
    "digit changed": _digits(lambda d: d[:-1] + str((int(d[-1]) + 1) % 10)),
    "digits transposed": _digits(lambda d: d[1] + d[0] + d[2:], lambda d: len(d) > 1 and d[0] != d[1] and d[1] != "0"),
    "ten times as much": _digits(lambda d: d + "0"),
    "a tenth": _digits(lambda d: d[:-1], lambda d: len(d) > 1),
    "number dropped": _dropped("number", "unit", "dose"),
    "number added": number_added,
    "number word changed": _exchanged("numbers", "number"),
    "percent dropped": percent_dropped,
    "unit swapped": _exchanged("units", "unit"),
    "range changed": range_changed,
    "year changed": year_changed,
    "month changed": _exchanged("months", "date"),
    "weekday changed": _exchanged("weekdays"),
    "clock time changed": time_changed,
    "frequency changed": _exchanged("frequencies", "frequency"),
    "negation dropped": negation_dropped,
    "last of several negations dropped": last_negation_dropped,
    "prohibition dropped": prohibition_dropped,
    "negation added": negation_added,
    "hedge dropped": _exchanged("hedges", "hedge"),
    "more for less, before for after": _exchanged("amounts", "instruction"),
    "drug swapped": drug_swapped,
    "drug dropped": drug_dropped,
    "code changed": code_changed,
    "link changed": link_changed,
    "three quarters dropped": half_dropped,
    "said over and over": looped,
    "left in English": untranslated,
    "half left in English": half_untranslated,
    "in another language": in_another_language,
    "sentences invented": invented,
    **{f"dose changed in an instruction ({n + 1})": _carried("dose", n) for n in range(3)},
    **{f"negation of an instruction lost ({n + 1})": _carried("ban", n) for n in range(2)},
    **{f"emergency number changed or lost ({n + 1})": _carried("emergency", n) for n in range(2)},
}
MUST_BE_ERROR = ("dose changed", "negation of an instruction", "emergency number")
