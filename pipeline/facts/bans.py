"""Bans of a text of several sentences, each held against its own sentence of the translation.

Counted over the whole text, a "not" that another sentence gained could stand for one that a ban lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.facts.model import Fact, Violation
from pipeline.facts.negation import COUNTED, HIDDEN, ORDER
from pipeline.findings import Severity

_END = re.compile(r"(?:(?<=[\w)\]%\"”»][.!?])|(?<=[.!?][\"”»)]))\s+(?=[^\W\d_a-zà-ÿ]|[¿¡])")


def lost(source: str, target: str, language: str) -> Iterator[Violation]:
    """A ban of the English `source` whose sentence of the target denies nothing.

    Only where both texts have as many sentences, two or more.
    """
    before, after = _END.split(source), _END.split(target)
    if len(before) != len(after) or len(before) < 2:
        return
    for english, other in zip(before, after, strict=True):
        cue = next((fact for fact in _negations(english, "en") if fact.value == ORDER), None)
        if cue is not None and not any(_denies(fact) for fact in _negations(other, language)):
            yield Violation(
                "negation", Severity.ERROR, f"A ban is lost: “{cue.text}” here, nothing there.", cue.text, ""
            )


def _negations(text: str, language: str) -> list[Fact]:
    from pipeline.facts import extract

    return [fact for fact in extract(text, language) if fact.kind == "negation"]


def _denies(fact: Fact) -> bool:
    return fact.value in COUNTED or fact.value.startswith(HIDDEN)
