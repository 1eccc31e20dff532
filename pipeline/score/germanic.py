"""Syllables of one German or Dutch word in small letters, by its spelling.

A nucleus is a vowel letter, or two or three that the language writes for one sound (German "ie", "ei", "äu"; Dutch
"oe", "ij", "aai"). All other vowels that meet are parted: "The|a|ter", "Mu|se|um", "re|ac|tie". Words are counted as
read with care: the i of "Na|ti|on", "Fa|mi|li|e" and "Pa|ti|ent" is a syllable of its own.

Where letters that elsewhere write one sound are parted ("be|urteilen", "Prote|in", "Hygi|ene"), or the other way round
("Toilette"), the tables `data/syllables_de.toml` and `data/syllables_nl.toml` say so. Dutch writes nearly all of these
with a diaeresis ("be|ïnvloeden"). Borders inside compounds are not looked for ("Geräteeinstellung").
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = frozenset(("de", "nl"))

_CONSONANT_U = re.compile(r"(?<=q)u")
_CONSONANT_Y = re.compile(r"(?<![a-zà-ÿ])y(?=[aeiouäöü])")


@dataclass(frozen=True, slots=True)
class _Rules:
    words: dict[str, int]
    borders: tuple[re.Pattern[str], ...]
    one_syllable: re.Pattern[str]
    nucleus: re.Pattern[str]


def count(word: str, language: str) -> int:
    """Syllables, at least 1."""
    rules = _rules(language)
    if word in rules.words:
        return rules.words[word]
    letters = _CONSONANT_Y.sub("-", _CONSONANT_U.sub("", rules.one_syllable.sub("-e-", word)))
    for border in rules.borders:
        letters = border.sub(r"\1|", letters)
    return max(1, len(rules.nucleus.findall(letters)))


@cache
def _rules(language: str) -> _Rules:
    data = tomllib.loads(files("pipeline.score").joinpath(f"data/syllables_{language}.toml").read_text("utf-8"))
    cuts = (border.partition("·") for border in data["borders"])
    several = sorted(data["nuclei"], key=len, reverse=True)
    return _Rules(
        data["words"],
        tuple(re.compile(f"({before})(?={after})") for before, _, after in cuts),
        re.compile("|".join(data["one_syllable"])),
        re.compile("|".join([*several, "[aeiouyà-öø-ÿœæ]"])),
    )
