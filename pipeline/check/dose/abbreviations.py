"""Shorthand of health workers that readers cannot know and that is misread. Data: `data/dose.toml`, `shorthand`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.check.amounts import BLANK, amount, any_of, is_about_medicine, table, word_after, word_before
from pipeline.check.passages import Passage, passages
from pipeline.check.shorthand import is_explained, other_meaning
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_ENGLISH = "en"
_NAME = "dose.drug-name"
_REACH = 30  # characters between an amount and the shorthand behind it
_DROPS = re.compile(r"(?:drops?|gtts?\.?|ointment|ear ?drops?|eye ?drops?)\b[^.;:]{0,20}$", re.IGNORECASE)
_EVERY = re.compile(r"(?<![\w.])[qQ]\.? ?(?P<hours>[0-9]{1,2}(?:[-–][0-9]{1,2})?) ?(?P<unit>hrs?|h|°)(?!\w)", re.ASCII)
_CLAUSE_END = re.compile(r"[.;:!?)]\s")


@dataclass(frozen=True, slots=True)
class _Shorthand:
    """One row of the table."""

    code: str
    write: str
    where: str
    glossed: bool
    not_before: frozenset[str]


def check(subject: Subject) -> Iterator[Finding]:
    """Shorthand in English text. One that the text explains is left out, save those that are known to kill."""
    if subject.language != _ENGLISH:
        return
    read = tuple(passages(subject))
    named: set[str] = set()
    excused: dict[tuple[str, str], bool] = {}
    for passage in read:
        for match in _EVERY.finditer(passage.text):
            hours = re.sub("[-–]", " to ", match["hours"])
            yield _found(subject, passage, match, "dose.latin", f"“every {hours} hours”")
        for match in _pattern().finditer(passage.text):
            form = match[0]
            row = next((r for r in _rows()[form] if _stands(r, passage.text, match)), None)
            if row is None or form in named:
                continue
            if (row.code, form) not in excused:
                excused[row.code, form] = _excused(row, form, read)
            if excused[row.code, form]:
                continue
            if row.code == _NAME:
                named.add(form)
            write = f"the name in full, for instance {row.write}" if row.code == _NAME else f"“{row.write}”"
            yield _found(subject, passage, match, row.code, write)


def _found(subject: Subject, passage: Passage, match: re.Match[str], code: str, write: str) -> Finding:
    return subject.found(
        code,
        passage.section,
        passage.segment,
        f"“{match[0]}” is shorthand that readers may not know, or may take for something else.",
        f"Write {write}.",
        part=match.span(),
    )


def _excused(row: _Shorthand, form: str, read: tuple[Passage, ...]) -> bool:
    """Whether the text itself gives the form another meaning, or explains it where that is enough."""
    texts = [passage.text for passage in read if form in passage.text]
    if any(other_meaning(form, row.write, text) for text in texts):
        return True
    return row.glossed and any(is_explained(form, text) for text in texts)


def _stands(row: _Shorthand, text: str, match: re.Match[str]) -> bool:
    return word_after(text, match.end()) not in row.not_before and _WHERE[row.where](text, match)


def _anywhere(_text: str, _match: re.Match[str]) -> bool:
    return True


def _in_medicine(text: str, _match: re.Match[str]) -> bool:
    return is_about_medicine(text, _ENGLISH)


def _behind(text: str, match: re.Match[str]) -> bool:
    """A few words behind an amount, in the same clause."""
    return any(
        not _CLAUSE_END.search(text[found.end() : match.start()])
        for found in amount(_ENGLISH).finditer(text, max(0, match.start() - _REACH - 20), match.start())
        if match.start() - found.end() <= _REACH
    )


def _behind_drops(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()]
    return before.upper() != before and _DROPS.search(before) is not None


def _beside(text: str, match: re.Match[str]) -> bool:
    """Right beside an amount, with nothing but a blank or "of" between."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    if any(before[found.end() :].strip() in {"", "of", "IV", "IM"} for found in amount(_ENGLISH).finditer(before)):
        return True
    after = amount(_ENGLISH).match(text, match.end() + 1)
    is_person = word_before(text, match.start()) in table()["context"]["people"]
    return after is not None and text[match.end()] in BLANK and not is_person


_WHERE: dict[str, Callable[[str, re.Match[str]], bool]] = {
    "anywhere": _anywhere,
    "medicine": _in_medicine,
    "behind": _behind,
    "drops": _behind_drops,
    "beside": _beside,
}


@cache
def _rows() -> dict[str, tuple[_Shorthand, ...]]:
    """Rows by form; those for drops before others of the same form."""
    rows: dict[str, list[_Shorthand]] = {}
    for row in table()["shorthand"]:
        made = _Shorthand(
            row["code"], row["write"], row["where"], row.get("glossed", False), frozenset(row.get("not_before", ()))
        )
        for form in row["forms"]:
            rows.setdefault(form, []).append(made)
    return {form: tuple(sorted(found, key=lambda row: row.where != "drops")) for form, found in rows.items()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w./-]){any_of(_rows())}(?![\w/-]|\.\w)")
