"""Codes and groups as a person names them, in settings, options and texts."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache

from pipeline.findings import catalogue

_NEAR = 4  # names offered


@cache
def groups() -> frozenset[str]:
    """Every group of codes."""
    return frozenset(entry.group for entry in catalogue().values())


def codes_of(name: str) -> frozenset[str]:
    """The codes a code or a group stands for; none for a name that is neither."""
    if name in catalogue():
        return frozenset([name])
    return frozenset(code for code, entry in catalogue().items() if entry.group == name)


def near(name: str, known: Iterable[str]) -> str:
    """The known names that were perhaps meant, for a hint: "Near it: reading.grade." or where to find the list."""
    known = sorted(known)
    meant = name.casefold()
    tail = meant.rpartition(".")[2]
    alike = [one for one in known if tail and one.partition(".")[2] == tail]  # the right name in another group
    alike += get_close_matches(meant, known, n=_NEAR)
    alike += [one for one in known if meant and meant in one]
    offered = list(dict.fromkeys(alike))[:_NEAR]
    return f"Near it: {', '.join(offered)}." if offered else "`plainleaf explain` lists every code."
