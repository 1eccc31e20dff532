"""Which short lines of a plain text are headings."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from pipeline.score import sentences

_MAX_CHARACTERS = 100
_MAX_WORDS = 14
_MAX_SENTENCE_CASE = 10  # words
_MAX_CAPITALS = 8  # words
_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})(?P<stop>[.)]?)\s+(?=\S)")
_CONTACT = re.compile(r"@|://|www\.|\d{3}[\s.-]?\d{3,4}\b")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@cache
def _data() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("pipeline.read").joinpath("data/headings.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def is_capitals(text: str) -> bool:
    """Whether every letter is a capital, and there are at least three."""
    return sum(c.isalpha() for c in text) >= 3 and not any(c.islower() for c in text)


def is_numbered(text: str) -> bool:
    """Whether a heading opens with its number."""
    return _NUMBER.match(text) is not None


def level(text: str) -> int:
    """The level of a heading by its number: "2 Care" is 2, "2.1 Food" is 3; without a number 2."""
    match = _NUMBER.match(text)
    return min(6, 2 + match["number"].count(".")) if match else 2


def looks_like_heading(text: str) -> bool:
    """Whether a line by itself could be a heading: it could stand alone, and gives no amount of medicine."""
    return stands_alone(text) and not gives_amount(text)


def looks_like_title(text: str) -> bool:
    """The same for a title, which may end with a product's strength: "Paracetamol 500 mg tablets"."""
    return stands_alone(text) and not gives_amount(text, or_strength=False)


def gives_amount(text: str, *, or_strength: bool = True) -> bool:
    """Whether a line has an amount of medicine: it tells what to take, so it is text however short."""
    found = _amount().search(text)
    return found is not None and (or_strength or found["ends"] is None)


def stands_alone(text: str) -> bool:
    """Whether a line by itself is short, without a final stop, and in title or sentence case.

    The caller knows what stands around it; this looks at the line only.
    """
    if not 2 <= len(text) <= _MAX_CHARACTERS:
        return False
    number = _NUMBER.match(text)
    bare = text[number.end() :] if number else text
    words = bare.split()
    if not words or len(words) > _MAX_WORDS or not _has_heading_end(bare) or _CONTACT.search(bare):
        return False
    letters = sum(c.isalpha() for c in bare)
    if letters < 2 or letters * 2 < len(bare.replace(" ", "")) or not _opens_well(bare):
        return False
    if bare.lower().startswith(tuple(_data()["not_opening"])):
        return False
    if is_capitals(bare):
        return len(words) <= _MAX_CAPITALS
    if ": " in bare and not _is_titled_colon(bare):
        return False
    if bare.endswith("?"):
        return True
    return _is_title_case(words) or (len(words) <= _MAX_SENTENCE_CASE and not _is_clause(words))


def _has_heading_end(text: str) -> bool:
    if text[-1] in ".;,!…–—-&" or any(stop in text for stop in ("; ", "| ", "\t")):
        return False
    return len(sentences.split(text)) == 1


@cache
def _amount() -> re.Pattern[str]:
    """A figure and what medicine is counted in; `ends` where nothing follows but the form of a product."""
    units, forms = ("|".join(sorted(map(re.escape, _data()[name]), key=len)[::-1]) for name in ("amounts", "forms"))
    figure = r"(?<![\w.,-])(?:[.,]?\d[\d.,/–-]{0,12}|[.,])?[\d½¼¾]"
    return re.compile(rf"{figure}[ \u00a0\u202f]?(?:{units})(?!\w)(?P<ends>(?: (?:{forms}))?$)?", re.IGNORECASE)


def _opens_well(text: str) -> bool:
    first = text.lstrip("\"'“‘«(¿¡[")[:1]
    if first.islower():
        return re.match(r"[a-z]{1,2}[A-Z]", text) is not None  # mRNA, pH
    return first.isalnum()


def _is_titled_colon(text: str) -> bool:
    """Whether a line with a colon is a title with its subtitle, not a label with its value."""
    label, _, value = text.partition(": ")
    words = value.split()
    if label.split()[0].lower() in _data()["parts"]:
        return bool(words)
    if label.lower() in _data()["labels"] or any(c.isdigit() for c in value) or ": " in value:
        return False
    return len(words) >= 2 and (value[0].isupper() or value[0] in "¿¡") and not _is_clause(words)


def _is_title_case(words: list[str]) -> bool:
    """Whether the words that matter open with a capital letter."""
    main = [w for w in words if _WORD.search(w) and w.lower().strip("\"'“”‘’()?:,") not in _data()["small"]]
    return len(main) >= 2 and all(any(c.isupper() for c in word) for word in main)


def _is_clause(words: list[str]) -> bool:
    """Whether a small word inside shows a sentence: "The nurse will call you"."""
    if words[0].lower() in ("what", "when", "how", "why", "who", "where", "which", "if"):
        return False
    return any(word in _data()["finite"] for word in words[1:])
