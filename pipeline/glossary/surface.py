"""The forms a glossary term may have in running text, by spelling rule. Irregular ones are in `surface.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from pipeline.glossary.entries import Entry, Pos

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_PLURALS = (("sis", "ses"), ("a", "ae"), ("um", "a"), ("us", "i"), ("ix", "ices"), ("ex", "ices"), ("oma", "omata"))
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_SHORTEST_STEM = 3
_REMEMBERED = 16384  # words


def forms(entry: Entry) -> frozenset[str]:
    """Every spelling of an entry in every form it may have, in small letters with straight apostrophes.

    A noun's last word, or the one before "of", takes the plural; a verb's first word its endings.
    """
    return frozenset(
        form for spelling in entry.spellings for form in _forms(spelling.lower().replace("’", "'"), entry.pos)
    )


def _forms(spelling: str, pos: Pos) -> Iterator[str]:
    yield spelling
    if pos is Pos.NOUN:
        head, of, rest = spelling.partition(" of ")
        before, blank, last = head.rpartition(" ")
        for plural in _plurals(last):
            yield before + blank + plural + of + rest
    elif pos is Pos.VERB:
        first, blank, rest = spelling.partition(" ")
        for form in _verb_forms(first):
            yield form + blank + rest


def _plurals(noun: str) -> Iterator[str]:
    yield from _irregular().get(noun, ())
    yield _with_s(noun)
    for ending, plural in _PLURALS:
        if noun.endswith(ending) and len(noun) > len(ending) + _SHORTEST_STEM:
            yield noun[: -len(ending)] + plural


def _verb_forms(verb: str) -> Iterator[str]:
    yield from _irregular().get(verb, ())
    yield _with_s(verb)
    stem = verb[:-1] if verb.endswith("e") else verb
    yield f"{stem}ing"
    yield f"{verb[:-1]}ied" if _CONSONANT_Y.search(verb) else f"{stem}ed"


def _with_s(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return f"{word[:-1]}ies"
    return word + ("es" if _SIBILANT.search(word) else "s")


@lru_cache(maxsize=_REMEMBERED)
def stems(word: str) -> frozenset[str]:
    """A word in small letters as it stands, and every basic form its ending may come from."""
    found = {word}
    for ending, basic in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            stem = word[: -len(ending)]
            found.add(stem + basic)
            if not basic and len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
                found.add(stem[:-1])  # stopped: stop
    return frozenset(found)


@cache
def _irregular() -> dict[str, list[str]]:
    data = tomllib.loads(files(__package__).joinpath("surface.toml").read_text("utf-8"))
    forms: dict[str, list[str]] = data["forms"]
    return forms
