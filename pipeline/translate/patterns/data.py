"""The files of glossaries/instructions, read and checked: sentence patterns, and the closed lists of their parameters.

`lists-*.toml` hold lists, every other file patterns; the fields are told in glossaries/README.md.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import GlossaryError
from pipeline.glossary.files import own_folder
from pipeline.store import sha256
from pipeline.translate.patterns.plurals import NEEDED

LANGUAGES = tuple(NEEDED)
COUNTED = frozenset(
    {"form", "drop", "puff", "spray", "patch", "dose", "unit", "strength", "weight", "span", "interval", "count"}
)
"""Lists whose wordings are written by plural category, with # for the number."""
PARAMETER = re.compile(r"\{([a-z]+)([0-9]?)(?::([a-z]+))?\}")  # kind, number, case
_GROUP = re.compile(r"\[[^\[\]]*\]")
_ALTERNATIVES = re.compile(r"\(([^()|]+(?:\|[^()|]+)+)\)")


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a closed list: its English spellings, and its forms in each language.

    A form is a case ("" for the usual one), a plural category, or both ("dat one").
    """

    english: tuple[str, ...]
    wordings: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One sentence: its English wordings, its one wording in each language, and examples that prove it."""

    name: str
    english: tuple[str, ...]
    wordings: Mapping[str, str]
    examples: tuple[str, ...]
    misses: tuple[str, ...]  # sentences close by that must not match


@dataclass(frozen=True, slots=True)
class Instructions:
    """Everything in the folder."""

    lists: Mapping[str, tuple[Item, ...]]
    words: Mapping[str, Mapping[str, Any]]  # what joins values, and how the clock is told
    patterns: tuple[Pattern, ...]
    digest: str


@cache
def load(folder: Path | None = None) -> Instructions:
    """The instructions of a folder, Plainleaf's own by default. Raises GlossaryError where a file cannot be used."""
    place = folder or own_folder() / "instructions"
    lists: dict[str, tuple[Item, ...]] = {}
    words: dict[str, Mapping[str, Any]] = {}
    patterns: list[Pattern] = []
    contents: list[bytes] = []
    for path in sorted(place.glob("*.toml")):
        contents.append(path.read_bytes())
        table = _table(path, contents[-1])
        for key, value in table.items():
            if key == "pattern":
                patterns += [_pattern(path, row) for row in value]
            elif isinstance(value, list):
                lists[key] = (*lists.get(key, ()), *(_item(path, key, row) for row in value))
            elif isinstance(value, dict):
                words[key] = value
    twice = {p.name for p in patterns if [q.name for q in patterns].count(p.name) > 1}
    if twice:
        raise GlossaryError(f"{place}: the pattern names {', '.join(sorted(twice))} stand twice.", "Rename one.")
    return Instructions(lists, words, tuple(patterns), sha256(b"\0".join(contents))[:16])


def kinds(text: str) -> list[str]:
    """The parameters of a wording, each by its name ("amount", "amount2"), in order."""
    return [kind + number for kind, number, _ in PARAMETER.findall(text)]


def groups(text: str) -> list[frozenset[str]]:
    """The parameters of each optional part of a wording."""
    return [frozenset(kinds(group)) for group in _GROUP.findall(text)]


def _table(path: Path, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GlossaryError(f"{path} is not valid TOML: {error}.", "Mend the line it names.") from error


def _pattern(path: Path, row: Mapping[str, Any]) -> Pattern:
    name = str(row.get("name", "?"))
    missing = [key for key in ("name", "en", "match", "miss", *LANGUAGES) if not row.get(key)]
    if missing:
        raise _unusable(path, name, f"lacks {', '.join(missing)}")
    english = tuple(row["en"])
    for wording in (*english, *(row[language] for language in LANGUAGES)):
        fault = _fault(wording, english[0], is_english=wording in english)
        if fault:
            raise _unusable(path, name, f"“{wording}” {fault}")
    return Pattern(name, english, {x: row[x] for x in LANGUAGES}, tuple(row["match"]), tuple(row["miss"]))


def _fault(wording: str, first: str, is_english: bool) -> str:
    """What is wrong with a wording, compared with the first English one; empty if nothing is.

    Another English wording may ask for a parameter that is optional in the first; a translation has to leave it out.
    """
    if sorted(kinds(wording)) != sorted(kinds(first)):
        return "has other parameters than the first English wording"
    optional, allowed = (sorted(map(sorted, groups(text))) for text in (wording, first))
    if optional != allowed and not (is_english and all(group in allowed for group in optional)):
        return "has other optional parts than the first English wording"
    if frozenset() in groups(wording):
        return "has an optional part without a parameter"
    rest = PARAMETER.sub("", _GROUP.sub("", _ALTERNATIVES.sub("", PARAMETER.sub("", wording))))
    return "has a bracket too many" if re.search(r"[\[\]{}|]", rest) else ""


def _item(path: Path, kind: str, row: Mapping[str, Any]) -> Item:
    english = tuple(row.get("en", ()))
    name = english[0] if english else "?"
    wordings = {language: dict(_forms(row[language])) for language in LANGUAGES if language in row}
    for language in LANGUAGES:
        needed = NEEDED[language] if kind in COUNTED else ("",)
        missing = [form for form in needed if not wordings.get(language, {}).get(form)]
        if missing or not english:
            raise _unusable(path, f"{kind} {name}", f"lacks {language} {', '.join(missing)}".rstrip())
    return Item(english, wordings)


def _forms(value: str | Mapping[str, Any], case: str = "") -> Iterator[tuple[str, str]]:
    """Forms by name; a table inside the table is a case with forms of its own."""
    if isinstance(value, str):
        yield case, value
        return
    for key, inner in value.items():
        if isinstance(inner, str):
            yield f"{case} {'' if key == 'usual' else key}".strip(), inner
        else:
            yield from _forms(inner, key)


def _unusable(path: Path, name: str, why: str) -> GlossaryError:
    return GlossaryError(f"{path}: {name} cannot be used: it {why}.", "Mend the entry.")
