"""Syllables of one Spanish, Galician, Portuguese, Catalan, Italian or French word in small letters, by its spelling.

These spellings say which vowels make a syllable. "Open" vowels (a, e, o, and i or u with an accent that marks them as
stressed or parted) each carry one; a plain i or u leans on an open vowel beside it. The languages differ in when it
does not: see each function. Italian does not write the accent that would say so ("malattia", "storia"): there the
ends of words decide, from `data/syllables_it.toml`. French is counted as spoken in a careful reading: a last e, es and
the ent of verbs are silent (`data/syllables_fr.toml` has the nouns), an e inside a word is said. In all of them a vowel
behind a prefix such as "auto" or "intra" begins a syllable ("auto|inmune").
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
_PREFIX = re.compile(r"^(auto|anti|contra|extra|infra|intra|multi|poli|semi|supra)(?=[iu])")
_FRENCH_Y = re.compile(r"(?<=[aeiouàâéèêîôû])y(?=[aeiouàâéèêîôû])|(?<![a-zà-ÿ])y(?=[aeou])")


def count(word: str, language: str) -> int:
    """Syllables, at least 1."""
    return max(1, _COUNTERS[language](_PREFIX.sub(r"\1|", word.replace("·", "").replace("'", "-"))))


def _spanish(word: str) -> int:
    """Spanish: i and u without accent always lean; h between vowels parts them, as it is said."""
    letters = _CONSONANT_Y.sub("-", _SILENT_U.sub("", word)).replace("y", "i")
    return sum(_nuclei(group, "aeoáéíóúàèòâêôö") for group in re.findall(r"[aeiouáéíóúüïàèòâêôö]+", letters))


def _galician(word: str) -> int:
    """Galician: as Spanish, but an accent on i or u behind u or i parts them ("ru|ído", "vi|úva"), and so does ï."""
    return _spanish(re.sub(r"(?<![qg])u(?=í)|i(?=ú)", "a", word).replace("ï", "í"))


def _nuclei(group: str, open_vowels: str) -> int:
    return max(1, sum(vowel in open_vowels for vowel in group))


def _portuguese(word: str) -> int:
    """Portuguese: i and u lean on the vowel before them, and on the one after at an accented word's end.

    An i or u after a vowel is parted from it before nh and before l, m, n, r, z that close the syllable ("ra|iz").
    """
    letters = _SILENT_U.sub("", word).replace("y", "i")
    letters = re.sub(r"(?<=g)u(?=[aoáóãâ])|(?<=[gq])ü", "", letters)
    letters = re.sub(r"^(re|pro|su)(?=i[bc]|un)", r"\1|", letters)
    letters = re.sub(r"(?<=i)(?=u[^s|])|(?<=[au])(?=iç)", "|", letters)
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
    letters = re.sub(r"^re(?=uni)", "re|", word)
    letters = re.sub(r"(?<=[gq])[uü](?=[aeioàèéíòóú])", "", letters).replace("ny", "n")
    letters = re.sub(r"^h?i(?=[aeoàèéòó])", "-", letters)
    letters = re.sub(r"(?<=[aeouàèéòóú])i(?=x|g$|gs$)", "", letters)
    letters = re.sub(r"(?<=[aeiouàèéíòóúïü])[iu](?=[aeioàèéòó])(?!i?sme$|i?sta$)", "-", letters)
    letters = re.sub(r"(?<=[aeou])i(?=r(?:$|à|é|em$|eu$|an$|ia)|nt$|sme$|sta$|stes$)", "|í", letters)
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
        letters = re.sub(r"i([aeo])$", r"i|\1", letters)
    for beginning in data["beginnings"]:
        if word.startswith(beginning.replace("·", "")) and not word.startswith(tuple(data["not_beginnings"])):
            head = beginning.index("·")
            letters = f"{letters[:head]}|{letters[head:]}" if len(letters) > head + 3 else letters
    letters = f"|{letters}|"
    for border in data["inner"]:
        letters = letters.replace(border.replace("·", ""), border)
    return sum(_nuclei(group, "aeoàèéòóìíùú") for group in re.findall(r"[aeiouàèéìíòóùú]+", letters))


def _french(word: str) -> int:
    """French: a group of vowels is a syllable, save where an accent or a diaeresis, or a cluster before i, parts it."""
    letters = word.replace("œ", "e").replace("æ", "e")
    return sum(_french_part(part) for part in letters.split("-") if re.search(r"[aeiouyà-ÿ]", part))


def _french_part(part: str) -> int:
    data = _french_data()
    if part in data["words"]:
        return int(data["words"][part])
    said = re.sub(r"(?<=[gq])u(?=[aeioéèêëy]|$)", "", part)
    said = _FRENCH_Y.sub("-", said.replace("pays", "pa-is"))
    bare = re.sub(r"ent$" if _silent_ent(part) else r"es?$", "", said)
    said = bare if re.search(r"[aeiouyà-ÿ]", bare) else said
    said = _french_borders().sub("|", said)
    said = re.sub(r"(?<=[aeou])il(?:l|$|s$)", "-", said)
    return len(re.findall(r"[aeiouyàâäéèêëîïôöùûü]+", said))


def _silent_ent(word: str) -> bool:
    """Whether "-ent" is the silent end of a verb: it is, save where data say that it is said."""
    data = _french_data()
    if not word.endswith("ent") or word in data["ent_words"] or word.endswith(tuple(data["sounded_ent"])):
        return False
    return not word.endswith("ment") or word.endswith(tuple(data["verbs_ment"]))


@cache
def _italian_data() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.score").joinpath("data/syllables_it.toml").read_text("utf-8"))


@cache
def _french_data() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.score").joinpath("data/syllables_fr.toml").read_text("utf-8"))


@cache
def _french_borders() -> re.Pattern[str]:
    cuts = (border.partition("·") for border in _french_data()["borders"])
    return re.compile("|".join(f"(?<={before})(?={after})" for before, _, after in cuts))


_COUNTERS: dict[str, Callable[[str], int]] = {
    "es": _spanish,
    "gl": _galician,
    "pt": _portuguese,
    "ca": _catalan,
    "it": _italian,
    "fr": _french,
}

LANGUAGES = frozenset(_COUNTERS)
