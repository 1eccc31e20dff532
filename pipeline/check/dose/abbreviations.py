"""Shorthand of health workers that readers cannot know and that is misread. Data: `data/dose.toml`, `shorthand`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.check.dose import eye_ear
from pipeline.check.dose.shorthand_rows import Shorthand, pattern, rows
from pipeline.check.dose.stands import is_alone, stands
from pipeline.check.passages import Passage, passages
from pipeline.check.shorthand import is_explained, other_meaning, told
from pipeline.check.subject import Subject
from pipeline.findings import Finding

_ENGLISH = "en"
_NAME = "dose.drug-name"
_EVERY = re.compile(
    r"(?<![\w.])[qQ]\.? ?(?P<hours>[0-9]{1,2}(?:[-–][0-9]{1,2})?)\.? ?(?P<unit>[hH]rs?|HRS?|h|H|°)(?!\w)", re.ASCII
)


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
            often = "hour" if hours.lstrip("0") == "1" else f"{hours} hours"
            yield _found(subject, passage, match.span(), match[0], "dose.latin", f"“every {often}”")
        for match, line, start in _forms(passage):
            form, cell = match[0], passage.cell
            row = next((r for r in rows()[form] if stands(r, line, match, cell)), None)
            if row is None or form in named:
                continue
            if (row.code, form) not in excused:
                excused[row.code, form] = _excused(row, form, read)
            if excused[row.code, form]:
                continue
            if row.code == _NAME:
                named.add(form)
            code, write = _meaning(subject, row, passage, line, match, read)
            yield _found(subject, passage, (match.start() - start, match.end() - start), form, code, write)


def _forms(passage: Passage) -> Iterator[tuple[re.Match[str], str, int]]:
    """Every form of the table in a passage: its place in the line that it is read with, and where the text begins."""
    if not pattern().search(passage.text):
        return
    cell = passage.cell
    line, start = (passage.text, 0) if cell is None else (cell.line, cell.start)
    for match in pattern().finditer(line, start, start + len(passage.text)):
        yield match, line, start


def _found(subject: Subject, passage: Passage, part: tuple[int, int], form: str, code: str, write: str) -> Finding:
    return subject.found(
        code,
        passage.section,
        passage.segment,
        f"“{form}” is shorthand that readers may not know, or may take for something else.",
        f"Write {write}.",
        part=part,
    )


def _meaning(
    subject: Subject, row: Shorthand, passage: Passage, line: str, match: re.Match[str], read: Sequence[Passage]
) -> tuple[str, str]:
    """The code of the finding and what to write: what the shorthand may stand for where it stands."""
    if row.code == eye_ear.CODE:
        heading = "" if passage.section.heading is None else passage.section.heading.text
        code, meanings = eye_ear.readings(line, match, heading, subject.settings.profile)
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


def _excused(row: Shorthand, form: str, read: Sequence[Passage]) -> bool:
    """Whether the text itself gives the form another meaning, or explains it where that is enough."""
    having = [passage for passage in read if form in passage.text]
    if any(other_meaning(form, row.write, passage.text, is_name=row.code == _NAME) for passage in having):
        return True
    return row.glossed and any(is_explained(form, passage.text) or _row_explains(row, passage) for passage in having)


def _row_explains(row: Shorthand, passage: Passage) -> bool:
    """Whether another cell has the words for shorthand that is all of its cell: "BID", "Take it 2 times a day"."""
    if not is_alone(passage.text) or (cell := passage.cell) is None:
        return False
    words = {word for meaning in row.write for word in re.findall(r"\w{3,}", meaning)} - {"the"}
    rest = f"{cell.line[: cell.start]} {cell.line[cell.start + len(passage.text) :]}"
    return not words.isdisjoint(re.findall(r"\w+", rest.casefold()))
