"""Whether a stop ends a sentence. The abbreviations of each language are data: `data/abbreviations.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.score.language import root

LONGEST = 40
"""Characters; no abbreviation is longer."""

_WORD = re.compile(r"[^\W\d_]+")
_UNCASED = frozenset("。！？।")
_OPENING = "\"'“‘«‹([{*_—–-•¿¡"
_ITEM = r"(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4}|[IVX]{2,4})"
_LIST_NUMBER = re.compile(rf"\(?{_ITEM}\.$")
_MARKER = re.compile(r"\(?(\d{1,3}|[a-z]|[ivx]{2,4})[.)]")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})?|[A-Z]|[IVX]{2,4})[a-zA-Z]?\.$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)(?:-?[^\W\d_]\.)*$")
_PARTS = re.compile(r"['’–—/-]")
_OMISSION = re.compile(r"[\[(](?:…|\.{3})$")
_OPENS_SMALL = re.compile(r"[^\W\d_]{1,2}[A-Z0-9]|https?://|www\.")  # mRNA, pH, eGFR, an address
_OPENS_GREEK = re.compile(r"[α-ω](?:-|$)")  # behind a word in Latin letters
_GOES_ON = ",;:"
_CAPITAL_UNITS = "LCF"


@dataclass(frozen=True, slots=True)
class Words:
    """The data of one language, each set in lower case; what each is for stands in the data file."""

    never: frozenset[str]
    number: frozenset[str]
    starter: frozenset[str]
    capital: frozenset[str]
    measure: frozenset[str]
    starters: frozenset[str]
    continues: frozenset[str]
    labels: frozenset[str]
    lettered: frozenset[str]
    by: frozenset[str]
    owners: frozenset[str]
    ordinal: frozenset[str]
    months: frozenset[str]
    file_suffixes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop at the end of a token, and what stands around it."""

    word: str  # what it stands behind, with it: "e.g.", "(approx."
    signs: str  # itself: ".", "?!"
    is_closed: bool  # a quotation mark, a bracket or a note stands behind it
    before: tuple[str, ...]  # the sentence's first token and its last two before `word`; fewer where it is shorter
    following: str  # the next token


@cache
def words(language: str) -> Words:
    """The words of a language (BCP 47), those of [all] among them. A language without a table has only those."""
    table = tomllib.loads(files("pipeline.score").joinpath("data/abbreviations.toml").read_text("utf-8"))
    shared, own = table["all"], table.get(root(language), {})
    return Words(**{name: frozenset((*shared.get(name, ()), *own.get(name, ()))) for name in Words.__slots__})


def is_uncased(signs: str) -> bool:
    """Whether these are stops of a script without capitals, where no white space follows."""
    return not _UNCASED.isdisjoint(signs)


def ends_unspaced(head: str, signs: str, after: str, data: Words, is_item: bool = False) -> bool:
    """Whether a sentence ends between `head` and `after`, with stops and no white space between: "pain.The".

    `is_item`: a figure at this place can be the number of an item, as in "5.Take it".
    """
    if after[0] in "¿¡":
        return True
    word = _WORD.match(after)
    if word is None or not after[0].isupper() or word[0].lower() in data.file_suffixes:
        return False
    if signs != ".":
        return True
    if len(head) > 1 and head[-2:].isalpha() and head[-2:].islower():
        if len(word[0]) == 1 or word[0][1].islower():
            return True
        return len(head) > 3 and head[-4:].isalpha() and head[-4:].islower()  # "disease.MRI scans"
    if head.isdecimal():
        is_plain = not is_item
    else:
        is_plain = len(head) > 1 and "." not in head[-2:] and (head[-2:].isalpha() or head[-1] in "0123456789)]%\"'”’")
    return is_plain and len(word[0]) > 1 and word[0].lower() in data.starters


def ends(stop: Stop, data: Words) -> bool:
    """Whether the sentence ends with this stop."""
    after = stop.following.lstrip(_OPENING)
    opening = stop.following[: len(stop.following) - len(after)]
    if not after or "¿" in opening or "¡" in opening:
        return True
    if _opens_next_item(stop):
        return True
    opens = _OPENS_SMALL.match(after) or (stop.word[0].isascii() and _OPENS_GREEK.match(after))
    small = (after[0].islower() and not opens) or (after[0] in _GOES_ON and stop.signs == ".")
    if "!" in stop.signs or "?" in stop.signs or is_uncased(stop.signs):
        return not small or not stop.is_closed
    if small or _OMISSION.match(stop.word):
        return False
    if stop.signs != ".":
        return not after[0].isdigit()
    return _full_stop_ends(stop, stop.word.lstrip(_OPENING), after, data)


def _opens_next_item(stop: Stop) -> bool:
    """Whether the next item of a list follows: "a. Sit down. b. Breathe in.", "1. Draw up 5 mL. 2. Inject."."""
    following = _MARKER.fullmatch(stop.following)
    own = _MARKER.fullmatch(stop.before[0]) if stop.before else None
    if own is None or following is None:
        return False
    this, other = own[1], following[1]
    if this.isdecimal() or other.isdecimal():
        return this.isdecimal() and other.isdecimal() and int(other) == int(this) + 1
    if len(this) == len(other) == 1 and ord(other) == ord(this) + 1:
        return True
    return this in _ROMAN[:-1] and other == _ROMAN[_ROMAN.index(this) + 1]


def _full_stop_ends(stop: Stop, token: str, after: str, data: Words) -> bool:
    """Whether the full stop of `token` ends the sentence, before a word that begins with no small letter."""
    word = _WORD.match(after)
    next_word = word[0].lower() if word else after[:1]
    if _is_label(stop, token, next_word, data):
        return False
    if token[:-1].isdecimal() and len(token) < 5 and after[0].isdigit():
        return False  # more often a decimal torn apart than a sentence; its halves must not be parted
    if len(token) == 2 and token[0].isupper() and _is_lettered(stop.before, data):
        return True
    low = _abbreviation(token.lower(), stop.before, data)
    if low in data.never and not _is_initialism(token, word):
        return False
    if low in data.number and (next_word[:1].isdigit() or (len(next_word) == 1 and next_word not in data.starters)):
        return False
    if low in data.measure or _is_measure(stop, token):
        return not next_word[:1].isdigit()
    if low in data.capital:
        return next_word not in data.continues
    if low in data.starter:
        return next_word in data.starters
    if _INITIALS.match(token):
        if len(token) == 2 and _INITIALS.match(after):  # "J. F. Doe", "U. S."
            return False
        if len(token) > 2 and stop.before and stop.before[-1].lower() in data.owners:  # "your G.P. Treatment"
            return True
        return next_word in data.starters or (len(token) == 2 and _names_no_person(stop.before, data))
    return True


def _abbreviation(token: str, before: tuple[str, ...], data: Words) -> str:
    """What is looked up: "p.m." for "p. m.", "art." for French "l'art.", "mar." for "jan.–mar."."""
    previous = before[-1].lower().lstrip(_OPENING) if before else ""
    if len(token) == len(previous) == 2 and _INITIALS.match(token) and _INITIALS.match(previous):
        return previous + token
    if token in data.never:
        return token
    return _PARTS.split(token)[-1]


def _is_initialism(token: str, next_word: re.Match[str] | None) -> bool:
    """Whether capitals are no abbreviation: "MS." is, where what follows is not in capitals too, a disease."""
    letters = token[:-1]
    if not (letters.isupper() and letters.isalpha() and len(letters) > 1):
        return False
    return next_word is None or len(next_word[0]) == 1 or not next_word[0].isupper()


def _is_label(stop: Stop, token: str, next_word: str, data: Words) -> bool:
    """Whether the stop belongs to a list number, to a label that opens the sentence, or to an ordinal number."""
    if not stop.before:
        return _LIST_NUMBER.match(token) is not None
    previous = stop.before[-1].lower()
    if len(stop.before) == 1 and _LABEL.match(token) and (previous in data.labels or previous in data.number):
        return True
    return token[:-1].isdecimal() and len(token) < 4 and (next_word in data.months or previous in data.ordinal)


def _is_measure(stop: Stop, token: str) -> bool:
    """Whether a single letter is a unit behind a number: "every 8 h.", "2 L.", "38 C."."""
    is_unit = len(token) == 2 and (token[0].islower() or token[0] in _CAPITAL_UNITS)
    return is_unit and bool(stop.before) and stop.before[-1][-1:].isdigit()


def _is_lettered(before: tuple[str, ...], data: Words) -> bool:
    """Whether a letter belongs to the word before it, or to letters before that do: "vitamins A, B and C."."""
    if not before:
        return False
    if _PARTS.split(before[-1])[-1].lower() in data.lettered:
        return True
    nearest = before[-1] if before[-1].endswith(",") else before[-2] if len(before) > 1 and _joins(before[-1]) else ""
    letter = nearest.rstrip(",")
    return len(letter) == 1 and letter.isupper() and (letter != "I" or nearest.endswith(","))


def _joins(word: str) -> bool:
    """Whether a word can be an "and" or "or" of any language here."""
    return len(word) <= 4 and word.isalpha() and word.islower()


def _names_no_person(before: tuple[str, ...], data: Words) -> bool:
    """Whether a single letter stands behind a common word, as in "hepatitis B.", and is no initial of a name."""
    if not before:
        return False
    previous = _PARTS.split(before[-1])[-1].removesuffix(".")
    return previous.lower() in data.lettered or (previous.islower() and previous.isalpha() and previous not in data.by)
