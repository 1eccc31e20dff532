"""Which eye or ear is meant: OD, OS, OU, AD, AS, AU beside drops and ointment. OD is "once a day", too.

The reading that harms is never the only one offered: both are given, or the one that the rest of the sentence leaves.
Data: `data/dose.toml`, `shorthand` and `organs`.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.check.amounts import names_one_of, table, word_after

CODE = "dose.eye-ear"
WHERE = "drops"  # what the rows of the table call the place of these letters
_DAILY = "dose.daily"
_ONCE = "once a day"
_REACH = 60  # characters
_DROPS = re.compile(r"(?:drops?|gtts?\.?|ointment|oint\.?|ear ?drops?|eye ?drops?)\b[^.;:]{0,24}$", re.IGNORECASE)
_DROP = re.compile(r"\b(?:drops?|gtts?|ointment|oint)\b", re.IGNORECASE)
_DROPS_BEHIND = re.compile(r":? (?:[0-9]{1,2}|one|two|three|four) (?:drops?|gtts?)\b")
_WHERE_TO = re.compile(r"(?:in|into|to) $")
_SIDE = re.compile(
    r"\b(?P<side>left|right|both|each|either|affected|sore|other|same)(?: of (?:your|the))? (?P<organ>eye|ear)s?\b"
    r"(?! ?(?:drop|oint|clinic))",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:and|or|but|then)\b|[;]")  # what comes behind it is about another place
_OTHER = re.compile(r"\b(?:and|or|but|then)\b|[;:,0-9]")
_HOW_OFTEN = re.compile(
    r"\bq\.? ?[0-9]{1,2} ?h|\bevery (?:[0-9]|two|three|four|six|eight|twelve|hour|day|morning|evening|night)"
    r"|\b(?:hourly|daily|twice|bid|tid|qid|tds|qds|bd)\b|\b[bt]\.i\.d|\bq\.i\.d|\bonce a day|\beach (?:day|night)"
    r"|\b(?:[2-9]|two|three|four|five|six) times",
    re.IGNORECASE,
)


def stands(text: str, match: re.Match[str]) -> bool:
    """Whether the letters stand beside drops or ointment. "Drops AS needed" is no shorthand."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    if match[0] == "AS" and word_after(text, match.end()).casefold() in table()["organs"]["as_words"]:
        return False
    if match[0].isupper() and _DROPS_BEHIND.match(text, match.end()):
        return True
    may_be_word = match[0] == "AS" and before.upper() == before
    return not may_be_word and _DROPS.search(before) is not None


def is_about_drops(line: str) -> bool:
    """Whether a row of a table is about drops, ointment, an eye or an ear."""
    return _DROP.search(line) is not None or _names("eye", line) or _names("ear", line)


def readings(text: str, match: re.Match[str], heading: str, profile: str) -> tuple[str, tuple[str, ...]]:
    """The code, and what the letters can mean here; no meaning where the text contradicts the only one they have."""
    form = match[0].replace(".", "").upper()
    place = table()["organs"]["places"][form]
    if form == "OD":
        return _once_or_right_eye(text, match, heading, place, profile)
    return CODE, () if _contradicts(form, place, f"{heading} {text}") else (place,)


def _once_or_right_eye(
    text: str, match: re.Match[str], heading: str, place: str, profile: str
) -> tuple[str, tuple[str, ...]]:
    """The place, where OD stands behind "in" or how often is said anyway, how often where a place is named, or both."""
    around = f"{heading} {text}"
    is_elsewhere = (_names("ear", around) or _names("skin", around)) and not _names("eye", around)
    is_placed = is_elsewhere or _SIDE.search(heading) is not None or _has_place(text, match)
    is_timed = _HOW_OFTEN.search(_clause(text, match)) is not None
    if _WHERE_TO.search(text[: match.start()]) or (is_timed and not is_placed):
        return CODE, (place,)
    if is_timed:
        return CODE, ()
    if is_placed:
        return _DAILY, (_ONCE,)
    return CODE, (_ONCE, place) if profile == "nhs" else (place, _ONCE)


def _has_place(text: str, match: re.Match[str]) -> bool:
    """Whether the drops that the letters belong to have a place: "1 drop OD in the left eye"; not "1 drop OD and …"."""
    behind = _SIDE.search(text, match.end())
    if behind is not None and not _OTHER.search(text[match.end() : behind.start()]):
        return True
    before = [found.end() for found in _SIDE.finditer(text, 0, match.start())]
    return bool(before) and not _NEXT.search(text[before[-1] : match.start()])


def _clause(text: str, match: re.Match[str]) -> str:
    """The words around the letters, up to the next sign or "and" on either side."""
    before = _NEXT.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
    return f"{before}|{_NEXT.split(text[match.end() : match.end() + _REACH])[0]}"


def _contradicts(form: str, place: str, around: str) -> bool:
    """Whether another place than the form's is named: an ear for an eye, the right one for the left one, the skin."""
    own, other = ("eye", "ear") if form[0] == "O" else ("ear", "eye")
    if not _names(own, around):
        return _names(other, around) or _names("skin", around)
    side = place.split()[2]
    sides = {found["side"].casefold() for found in _SIDE.finditer(around) if found["organ"].casefold() == own}
    return bool(sides & {"left", "right", "both", "each"} - {side, "both" if side == "each" else side})


def _names(organ: str, text: str) -> bool:
    return names_one_of(_words(organ), text)


@cache
def _words(organ: str) -> tuple[str, ...]:
    return tuple(table()["organs"][organ])
