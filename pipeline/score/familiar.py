"""Words that Dale and Chall, and Spache, count as familiar: the words of their lists, and regular forms of these.

Dale's list of 3,000 words comes with the package `textstat`. It is the list of 1948 in small letters, with 2,941 rows:
it has no "television" and no "computer", and of some words only a form ("babies" without "baby", "socks" without
"sock"), so a word is also familiar when its plural is listed. The revised list of Spache (1,041 words and the letters)
comes with the package `py-readability-metrics` as Porter stems. A stem fits more words than the list has ("anim" is
"animal" and "animate"), so it is not compared with stems of the text: a word, or what it is a regular form of, has
to be the stem itself, the stem with the last e or y that Porter takes away, or a word of Dale's list with an ending
that Porter takes away. Of Spache's list "comfortable" alone is not found, and a few other words are taken for listed
ones ("severe" for "several"). Neither list is copied here.

Familiar by the authors' rules are also figures, ordinals, and the names of persons and places: `is_name` takes a word
with a capital inside a sentence for a name. Initialisms are not familiar. A word with a hyphen is when all of its
parts are, and a British spelling is when the American one is ("colour").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline.score import dictionary
from pipeline.score.inflections import plain_forms
from pipeline.score.spelling import american

_DALE = ("textstat", "textstat/resources/en/easy_words.txt")
_SPACHE = ("py-readability-metrics", "readability/data/spache_easy_porterstem.txt")
_FIGURE = re.compile(r"[\d\W]+(?:st|nd|rd|th|s)?")
_JOINTS = re.compile(r"[-'’]")
_KEEPS_E = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]")  # "car" in "care": Porter leaves the e of such words


def is_familiar(word: str) -> bool:
    """Whether Dale and Chall count a word as familiar, wherever it stands in its sentence. English."""
    return _all_parts(word, _is_on_dales_list)


def is_familiar_to_spache(word: str) -> bool:
    """The same by Spache's list."""
    return _all_parts(word, _is_on_spaches_list)


def is_name(word: str) -> bool:
    """Whether a word that is not the first of its sentence is written as a name: "Anna", "O'Brien", not "HbA1c"."""
    parts = [part for part in _JOINTS.split(word) if part not in ("", "s")]
    return len(word) > 2 and bool(parts) and all(map(_begins_large, parts))


def _begins_large(part: str) -> bool:
    rest = part.removeprefix("Mc")
    return rest[:1].isupper() and (len(rest) == 1 or rest[1:].islower())


def root(word: str) -> str:
    """One and the same for the regular forms of a word, so that an unfamiliar word is counted once. No word itself."""
    return min(plain_forms(word.lower()), key=len)


def _all_parts(word: str, is_listed_as: Callable[[str], bool]) -> bool:
    def is_listed(part: str) -> bool:
        return is_listed_as(part) or is_listed_as(american(part))

    if word.isupper() and len(word) > 1 and dictionary.syllables(word.lower()) is None:
        return word.lower() in data()["short_forms"]
    lower = word.lower()
    if lower in data()["short_forms"] or is_listed(lower) or _FIGURE.fullmatch(lower):
        return True
    parts = [part for part in lower.split("-") if part]
    return len(parts) > 1 and all(is_listed(part) or _FIGURE.fullmatch(part) for part in parts)


def _is_on_dales_list(word: str) -> bool:
    return any(form in dale() for form in plain_forms(word)) or any(plural in dale() for plural in _plurals(word))


def _plurals(word: str) -> tuple[str, ...]:
    if len(word) < 3:
        return ()
    return (word + "s", word[:-1] + "ies") if word.endswith("y") else (word + "s",)


def _is_on_spaches_list(word: str) -> bool:
    return any(_has_listed_stem(form) for form in plain_forms(word))


def _has_listed_stem(form: str) -> bool:
    stems = spache_stems()
    if form in stems or _stem(form) in stems:
        return True
    if form not in dale():
        return False
    without_er = form.removesuffix("er")  # "togeth", but not "bank"
    is_stem = without_er in stems and without_er not in dale()
    return is_stem or any(form.removesuffix(ending) in stems for ending in data()["stem_endings"])


def _stem(form: str) -> str:
    """A plain word without the last e, or with the y as i, as Porter's stemmer leaves it."""
    if len(form) < 3:
        return form
    if form.endswith("bly") or (form.endswith("e") and not _KEEPS_E.fullmatch(form[:-1])):
        return form[:-1]
    if form.endswith("y") and form[-2] not in "aeiou":
        return form[:-1] + "i"
    return form


@cache
def dale() -> frozenset[str]:
    """The words of Dale's list in small letters, without full stops."""
    return frozenset(row.rstrip(".").lower() for row in _rows(*_DALE))


@cache
def spache_stems() -> frozenset[str]:
    """The stems of Spache's revised list; their file writes a backslash for an apostrophe."""
    return frozenset(row.replace("\\", "'").lower() for row in _rows(*_SPACHE))


def _rows(package: str, path: str) -> list[str]:
    """The rows of a file in an installed package, which is not imported. Raises PackageNotFoundError, OSError."""
    from importlib.metadata import distribution

    return Path(str(distribution(package).locate_file(path))).read_text("utf-8").split()


@cache
def data() -> dict[str, Any]:
    """The rows of `data/familiar_en.toml`."""
    return tomllib.loads(files("pipeline.score").joinpath("data/familiar_en.toml").read_text("utf-8"))
