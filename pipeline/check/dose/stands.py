"""Whether letters are shorthand where they stand: what the rows of `data/dose.toml` call `where`.

Every test gets a line and the place of the letters in it. The line is a sentence, or a whole row of a table, since
readers take a row for one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pipeline.check.amounts import (
    BLANK,
    amount,
    amount_in_words,
    any_of,
    has_drug,
    is_about_medicine,
    names_one_of,
    odd_amount,
    table,
    unit_forms,
    word_after,
    word_before,
)
from pipeline.check.dose import eye_ear
from pipeline.check.dose.shorthand_rows import Shorthand, rows
from pipeline.check.rows import Cell

_ENGLISH = "en"
_REACH = 30  # characters between an amount and the shorthand behind it
_NEAR = 3  # words between what is put on and the shorthand behind it
_CLAUSE_END = re.compile(r"[.;:!?)]\s")
_OF_ONE_MEANING = frozenset({"anywhere", "medicine"})
_OF_THEIR_OWN = frozenset({"beside", "named"})  # names of medicines: no row makes one of letters that mean more


def stands(row: Shorthand, line: str, match: re.Match[str], cell: Cell | None) -> bool:
    """Whether the letters are the row's shorthand in this line, or in this cell of it."""
    if word_after(line, match.end()) in row.not_before:
        return False
    if cell is not None and not _goes_with_its_row(row, cell):
        line, cell = " " * cell.start + line[cell.start : match.endpos], None
    if _WHERE[row.where](line, match):
        return True
    if row.where in _OF_THEIR_OWN:
        return False
    if row.where != eye_ear.WHERE and _labelled().search(line, max(0, match.start() - _REACH), match.start()):
        return True
    return cell is not None and is_alone(line[cell.start : match.endpos]) and _says_how_taken(row, cell)


def is_alone(text: str) -> bool:
    """Whether a text is nothing but shorthand and counts: "QD", "1 BD prn"."""
    return _only_shorthand().fullmatch(text) is not None


def _goes_with_its_row(row: Shorthand, cell: Cell) -> bool:
    """Whether the letters may have to do with the other cells of their row, as the head of their column tells."""
    words = table()["context"]
    if row.where in _OF_THEIR_OWN:
        return names_one_of(tuple(words["names"]), cell.column)
    if row.where in _OF_ONE_MEANING or not cell.column:
        return True
    return names_one_of((*words["labels"], *words["heads"]), cell.column) or _is_label(cell.label)


def _says_how_taken(row: Shorthand, cell: Cell) -> bool:
    """Whether a row and the heads above it make a cell say how a medicine is taken."""
    if row.where == eye_ear.WHERE:
        return eye_ear.is_about_drops(cell.heads) or eye_ear.is_about_drops(cell.line)
    if _is_label(cell.column) or _is_label(cell.label):
        return True
    return is_about_medicine(cell.heads, _ENGLISH) or is_about_medicine(cell.line, _ENGLISH)


def _is_label(head: str) -> bool:
    return names_one_of(tuple(table()["context"]["labels"]), head)


def _anywhere(_text: str, _match: re.Match[str]) -> bool:
    return True


def _nowhere(_text: str, _match: re.Match[str]) -> bool:
    return False


def _in_medicine(text: str, match: re.Match[str]) -> bool:
    return is_about_medicine(text, _ENGLISH) or _behind(text, match)


def _behind_amount(text: str, match: re.Match[str]) -> bool:
    """A few words behind an amount, in figures or in words, in the same clause."""
    start = max(0, match.start() - _REACH - 20)
    return any(
        not _CLAUSE_END.search(text[found.end() : match.start()])
        for pattern in (amount(_ENGLISH), odd_amount(), amount_in_words())
        for found in pattern.finditer(text, start, match.start())
        if match.start() - found.end() <= _REACH
    )


def _behind(text: str, match: re.Match[str]) -> bool:
    """Behind an amount, a medicine, what is put on or in ("cream BD"), or an order ("take one BD")."""
    if _behind_amount(text, match):
        return True
    before = text[max(0, match.start() - _REACH) : match.start()]
    for found in _carrier().finditer(before):
        between = before[found.end() :]
        if len(between.split()) <= _NEAR and not _CLAUSE_END.search(between):
            return True
    if _order().search(before):
        return True
    last = word_before(text, match.start()).strip("([")
    return before[-1:] in {" ", "(", "["} and has_drug(last, _ENGLISH)


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
        or word_after(text, match.end()) in unit_forms(_ENGLISH, "pieces")
        or word_after(text, match.end()) in words["carriers"]
    )


_WHERE: dict[str, Callable[[str, re.Match[str]], bool]] = {
    "anywhere": _anywhere,
    "medicine": _in_medicine,
    "behind": _behind,
    "amount": _behind_amount,
    eye_ear.WHERE: eye_ear.stands,
    "cell": _nowhere,
    "beside": _beside,
    "named": _named,
}


@cache
def _only_shorthand() -> re.Pattern[str]:
    counts = any_of((*table()["context"]["counts"], "and", "or", "then", "x", "X"))
    return re.compile(
        rf"[\s(\[]*(?:(?:{any_of(rows())}|{counts}|[0-9]{{1,4}}(?:[./–-][0-9]{{1,4}})?)(?!\w)[\s,;/+&()\[\].-]*)+"
    )


@cache
def _carrier() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(table()['context']['carriers'])}(?!\w)", re.IGNORECASE)


@cache
def _order() -> re.Pattern[str]:
    words = table()["context"]
    between = any_of((*words["counts"], *words["between_orders"]))
    return re.compile(
        rf"(?<!\w){any_of(words['orders'])}(?: (?:{between}|[0-9]{{1,2}}(?:[–-][0-9]{{1,2}})?)){{0,3}} $", re.IGNORECASE
    )


@cache
def _labelled() -> re.Pattern[str]:
    """Behind "Frequency:" with nothing but shorthand and counts between."""
    labels = any_of(table()["context"]["labels"])
    return re.compile(rf"(?<!\w){labels}\s?:\s*(?:(?:{any_of(rows())}|[0-9]{{1,2}})(?!\w)[\s,;/]*)*$", re.IGNORECASE)
