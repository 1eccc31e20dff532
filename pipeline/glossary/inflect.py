"""Forms of English words: regular ones by spelling rule, irregular ones from `irregular.toml`.

Of a wording of several words the head is inflected: a verb's first word, a noun's last or the one before "of".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pipeline.score.syllables import count

_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_DOUBLING = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$")
_SILENT_E = re.compile(r"[^eoy]e$")


def noun(plain: str, *, plural: bool, forms: Mapping[str, str] | None = None) -> str:
    """A noun in the singular or plural; `forms` may give the whole plural."""
    if not plural:
        return plain
    if forms and "plural" in forms:
        return forms["plural"]
    before, of, after = plain.partition(" of ")
    first, blank, head = before.rpartition(" ")
    return first + blank + _plural(head) + of + after


def verb(plain: str, form: str, forms: Mapping[str, str] | None = None) -> str:
    """A verb as "base", "third", "past", "participle" or "gerund"; `forms` gives forms of its first word."""
    if form == "base":
        return plain
    head, blank, rest = plain.partition(" ")
    if forms and form in forms:
        given = forms[form]
        return given if blank and given.endswith(rest) else given + blank + rest
    if form == "participle" and forms and "past" in forms:
        return forms["past"] + blank + rest
    return _verb(head, form) + blank + rest


def adjective(plain: str, degree: str, forms: Mapping[str, str] | None = None) -> str:
    """An adjective or adverb as "positive", "comparative" or "superlative"."""
    if degree == "positive":
        return plain
    if forms and degree in forms:
        return forms[degree]
    irregular = _table("adjective").get(plain, {})
    if degree in irregular:
        return str(irregular[degree])
    if " " in plain or count(plain, "en") > 2 or (count(plain, "en") == 2 and not plain.endswith("y")):
        return f"{'more' if degree == 'comparative' else 'most'} {plain}"
    ending = "er" if degree == "comparative" else "est"
    return _with_ending(plain, ending)


def article(following: str) -> str:
    """The article "a" or "an" before these words, by the sound of the first."""
    words = re.findall(r"[^\W_]+", following)
    if not words:
        return "a"
    first = words[0]
    if first.isupper() and (len(first) == 1 or not re.search(r"[AEIOU]", first[1:]) or len(first) <= 3):
        return "an" if first[0] in "AEFHILMNORSX" else "a"
    low = first.lower()
    sounds = _sounds()
    if low.startswith(sounds["vowel"]):
        return "an"
    if low.startswith(sounds["consonant"]):
        return "a"
    return "an" if low[0] in "aeiou" or low.startswith(("8", "11", "18")) else "a"


def _plural(head: str) -> str:
    irregular = _table("noun").get(head)
    if irregular:
        return str(irregular["plural"])
    if _CONSONANT_Y.search(head):
        return head[:-1] + "ies"
    if head.endswith("sis"):  # Greek: thrombosis, diagnosis
        return head[:-2] + "es"
    return head + ("es" if _SIBILANT.search(head) else "s")


def _verb(head: str, form: str) -> str:
    irregular = _table("verb").get(head, {})
    if form in irregular:
        return str(irregular[form])
    if form == "participle" and "past" in irregular:
        return str(irregular["past"])
    if form == "third":
        if _CONSONANT_Y.search(head):
            return head[:-1] + "ies"
        return head + ("es" if _SIBILANT.search(head) or head.endswith("o") else "s")
    return _with_ending(head, "ing" if form == "gerund" else "ed")


def _with_ending(word: str, ending: str) -> str:
    if ending == "ing":
        if word.endswith("ie"):
            return word[:-2] + "ying"
        stem = word[:-1] if _SILENT_E.search(word) else word
    elif word.endswith("e"):
        return word + ending[1:]
    else:
        stem = word[:-1] + "i" if _CONSONANT_Y.search(word) else word
    if stem == word and _DOUBLING.search(word) and (count(word, "en") == 1 or word in _table("doubling")):
        stem += word[-1]
    return stem + ending


@cache
def _irregular() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(files(__package__).joinpath("irregular.toml").read_text("utf-8"))


def _table(name: str) -> dict[str, dict[str, str]]:
    return _irregular()[name]


@cache
def _sounds() -> dict[str, tuple[str, ...]]:
    return {name: tuple(row["starts"]) for name, row in _table("sound").items()}
