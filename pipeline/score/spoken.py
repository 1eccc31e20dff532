"""A written word as it is said, so that its syllables can be counted.

- Numbers are said in full: "2.5" is "two point five", "1918" "nineteen eighteen", "10-20" "ten to twenty".
- Units are said in full, with or without a blank before them: "mg" and the end of "5mg" are "milligrams", "mL" is
  "milliliters", "mg/kg" "milligrams per kilograms" (the plural has as many syllables as the singular, or nearly).
- Abbreviations are said in full ("Dr", "e.g."), but "a.m." and "p.m." are said as letters.
- Initialisms are said as letters: "MRI", "HbA1c", "pH"; their digits as numbers: "B12" is "B twelve". Capitals that
  are a common word are that word ("DO NOT"), save those listed; "AIDS" and "NASA" are words.
- Greek letters are said by their names, and so is a consonant that stands alone ("vitamin D").

What is said how is data: `data/spoken.toml` and `data/numerals.toml`; examples for each rule: `docs/counting.md`. The
source of the principle, that figures and signs count as they are read aloud and abbreviations as if written in full:
R. Flesch, How to Write Plain English (1979), chapter 2; G. H. McLaughlin, SMOG grading, Journal of Reading 12 (1969).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.score import numerals
from pipeline.score.language import root

_NUMBER = r"\d+(?:[.,\u00a0]\d+|'\d{3})*"
_FIGURE = re.compile(rf"[<>≤≥±~+]?([$£€])?({_NUMBER})(.*)")
_CLOCK = re.compile(r"(\d{1,2})[:h](\d{2})")
_POWER = re.compile(rf"({_NUMBER})\^(\d+)")
_RUNS = re.compile(rf"{_NUMBER}|[^\W\d_]+")
_PLURAL_LETTERS = re.compile(r"([A-Z]{2,})s")
_INNER_CAPITALS = re.compile(r"[a-z]{0,2}[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[a-z]{1,2}[A-Z]{1,4}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_RANGE = re.compile(rf"([$£€])?({_NUMBER})[-–]([$£€])?({_NUMBER})(?![-–]\d)(.*)")
_ROMAN = frozenset("IVX")
_LEADING_SIGNS = "%‰°$£€"
_VOWELS = "aeiouyáéíóúàèòâêôãõïüäöù"
# No vowel, or short and no way to begin: "DPOC".
_UNSAYABLE = re.compile(rf"[^{_VOWELS}]*$|[^{_VOWELS}]{{3}}.{{0,2}}$|[bcdfgkmpt][bcdfgkmpqt].{{0,3}}$")
_LONGEST_INITIALISM = 4
_SUPERSCRIPTS = re.compile(r"(\d?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_FRACTIONS = re.compile(r"(\d?)([¼½¾⅐-⅞])")


@dataclass(frozen=True, slots=True)
class _Language:
    letters: dict[str, str]  # Greek ones among them
    both: str  # "and"
    power: str
    ordinals: frozenset[str]
    units: dict[str, str]
    abbreviations: dict[str, str]
    spelled: frozenset[str]
    as_words: frozenset[str]
    said: dict[str, str]


@cache
def _languages() -> dict[str, _Language]:
    rows = tomllib.loads(files("pipeline.score").joinpath("data/spoken.toml").read_text("utf-8"))
    greek = dict(pair.split() for pair in rows.pop("all")["greek"].split(","))
    return {
        language: _Language(
            greek
            | {"&": row["and"]}
            | dict(zip("abcdefghijklmnopqrstuvwxyz", (n.strip() for n in row["letters"].split(",")), strict=True)),
            row["and"],
            row["power"],
            frozenset(row["ordinals"]),
            row["units"],
            row["abbreviations"],
            frozenset(row["spelled"]),
            frozenset(row["as_words"]),
            row.get("said", {}),
        )
        for language, row in rows.items()
    }


def is_unit(text: str, language: str) -> bool:
    """Whether a short form is a unit of measure, exactly as written."""
    return text in _language(language).units


def _language(language: str) -> _Language:
    """The row of a BCP 47 tag; that of English where there is none."""
    return _languages().get(root(language), _languages()["en"])


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What is asked of the words of a language, in small letters."""

    has: Callable[[str], bool]  # whether it is a word
    is_common: Callable[[str], bool]  # whether it is one that a writer may put in capitals for stress


def is_spelled(capitals: str, language: str) -> bool:
    """Whether capitals are listed as letters although they spell a word: "US"."""
    return capitals in _language(language).spelled


def say(word: str, language: str, dictionary: Dictionary | None = None) -> tuple[str, ...]:
    """The words, in small letters, that one written word is said as. Without a dictionary nothing is a known word."""
    data = _language(language)
    whole, *fraction = _plain(word).split(" ")
    said = [part.lower() for part in _parts(whole, language, data, dictionary)]
    for part in fraction:  # "5½"
        said += [data.both, *_parts(part, language, data, dictionary)]
    return tuple(piece for part in said for piece in part.split())


def _plain(word: str) -> str:
    """The word in plain characters: "10⁹" as "10^9", "cm²" as "cm2", "5½" as "5 1/2"."""
    if word.isascii():
        return word
    word = _SUPERSCRIPTS.sub(lambda match: f"{match[1]}^{match[2]}" if match[1] else match[2], word)
    word = _FRACTIONS.sub(lambda match: f"{match[1]} {match[2]}" if match[1] else match[2], word)
    return unicodedata.normalize("NFKC", word).replace("’", "'").replace("\u2044", "/")


def _parts(word: str, language: str, data: _Language, words: Dictionary | None) -> Iterator[str]:
    whole = _whole(word, data)
    if whole is not None:
        yield whole
        return
    between = _RANGE.fullmatch(word)
    if between is not None:
        yield from _range(between, language, data, words)
        return
    if "/" in word and _has_units(word.split("/"), data):
        first, *others = word.split("/")
        yield from _parts(first, language, data, words)
        for other in others:
            yield numerals.names(language).per
            yield from _parts(other, language, data, words)
        return
    parts = re.split(r"[-–/]", word)
    in_capitals = word.isupper() and max(map(len, parts)) > _LONGEST_INITIALISM
    for part in parts:
        if in_capitals and len(part) == 2 and part not in data.spelled and _has(words, part):  # "CO-TRIMOXAZOLE"
            yield part
        else:
            yield from _part(part, language, data, words)


def _range(between: re.Match[str], language: str, data: _Language, words: Dictionary | None) -> Iterator[str]:
    """As in "10-20", "10-20mg", "$20–$30", "$20-30"; money is named where its sign stands, and at least behind."""
    sign, low, other_sign, high, rest = between.groups()
    yield numerals.say(low, language)
    if sign and other_sign:
        yield data.units[sign]
    yield from (numerals.names(language).to, numerals.say(high, language))
    if money := other_sign or sign:
        yield data.units[money]
    if rest[:1] == "/" and (money or rest[1:] in data.units):
        yield numerals.names(language).per
    yield from _tail(rest, language, data, words)


def _has_units(parts: list[str], data: _Language) -> bool:
    """Whether a slash between these is "per": one is a unit, or the first is a figure with its unit ("5mg/day")."""
    if any(part in data.units for part in parts):
        return True
    figure = _FIGURE.fullmatch(parts[0])
    if figure is None:
        return False
    sign, _, unit = figure.groups()
    return unit in data.units or bool(sign and not unit and parts[1][:1].isalpha())


def _part(part: str, language: str, data: _Language, words: Dictionary | None) -> Iterator[str]:
    whole = _whole(part, data)
    figure = _FIGURE.fullmatch(part)
    if whole is not None:
        yield whole
    elif clock := _CLOCK.fullmatch(part):
        yield numerals.say(clock[1], language)
        if clock[2] != "00":
            yield numerals.say(clock[2].lstrip("0"), language)
    elif power := _POWER.fullmatch(part):
        yield from (numerals.say(power[1], language), data.power, numerals.say(power[2], language))
    elif figure is not None:
        sign, number, rest = figure.groups()
        yield numerals.say(number, language)
        yield from _tail(rest, language, data, words)
        if sign:
            yield data.units[sign]
    elif any(c.isdecimal() for c in part):
        yield from _mixed(part, language, data)
    else:
        yield from _letters(part, data, words)


def _whole(word: str, data: _Language) -> str | None:
    if word in data.as_words or word in data.said:
        return data.said.get(word, word)
    unit = data.units.get(word)
    if unit is not None or (len(word) > 1 and word.isupper() and not set(word) <= _ROMAN) or word in data.spelled:
        return unit
    return data.abbreviations.get(word.lower().rstrip("."))


def _tail(rest: str, language: str, data: _Language, words: Dictionary | None) -> Iterator[str]:
    """What is written right behind a number: a unit, the end of an ordinal, a letter."""
    bare = rest.lstrip(".")
    if not bare or bare.lower() in data.ordinals:
        return
    letters = data.abbreviations.get(".".join(bare.lower()))  # "8am" is said as "8 a.m."
    if letters is not None:
        yield letters
    elif len(bare) > 1 and bare[0] in _LEADING_SIGNS and bare not in data.units:  # "0.9%NaCl"
        yield data.units[bare[0]]
        yield from _tail(bare[1:], language, data, words)
    elif len(bare) > 1 and bare.isupper() and bare.lower() in data.units:  # "5MG"
        yield data.units[bare.lower()]
    elif bare not in data.units and "/" not in bare and any(c.isdecimal() for c in bare):
        yield from _mixed(bare, language, data)
    else:
        yield from _parts(bare.lstrip("-–/"), language, data, words)


def _mixed(part: str, language: str, data: _Language) -> Iterator[str]:
    """Letters and digits in one: short runs of letters are spelled, longer ones are words."""
    for run in _RUNS.findall(part):
        if run[0].isdecimal():
            yield numerals.say(run, language)
        elif len(run) <= _LONGEST_INITIALISM or run.isupper():
            yield _spell(run, data)
        else:
            yield run


def _letters(part: str, data: _Language, words: Dictionary | None) -> Iterator[str]:
    bare = part.replace(".", "")
    if bare in data.as_words or bare in data.said:
        yield data.said.get(bare, bare)
    elif "." in part and bare != part and all(len(letter) == 1 for letter in part.strip(".").split(".")):
        yield _spell(bare, data)
    elif plural := _PLURAL_LETTERS.fullmatch(bare):
        yield from _letters(plural[1], data, words)
    elif bare in data.spelled or "&" in bare:
        yield _spell(bare, data)
    elif len(bare) == 1:
        yield _spell(bare, data) if bare.lower() not in _VOWELS and (bare.isupper() or not bare.isascii()) else bare
    elif bare.isupper():
        yield _spell(bare, data) if _is_initialism(bare, words) else bare
    elif len(bare) <= _LONGEST_INITIALISM + 1 and _INNER_CAPITALS.fullmatch(bare) and not _is_common(words, bare):
        yield _spell(bare, data)
    elif not _has(words, bare):
        yield from _CAMEL.split(bare)
    else:
        yield bare


def _is_initialism(capitals: str, words: Dictionary | None) -> bool:
    """Whether capitals are said as letters.

    Two are (words of two letters are listed), and three or four that are no common word, and more that cannot be said
    as a word. In a language without a dictionary four are a word if they can be said.
    """
    if len(capitals) == 2:
        return True
    if _is_common(words, capitals):
        return False
    return len(capitals) <= _LONGEST_INITIALISM - (words is None) or _UNSAYABLE.match(capitals.lower()) is not None


def _has(words: Dictionary | None, word: str) -> bool:
    return words is not None and words.has(word.lower())


def _is_common(words: Dictionary | None, word: str) -> bool:
    return words is not None and words.is_common(word.lower())


def _spell(letters: str, data: _Language) -> str:
    return " ".join(data.letters.get(letter, letter) for letter in letters.lower())
