"""Syllables of one Spanish, Galician, Portuguese, Catalan, Italian or French word in small letters, by its spelling.

These spellings say which vowels make a syllable. "Open" vowels (a, e, o, and i or u with an accent that marks them as
stressed or parted) each carry one; a plain i or u leans on an open vowel beside it. The languages differ in when it
does not: see each function. Italian does not write the accent that would say so ("malattia", "storia"): there the
ends of words decide, from `data/syllables_it.toml`. French is counted as spoken in a careful reading: a last e, es and
the ent of some verbs are silent, an e inside a word is said.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

_SILENT_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eéèêií])")
_CONSONANT_Y = re.compile(r"(?<![a-zà-ÿ])y(?=[aeiouáéíóú])|(?<=[aeiouáéíóú])y(?=[aeiouáéíóú])")
_FRENCH_Y = re.compile(r"(?<=[aeiouàâéèêîôû])y(?=[aeiouàâéèêîôû])|(?<![a-zà-ÿ])y(?=[aeou])")


def count(word: str, language: str) -> int:
    """Syllables, at least 1."""
    return max(1, _COUNTERS[language](word.replace("·", "").replace("'", "-")))


def _spanish(word: str) -> int:
    """Spanish and Galician: i and u without accent always lean; h between vowels parts them, as it is said."""
    letters = _CONSONANT_Y.sub("-", _SILENT_U.sub("", word)).replace("y", "i")
    return sum(_nuclei(group, "aeoáéíóúàèòâêôö") for group in re.findall(r"[aeiouáéíóúüïàèòâêôö]+", letters))


def _nuclei(group: str, open_vowels: str) -> int:
    return max(1, sum(vowel in open_vowels for vowel in group))


def _portuguese(word: str) -> int:
    """Portuguese: i and u lean on the vowel before them, and on the one after at an accented word's end.

    An i or u after a vowel is parted from it before nh and before l, m, n, r, z that close the syllable ("ra|iz").
    """
    letters = _SILENT_U.sub("", word).replace("y", "i")
    letters = re.sub(r"(?<=g)u(?=[aoáóãâ])", "", letters)
    letters = re.sub(r"ão|ãe|õe", "ã", letters)
    letters = re.sub(r"(?<=[aeou])i(?=nh|[lmnrz](?![aeiouáéíóúâêôãõh]))", "|i", letters)
    letters = re.sub(r"(?<=[aeo])u(?=nh|[lmnrz](?![aeiouáéíóúâêôãõhs]))", "|u", letters)
    if re.search(r"[áéíóúâêô]", letters):
        letters = re.sub(r"(?<=[^aeiouáéíóúâêôã|])[iu]([aeo]s?)$", r"\1", letters)
    letters = re.sub(r"[aeoáéóâêôãõiuíú](?:[iu](?![íúáéóâêôã]))", "a-", letters)
    return len(re.findall(r"[aeiouáéíóúâêôãõàü]", letters))


def _catalan(word: str) -> int:
    """Catalan: i and u lean on the vowel before them, or stand between vowels; before a vowel they carry a syllable.

    Not so a u after g or q, and an i at the beginning ("io|gurt"). The i of "-ig" and "-ix" after a vowel is not said.
    """
    letters = re.sub(r"(?<=[gq])[uü](?=[aeioàèéíòóú])", "", word).replace("ny", "n")
    letters = re.sub(r"^h?i(?=[aeoàèéòó])", "-", letters)
    letters = re.sub(r"(?<=[aeouàèéòóú])i(?=x|g$|gs$)", "", letters)
    letters = re.sub(r"(?<=[aeiouàèéíòóúïü])[iu](?=[aeioàèéòó])(?!i?sme$|i?sta$)", "-", letters)
    letters = re.sub(r"(?<=[aeo])i(?=r$|nt$|sme$|sta$|stes$)", "|í", letters)
    letters = re.sub(r"([aeouàèéòóiíú])[iu](?![aeioàèéòó])", r"\1-", letters)
    return len(re.findall(r"[aeiouàèéíòóúïüy]", letters))


def _italian(word: str) -> int:
    """Italian: i and u lean on the vowel beside them, save where the end of the word or a listed place parts them."""
    data = _italian_data()
    if word in data["two_syllables"]:
        return 2
    letters = re.sub(r"(?<=q)u", "", word)
    letters = re.sub(r"(?<=[aeiou])i(?=[aeou])", "-", letters)
    singular = re.sub(r"ie$", "ia", word)
    if singular.endswith(tuple(data["stressed_ends"])) and not singular.endswith(tuple(data["unstressed"])):
        letters = re.sub(r"i([ae])$", r"i|\1", letters)
    for beginning in data["beginnings"]:
        if word.startswith(beginning.replace("|", "")) and not word.startswith(tuple(data["not_beginnings"])):
            head = beginning.index("|")
            letters = f"{letters[:head]}|{letters[head:]}" if len(letters) > head + 3 else letters
    for pair in data["inner"]:
        letters = letters.replace(pair.replace("|", ""), pair)
    return sum(_nuclei(group, "aeoàèéòóìíùú") for group in re.findall(r"[aeiouàèéìíòóùú]+", letters))


def _french(word: str) -> int:
    """French: a group of vowels is a syllable, save where an accent or a diaeresis, or a cluster before i, parts it."""
    letters = word.replace("œ", "e").replace("æ", "e")
    total = 0
    for part in letters.split("-"):
        total += _french_part(part) if re.search(r"[aeiouyà-ÿ]", part) else 0
    return total


def _french_part(part: str) -> int:
    said = re.sub(r"(?<=[gq])u(?=[aeioéèêy])", "", part)
    said = _FRENCH_Y.sub("-", said)
    bare = re.sub(r"es?$", "", said)
    if re.search(_french_data()["silent_ent"], said) and not re.search(_french_data()["sounded_ent"], said):
        bare = re.sub(r"ent$", "", said)
    said = bare if re.search(r"[aeiouyà-ÿ]", bare) else said
    said = re.sub(r"([bcdfgptv][lr][iy])(?=[aeoéè])", r"\1|", said)
    said = re.sub(
        r"(?<=[aeiouy])(?=[ïëü])|(?<=[éè])(?=[aeiouéèàâ])|(?<=[ao])(?=[éèao])|(?<=[iu])(?=[ao]s?$)", "|", said
    )
    said = re.sub(r"(?<=[aeou])il(?:l|$|s$)", "-", said)
    return len(re.findall(r"[aeiouyàâäéèêëîïôöùûü]+", said))


@cache
def _italian_data() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.score").joinpath("data/syllables_it.toml").read_text("utf-8"))


@cache
def _french_data() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.score").joinpath("data/syllables_fr.toml").read_text("utf-8"))


_COUNTERS: dict[str, Callable[[str], int]] = {
    "es": _spanish,
    "gl": _spanish,
    "pt": _portuguese,
    "ca": _catalan,
    "it": _italian,
    "fr": _french,
}

LANGUAGES = frozenset(_COUNTERS)
