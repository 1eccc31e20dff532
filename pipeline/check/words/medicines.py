"""Whether a rare word is, or may be, the name of a medicine. Data: `data/medicines.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from pipeline import facts
from pipeline.score.word_features import word_features

_BEHIND = re.compile(r" (?:([a-z]+)|\(([A-Z][a-z]+))")
_DOSE_BEHIND = re.compile(r" \d[\d.,]* ?(?:mg|mcg|micrograms?|milligrams?|g|units?|mL|ml|%)(?!\w)")
_BEFORE = re.compile(r"([a-z]+) $")
_LONGEST = 24  # characters looked at on either side


def is_medicine(text: str, start: int, end: int) -> bool:
    """Whether the word of `[start, end)` is a medicine or a class of them ("triptans").

    It is by itself, by its dose or salt or "acid" behind it, or by "drug" or "insulin" before. A word that nobody uses
    counts as one too: it is a new name, or a typing error.
    """
    behind = _BEHIND.match(text[end : end + _LONGEST])
    before = _BEFORE.search(text[max(0, start - _LONGEST) : start])
    return (
        (behind is not None and (behind[2] is not None or behind[1] in (*_listed("salts"), "acid")))
        or _DOSE_BEHIND.match(text[end : end + _LONGEST]) is not None
        or (before is not None and before[1] in _listed("before"))
        or _is_known(text[start:end].lower())
    )


@lru_cache(maxsize=8192)
def _is_known(word: str) -> bool:
    features = word_features(word)
    if features is None or (features.zipf == 0 and not features.has_affix) or word in _listed("salts"):
        return True
    name = word.removesuffix("s")
    if name in _listed("names") or name.endswith(_listed("endings")):
        return True
    return any(fact.kind == "drug" for fact in facts.extract(word, "en"))


@cache
def _listed(row: str) -> tuple[str, ...]:
    rows = tomllib.loads(files("pipeline.check").joinpath("data/medicines.toml").read_text("utf-8"))
    return tuple(rows[row])
