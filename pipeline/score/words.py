"""What counts as a word, and what does not.

A word is what stands between blanks, as Flesch and McLaughlin count: "don't", "follow-up", "2.5", "mg", "MRI",
"24/7" and "a.m." are one word each, "8 a.m." and "2.5 mg" are two. A dash, a sign of comparison ("p<0.05"), or a slash
between two words ("redness/swelling") parts words although no blank stands there; a slash beside a unit ("mg/kg") does
not. A blank inside a figure ("10 000") or before its sign ("5 %") parts nothing. Signs without a letter or digit are no
words. What cannot be seen (soft hyphens, zero-width characters) is not there.

Links, file names, paths, e-mail addresses and telephone numbers are not words: nobody reads them as text. `tokens`
gives them apart. (Flesch advised to leave lengthy figures out of the count; said in full, a telephone number would make
"Call 555-0128." the hardest sentence of its page.)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.score import telephones
from pipeline.score.language import is_english
from pipeline.score.spoken import is_unit

_REMEMBERED = 16384  # texts: scores and checks ask for the same ones
_EDGE = "\"'“”‘’«»‹›„‚()[]{}<>≤≥=≈±×~*_`.,;:!?¡¿…·•|\\/+#^&-–—−†‡"
_EDGE_OF_PATH = "\"'“”‘’«»‹›„‚()[]{}<>*_`,;:!?¡¿…·•|+=#^&-–—"
_DASH = re.compile(r"—|--+|…|\.{3,}|(?<=[^\W\d_])–(?=[^\W\d_])")
_BORDER = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])|;|(?<=[^\W\d_]):|:(?!\d)|[?!](?=\w)|[<>≤≥=≈±×→]")
_TORN_FIGURE = re.compile(r"(?<=\d) (?=[%‰€£$°](?![^\s.,;:!?)\]]))|(?<=\d)[\u00a0\u202f](?=\d{3}(?!\d)|[%‰€£$°])")
_GROUPED_FIGURE = re.compile(r"(?<![\d.,] )(?<![\w.,-])\d{1,3}(?: \d{3})+(?![\d/-])")
_SLASH_WORDS = re.compile(r"[^\W\d_][\w'-]+(?:/[^\W\d_][\w'-]+)+")
_MISSING_BLANK = re.compile(r"(?<=[A-Za-zß-öø-ÿ][a-zß-öø-ÿ])\.(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NOTE_BEHIND = re.compile(r"(?:\[\d{1,3}(?:[,–-]\d{1,3}){0,9}\]){1,9}$")
_INNER_SIGNS = re.compile(r"[()\[\]{}*_`]")
_PLAIN = str.maketrans(
    dict.fromkeys("’ʼ‘", "'")
    | dict.fromkeys("\u2011\u2010", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
)

_LINK = re.compile(
    r"[a-z][a-z0-9+.-]{0,15}://\S|(?:mailto|tel):\S|www\.\w|[^@\s]{1,64}@[\w-]{1,63}\.\w"
    r"|(?:[\w-]{1,63}\.){1,6}(?:com|org|net|gov|edu|int|uk|eu|au|nz|ie|cat|gal)(?:[/?#:]|$)"
)
_PATH = re.compile(
    r"(?:\.{1,2}|~)?/[\w.-]+[/.]|[A-Za-z]:[\\/]|\\\\\w|\w+\\\w"
    r"|\S{1,200}\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?|heic|pdf|docx?|xlsx?|pptx?|txt|html?|md|csv|zip|mp[34]|wav|epub)$",
    re.IGNORECASE,
)

_DIGIT = re.compile(r"\d")
_SHORT = 40  # characters of a token that is kept at hand
_BEFORE = 60  # characters
_NEXT_WORD = re.compile(r"\s?([^\s.,;:)]{1,6})")


class Tokens(NamedTuple):
    """A text's words, and what stands between blanks and is no word."""

    words: tuple[str, ...]
    paths: tuple[str, ...]  # links, e-mail addresses, paths, file names
    telephones: tuple[str, ...]


def words(text: str, language: str = "en") -> tuple[str, ...]:
    """The words of a text, in order, without the punctuation around them.

    `language` decides which short forms are units; apart from those, a word is the same in every language here.
    """
    return tokens(text, language).words


def paths(text: str) -> tuple[str, ...]:
    """Links, e-mail addresses, paths and file names, which `words` leaves out."""
    return tokens(text).paths


@lru_cache(maxsize=_REMEMBERED)
def tokens(text: str, language: str = "en") -> Tokens:
    """All of them at once, each in order."""
    found: list[str] = []
    left_out: list[str] = []
    plain = text if text.isascii() else text.translate(_PLAIN)
    numbers: list[str] = []
    if _DIGIT.search(plain):
        plain, numbers = _without_telephones(plain, language)
        plain = _TORN_FIGURE.sub("", plain)
        if not is_english(language):  # English writes "2 500 mg" for two tablets of 500 mg
            plain = _GROUPED_FIGURE.sub(lambda figure: figure[0].replace(" ", ""), plain)
    for token in plain.split():
        bare = token if token.isalpha() else token.strip(_EDGE)
        if bare.isalpha():
            found.append(bare)
        elif bare or "." in token:
            path, parts = (_remembered if len(token) <= _SHORT else _parts)(token, language)
            if path:
                left_out.append(path)
            else:
                found.extend(parts)
    return Tokens(tuple(found), tuple(left_out), tuple(numbers))


def _without_telephones(text: str, language: str) -> tuple[str, list[str]]:
    """The text with a blank for every telephone number, and the numbers."""
    found: list[str] = []

    def take_out(match: re.Match[str]) -> str:
        unit = _NEXT_WORD.match(text, match.end())
        is_amount = unit is not None and is_unit(unit[1], language)
        if is_amount or not telephones.is_number(match[0], text[max(0, match.start() - _BEFORE) : match.start()]):
            return match[0]
        found.append(match[0])
        return " "

    return telephones.NUMBER.sub(take_out, text), found


def _parts(token: str, language: str) -> tuple[str, tuple[str, ...]]:
    """The path that a token is, or "", and the words that it is made of."""
    token = _NOTE_BEHIND.sub("", token) or token
    whole = token.lstrip(_EDGE_OF_PATH).rstrip(_EDGE_OF_PATH + ".")
    return (whole, ()) if is_path(whole) else ("", tuple(_words_of(token, language)))


_remembered = lru_cache(maxsize=16384)(_parts)


def is_path(token: str) -> bool:
    """Whether one token is a link, an e-mail address, a path or a file name."""
    if len(token) > 2000:
        return "/" in token
    return bool(_LINK.match(token.lower()) or _PATH.match(token))


def _words_of(token: str, language: str) -> list[str]:
    found = []
    for part in _DASH.sub(" ", token).split():
        for piece in _BORDER.sub(" ", _MISSING_BLANK.sub(". ", part)).split():
            bare = piece.strip(_EDGE)
            if not any(c.isalnum() for c in bare):
                continue
            if _INITIALS.fullmatch(bare) and f"{bare}." in piece:
                bare += "."
            bare = _INNER_SIGNS.sub("", bare)
            found.extend(bare.split("/") if _parts_words(bare, language) else [bare])
    return found


def _parts_words(word: str, language: str) -> bool:
    """Whether the slashes of a word stand between words, not between units."""
    return bool(_SLASH_WORDS.fullmatch(word)) and not any(is_unit(part, language) for part in word.split("/"))
