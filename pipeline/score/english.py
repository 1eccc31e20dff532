"""Syllables of one English word in small letters.

Letters lose their accents ("Sjögren"). Then, in this order: a table of exceptions, the pronouncing dictionary (first
entry), the dictionary's word without an ending ("-s", "-ed", "-ing", "-'s"), the American spelling of a British word, a
combining form and the rest of the word by itself ("gastro|enteritis"), and last the vowels: each group of vowel letters
is a syllable, save those that rules part ("cre|atinine") or silence (the last e). The tables are data:
`data/syllables_en.toml`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from pipeline.score import dictionary, frequency
from pipeline.score.spelling import american

_COMMON = 2.6  # Zipf: "GERD", "WART"; most short forms of four letters that a dictionary has are rarer
_COMMON_SHORT = 3.9  # Zipf, of two and three letters: "TOE" and "PILL", not "ALT" and "ROM"
_SHORT = 3  # letters
_SIBILANT = re.compile(r"(?:[sxz]|[cs]h|[cg]e|[sz]e)$")
_LAST_E = re.compile(r"(?<=[^aeiouy])e$")
_SYLLABIC_LE = re.compile(r"[^aeiouylr]le[sd]?$|[^aeiouyr]res?$")
_INNER_E = re.compile(r"(?<=[^aeiouy])e(?=(?:ly|ments?|ness|(?:less|ful)(?:ly|ness)?)$)|(?<=ic)a(?=lly$)")
_WITHOUT_VOWEL = re.compile(r"[^aeiouy]*(?:e[sd]?)?")
_SILENT_ED = re.compile(r"(?<=[^aeioutdy])ed$")
_SILENT_ES = re.compile(r"(?<=[^aeiouysxzcgh])es$|(?<=[^aeiouysc]h)es$")
_SYLLABIC_M = re.compile(r"(?:s|th)ms?$")
_VOWELS = re.compile(r"[aeiouy]+")
_CONSONANT_Y = re.compile(r"(?<![a-z])y(?=[aeiou])|(?<=[aeiou])y(?=[aeiou])")
_LAST_SAID_E = re.compile(r"e(?=s?$)")
_UE = re.compile(r"(?<=[gq])ue$")


def count(word: str) -> int:
    """Syllables, at least 1. `word` may hold apostrophes, not hyphens."""
    return _count(_without_accents(word.strip("'")))


def known(word: str) -> bool:
    """Whether the dictionary has the word."""
    return dictionary.syllables(word) is not None


def is_common(word: str) -> bool:
    """Whether the dictionary has the word, and it is common enough for capitals to be stress: "STOP", not "ALT"."""
    return known(word) and frequency.zipf(word) >= (_COMMON if len(word) > _SHORT else _COMMON_SHORT)


def _without_accents(word: str) -> str:
    """The word in English letters: "Sjogren" for "Sjögren", and "Barrey" for "Barré", whose last é is said."""
    if word.isascii():
        return word
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return _LAST_SAID_E.sub("ey", bare) if "é" in word[-2:] and _listed(bare) is None else bare


@lru_cache(maxsize=16384)
def _count(word: str) -> int:
    listed = _listed(word)
    if listed is not None:
        return listed
    spelled = american(word)
    if spelled != word:
        listed = _listed(spelled)
        if listed is not None:
            return listed
    return _by_parts(spelled.replace("'", ""))


def _listed(word: str) -> int | None:
    """From the exceptions or the dictionary, with or without an ending."""
    fixed: int | None = _data()["words"].get(word)
    found = dictionary.syllables(word) if fixed is None else fixed
    return found if found is not None else _without_ending(word)


def _without_ending(word: str) -> int | None:
    for ending, stems in _stems(word):
        for stem in stems:
            found = _data()["words"].get(stem) or (dictionary.syllables(stem) if len(stem) > 2 else None)
            if found is not None:
                return int(found) + _added(ending, stem)
    return None


def _stems(word: str) -> list[tuple[str, tuple[str, ...]]]:
    rows: list[tuple[str, tuple[str, ...]]] = []
    if word.endswith("'s"):
        rows.append(("s", (word[:-2],)))
    if word.endswith("ies"):
        rows.append(("", (word[:-3] + "y",)))
    if word.endswith("s") and not word.endswith("ss"):
        rows.append(("s", (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],)))
    if word.endswith("ied"):
        rows.append(("", (word[:-3] + "y",)))
    if word.endswith("ed"):
        rows.append(("ed", _bare_stems(word[:-2])))
    if word.endswith("ing"):
        rows.append(("ing", _bare_stems(word[:-3])))
    if word.endswith("ly"):
        rows.append(("ly", (word[:-2],)))
    return rows


def _bare_stems(stem: str) -> tuple[str, ...]:
    doubled = (stem[:-1],) if len(stem) > 2 and stem[-1] == stem[-2] else ()
    return (stem + "e", stem, *doubled)


def _added(ending: str, stem: str) -> int:
    if ending == "s":
        return int(bool(_SIBILANT.search(stem)))
    if ending == "ed":
        return int(stem.rstrip("e").endswith(("t", "d")))
    return int(ending in ("ing", "ly"))


def _by_parts(word: str) -> int:
    form = _combining_form(word)
    if form:
        return _groups(form) + _count(word.removeprefix(form))
    for prefix in _data()["prefixes"]:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 3 and rest[0] in "aeiou":
            found = _listed(rest)
            if found is not None:
                return _groups(prefix) + found
    for first in _data()["first_words"]:
        rest = word.removeprefix(first)
        if rest != word and dictionary.syllables(rest) is not None:
            return _by_vowels(first) + _count(rest)
    return _by_vowels(word)


def _combining_form(word: str) -> str:
    """The longest combining form that the word begins with, if the rest can stand by itself."""
    forms, longest = _combining()
    for size in range(min(longest, len(word) - 3), 1, -1):
        rest = word[size:]
        if word[:size] in forms and not _WITHOUT_VOWEL.fullmatch(rest) and word[size - 1] + rest[:2] != "oid":
            return word[:size]
    return ""


def _by_vowels(word: str) -> int:
    """Groups of vowels, once the silent e is gone."""
    if word.endswith(tuple(_data()["sounded_e"])):
        return max(1, _groups(word))
    bare = _INNER_E.sub("", word)
    if not _SYLLABIC_LE.search(word):
        bare = _SILENT_ES.sub("s", _SILENT_ED.sub("d", _UE.sub("", _LAST_E.sub("", bare))))
    return max(1, _groups(bare))


def _groups(letters: str) -> int:
    for pattern, replacement in _rules():
        letters = pattern.sub(replacement, letters)
    return len(_VOWELS.findall(letters)) + bool(_SYLLABIC_M.search(letters))


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is done to a word before its groups of vowels are counted: "|" parts, "-" stands for a consonant."""
    data = _data()
    borders = (border.partition("·") for border in data["borders"])
    return (
        (re.compile(f"(?<=[{''.join(data['consonant_u'])}])u(?=[aeiouy])"), "-"),
        (re.compile("|".join(f"(?<={before})(?={after})" for before, _, after in borders)), "|"),
        (re.compile("|".join(data["one_syllable"])), "-e-"),
        (_CONSONANT_Y, "-"),
        (re.compile("|".join(f"(?<={pair[0]})(?={pair[1]})" for pair in data["two_syllables"])), "|"),
    )


@cache
def _combining() -> tuple[frozenset[str], int]:
    """The forms, and the letters of the longest."""
    forms = frozenset(_data()["combining"])
    return forms, max(map(len, forms))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.score").joinpath("data/syllables_en.toml").read_text("utf-8"))
