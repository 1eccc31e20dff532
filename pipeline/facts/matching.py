"""Pairing the facts of two texts, each used once."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence

from pipeline.facts.model import Fact

Key = Callable[[Fact], Hashable | None]
Pair = tuple[Fact, Fact]


def pair(source: Sequence[Fact], target: Sequence[Fact], key: Key) -> tuple[list[Pair], list[Fact], list[Fact]]:
    """Pairs of equal keys, then what is left of both sides in order. A fact whose key is None pairs with nothing.

    Facts that must have a counterpart choose first, so that none of them loses it to one that need not.
    """
    waiting: dict[Hashable, deque[Fact]] = defaultdict(deque)
    for fact in _firm_first(target):
        if (name := key(fact)) is not None:
            waiting[name].append(fact)
    pairs: list[Pair] = []
    for fact in _firm_first(source):
        name = key(fact)
        if name is not None and waiting.get(name):
            pairs.append((fact, waiting[name].popleft()))
    used_source, used_target = {id(s) for s, _ in pairs}, {id(t) for _, t in pairs}
    return (
        pairs,
        [fact for fact in source if id(fact) not in used_source],
        [fact for fact in target if id(fact) not in used_target],
    )


def _firm_first(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: -fact.weight)
