"""What the gate speaks of: facts, and what happened to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from pipeline.findings import Severity


class Weight(IntEnum):
    """How surely a fact must have a counterpart on the other side."""

    FREE = 0  # may match one, need not: an article that could be a number, "unable" for a negation
    SOFT = 1  # should have one; its absence is doubtful: number words, "daily"
    FIRM = 2  # must have one


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that must survive. `value` is the same for every way and language of writing it."""

    kind: str  # a key of `pipeline.facts.KINDS`
    value: str
    text: str  # as written
    start: int  # half-open range of characters in the text it was found in
    end: int
    weight: Weight = Weight.FIRM


@dataclass(frozen=True, slots=True)
class Violation:
    """A fact that did not survive, or that was not there before."""

    kind: str
    severity: Severity  # error: surely changed; needs-review: doubtful
    message: str  # for a reviewer, in English
    source: str  # as written in the source; "" for what was added
    target: str  # as written in the target; "" for what was lost
