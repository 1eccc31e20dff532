"""The glossary: typed entries read from TOML files that a clinician can write.

Plainleaf's own entries are the `plain-*.toml` files of the folder glossaries/; a user's files and folders
override them: where a file or folder named later has entries for a term and part of speech, they stand for all earlier
ones.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from pipeline.errors import GlossaryError
from pipeline.glossary.files import glossary_files, own_folder

LANGUAGE = "en"


class Pos(StrEnum):
    """Part of speech an entry applies to; PHRASE asks for none."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    PHRASE = "phrase"


class Treatment(StrEnum):
    """What is done with a term."""

    REPLACE = "replace"  # by the plain wording
    DEFINE = "define"  # kept, with its definition after the sentence of its first use
    KEEP = "keep"  # locked: no other entry applies inside it
    EXPAND = "expand"  # an initialism: written out at its first use


FORMS: dict[Pos, frozenset[str]] = {
    Pos.NOUN: frozenset({"plural"}),
    Pos.VERB: frozenset({"third", "past", "participle", "gerund"}),
    Pos.ADJECTIVE: frozenset({"comparative", "superlative"}),
    Pos.ADVERB: frozenset({"comparative", "superlative"}),
}
"""Names of irregular forms an entry may give, by part of speech."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One term and what to do with it. The words its context is told by are lemmas."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    term: str
    pos: Pos
    treatment: Treatment
    plain: str = ""
    forms: dict[str, str] = field(default_factory=dict)  # irregular forms of the plain wording, by name
    variants: tuple[str, ...] = ()
    frame: dict[str, str] = field(default_factory=dict)  # verbs: preposition after the term → after the plain word
    sense: str = ""  # which meaning of the term the entry is for, in a few words for its reader
    needs: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    object: tuple[str, ...] = ()  # verbs: what it is done to
    subject: tuple[str, ...] = ()  # verbs: who or what does it
    avoid: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    definition: str = ""
    source: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """The term and its variants."""
        return (self.term, *self.variants)

    @property
    def conditions(self) -> tuple[tuple[str, ...], ...]:
        """All that the entry asks of its place."""
        around = self.needs, self.beside, self.avoid, self.not_before, self.not_after
        return *around, self.object, self.subject, tuple(sorted(self.frame))

    @property
    def asked(self) -> int:
        """How much the entry asks of its place: of two that fit, the one that asks more is meant."""
        return sum(len(words) for words in self.conditions)

    @property
    def gist(self) -> str:
        """The definition less its subject."""
        text = re.sub(r"^(?:an?|the) ", "", self.definition.casefold())
        return text.removeprefix(self.term.casefold()).strip()

    @property
    def thing(self) -> tuple[str, str]:
        """What the term stands for: the same for a long form and its initialism that are defined alike."""
        words = self.term.casefold().split()
        return "".join(word[0] for word in words) if len(words) > 1 else self.term.casefold(), self.gist


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an entry, or with a whole file (`term` empty)."""

    path: str
    line: int
    term: str
    message: str


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """Every entry that may apply, in the order of its files. Equal to itself alone, so that it can be a key."""

    entries: tuple[Entry, ...] = ()

    def without(self, terms: Iterable[str]) -> Glossary:
        """The glossary less all entries of these terms."""
        off = {term.casefold() for term in terms}
        return Glossary(tuple(entry for entry in self.entries if entry.term.casefold() not in off))


def load(paths: Iterable[Path] = ()) -> Glossary:
    """Plainleaf's own glossary, overridden by these files and folders, the later over the earlier.

    Raises GlossaryError naming the first file, line and entry that cannot be used.
    """
    by_key: dict[tuple[str, Pos], list[Entry]] = {}
    for place in (own_folder(), *paths):
        of_place: dict[tuple[str, Pos], list[Entry]] = {}
        for path in glossary_files([place]):
            for entry in _usable(path):
                of_place.setdefault((entry.term.casefold(), entry.pos), []).append(entry)
        by_key.update(of_place)
    return Glossary(tuple(entry for group in by_key.values() for entry in group))


def _usable(path: Path) -> tuple[Entry, ...]:
    entries, problems = read_file(path)
    for problem in problems:
        where = f"{problem.path}:{problem.line}"
        raise GlossaryError(
            f"{where}: {problem.message}.", "Mend the entry; `plainleaf glossary check` lists every problem."
        )
    return entries


def read_file(path: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The usable entries of one file, and what is wrong with the others."""
    try:
        text = path.read_text("utf-8")
        table = tomllib.loads(text)
    except OSError as error:
        return (), (Problem(str(path), 1, "", f"cannot be read: {error.strerror}"),)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return (), (Problem(str(path), 1, "", f"not valid TOML: {error}"),)
    problems = [Problem(str(path), 1, "", message) for message in _file_problems(table)]
    entries: list[Entry] = []
    lines = chain(_entry_lines(text), repeat(1))
    for row, line in zip(_rows(table), lines, strict=False):
        entry, messages = _entry(row)
        term = str(row.get("term", "?"))
        problems += [Problem(str(path), line, term, f"“{term}”: {message}") for message in messages]
        if entry is not None and not messages:
            entries.append(entry)
    return tuple(entries), tuple(problems)


def _rows(table: dict[str, Any]) -> list[dict[str, Any]]:
    rows = table.get("entry", [])
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _file_problems(table: dict[str, Any]) -> Iterator[str]:
    for name in table.keys() - {"meta", "entry"}:
        yield f"unknown table [{name}]"
    meta = table.get("meta")
    language = meta.get("language", LANGUAGE) if isinstance(meta, dict) else LANGUAGE
    if language != LANGUAGE:
        yield f'[meta] language is "{language}"; only "{LANGUAGE}" can be simplified'
    if not isinstance(table.get("entry", []), list):
        yield "entries are written [[entry]], with two brackets"


def _entry_lines(text: str) -> Iterator[int]:
    """Line numbers, from 1, of the `[[entry]]` headers."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.replace(" ", "").startswith("[[entry]]"):
            yield number


_ADAPTER = TypeAdapter(Entry)


def _entry(row: dict[str, Any]) -> tuple[Entry | None, list[str]]:
    try:
        entry = _ADAPTER.validate_python(row)
    except ValidationError as error:
        return None, [f"{'.'.join(map(str, e['loc']))}: {_plainly(e['type'], e['msg'])}" for e in error.errors()]
    return entry, list(_entry_problems(entry))


def _plainly(kind: str, message: str) -> str:
    names = {"unexpected_keyword_argument": "no such field", "missing": "is missing", "missing_argument": "is missing"}
    return names.get(kind, message[0].lower() + message[1:])


def _entry_problems(entry: Entry) -> Iterator[str]:
    if not all(spelling.strip() for spelling in entry.spellings):
        yield "term or variant is empty"
    if entry.treatment in {Treatment.REPLACE, Treatment.EXPAND} and not entry.plain.strip():
        yield f"treatment {entry.treatment} needs plain"
    if entry.treatment is Treatment.DEFINE and not entry.definition.strip():
        yield "treatment define needs a definition"
    if entry.treatment in {Treatment.DEFINE, Treatment.KEEP} and entry.plain:
        yield f"treatment {entry.treatment} takes no plain wording"
    for name in ("frame", "object", "subject"):
        if getattr(entry, name) and entry.pos is not Pos.VERB:
            yield f"only verbs have {'an' if name == 'object' else 'a'} {name}"
    for name in sorted(entry.forms.keys() - FORMS.get(entry.pos, frozenset())):
        yield f"forms.{name}: a {entry.pos} has no such form"
