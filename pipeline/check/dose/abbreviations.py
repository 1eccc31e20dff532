"""Shorthand of health workers that readers cannot know and that is misread. Data: `data/dose.toml`, `shorthand`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.check.amounts import BLANK, amount, any_of, has_drug, is_about_medicine, table, word_after, word_before
from pipeline.check.dose import eye_ear
from pipeline.check.passages import Passage, passages
from pipeline.check.shorthand import is_explained, other_meaning, told
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_ENGLISH = "en"
_NAME = "dose.drug-name"
_REACH = 30  # characters between an amount and the shorthand behind it
_NEAR = 3  # words between what is put on and the shorthand behind it
_EVERY = re.compile(r"(?<![\w.])[qQ]\.? ?(?P<hours>[0-9]{1,2}(?:[-–][0-9]{1,2})?) ?(?P<unit>hrs?|h|°)(?!\w)", re.ASCII)
_CLAUSE_END = re.compile(r"[.;:!?)]\s")


@dataclass(frozen=True, slots=True)
class _Shorthand:
    """One row of the table."""

    code: str
    write: tuple[str, ...]  # what it may stand for
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
            code, write = _meaning(subject, row, passage, match, read)
            yield _found(subject, passage, match, code, write)


def _found(subject: Subject, passage: Passage, match: re.Match[str], code: str, write: str) -> Finding:
    return subject.found(
        code,
        passage.section,
        passage.segment,
        f"“{match[0]}” is shorthand that readers may not know, or may take for something else.",
        f"Write {write}.",
        part=match.span(),
    )


def _meaning(
    subject: Subject, row: _Shorthand, passage: Passage, match: re.Match[str], read: Sequence[Passage]
) -> tuple[str, str]:
    """The code of the finding and what to write: what the shorthand may stand for where it stands."""
    if row.code == eye_ear.CODE:
        heading = "" if passage.section.heading is None else passage.section.heading.text
        code, meanings = eye_ear.readings(passage.text, match, heading, subject.settings.profile)
        return code, _one_of(meanings) if meanings else "in words which eye or ear is meant"
    if len(row.write) == 1 and row.code != _NAME:
        return row.code, _one_of(row.write)
    meanings = told(match[0], row.write, (other.text for other in read)) or row.write
    return row.code, ("the name in full: " if row.code == _NAME else "") + _one_of(meanings)


def _one_of(meanings: Sequence[str]) -> str:
    """Several meanings are all given: nobody but the writer knows which is meant."""
    quoted = [f"“{meaning}”" for meaning in meanings]
    if len(quoted) == 1:
        return quoted[0]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}, whichever is meant"


def _excused(row: _Shorthand, form: str, read: Sequence[Passage]) -> bool:
    """Whether the text itself gives the form another meaning, or explains it where that is enough."""
    texts = [passage.text for passage in read if form in passage.text]
    if any(other_meaning(form, " ".join(row.write), text) for text in texts):
        return True
    return row.glossed and any(is_explained(form, text) for text in texts)


def _stands(row: _Shorthand, text: str, match: re.Match[str]) -> bool:
    return word_after(text, match.end()) not in row.not_before and _WHERE[row.where](text, match)


def _anywhere(_text: str, _match: re.Match[str]) -> bool:
    return True


def _in_medicine(text: str, match: re.Match[str]) -> bool:
    return is_about_medicine(text, _ENGLISH) or _behind(text, match)


def _behind_amount(text: str, match: re.Match[str]) -> bool:
    """A few words behind an amount, in figures or in words, in the same clause."""
    start = max(0, match.start() - _REACH - 20)
    return any(
        not _CLAUSE_END.search(text[found.end() : match.start()])
        for pattern in (amount(_ENGLISH), _in_words())
        for found in pattern.finditer(text, start, match.start())
        if match.start() - found.end() <= _REACH
    )


def _behind(text: str, match: re.Match[str]) -> bool:
    """Behind an amount, the name of a medicine, or what is put on or in: "cream BD"."""
    if _behind_amount(text, match):
        return True
    before = text[max(0, match.start() - _REACH) : match.start()]
    for found in _carrier().finditer(before):
        between = before[found.end() :]
        if len(between.split()) <= _NEAR and not _CLAUSE_END.search(between):
            return True
    return before.endswith(" ") and has_drug(word_before(text, match.start()), _ENGLISH)


def _beside(text: str, match: re.Match[str]) -> bool:
    """Right beside an amount, with nothing but a blank or "of" between."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    if any(before[found.end() :].strip() in {"", "of", "IV", "IM"} for found in amount(_ENGLISH).finditer(before)):
        return True
    after = amount(_ENGLISH).match(text, match.end() + 1)
    is_person = word_before(text, match.start()) in table()["context"]["people"]
    return after is not None and text[match.end()] in BLANK and not is_person


def _named(text: str, match: re.Match[str]) -> bool:
    """Beside an amount, behind a verb of taking, or before tablets: the name of a medicine and no result of a test."""
    words = table()["context"]
    before = re.sub(r"(?:your|the|some|any) $", "", text[max(0, match.start() - _REACH) : match.start()])
    return (
        _beside(text, match)
        or word_before(before, len(before)) in words["taking"]
        or word_after(text, match.end()) in table()["units"]["pieces"][_ENGLISH]
        or word_after(text, match.end()) in words["carriers"]
    )


_WHERE: dict[str, Callable[[str, re.Match[str]], bool]] = {
    "anywhere": _anywhere,
    "medicine": _in_medicine,
    "behind": _behind,
    "amount": _behind_amount,
    "drops": eye_ear.stands,
    "beside": _beside,
    "named": _named,
}


@cache
def _rows() -> dict[str, tuple[_Shorthand, ...]]:
    """Rows by form; those for drops before others of the same form."""
    rows: dict[str, list[_Shorthand]] = {}
    for row in table()["shorthand"]:
        write = (row["write"],) if isinstance(row["write"], str) else tuple(row["write"])
        made = _Shorthand(
            row["code"], write, row["where"], row.get("glossed", False), frozenset(row.get("not_before", ()))
        )
        for form in row["forms"]:
            rows.setdefault(form, []).append(made)
    return {form: tuple(sorted(found, key=lambda row: row.where != "drops")) for form, found in rows.items()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w./-]){any_of(_rows())}(?![\w/-]|\.\w)")


@cache
def _in_words() -> re.Pattern[str]:
    """An amount in words: "two tablets", "half a tablet", "one 5 mg tablet"."""
    pieces = any_of(table()["units"]["pieces"][_ENGLISH])
    counts = any_of(table()["context"]["counts"])
    return re.compile(rf"(?<!\w){counts} (?:an? )?{pieces}\b", re.IGNORECASE)


@cache
def _carrier() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(table()['context']['carriers'])}(?!\w)", re.IGNORECASE)
