"""What counts as a word, and what does not.

A word is what stands between blanks, as Flesch and McLaughlin count: "don't", "follow-up", "2.5", "mg", "MRI",
"24/7" and "a.m." are one word each, "8 a.m." and "2.5 mg" are two. A dash, or a slash between two words
("redness/swelling"), parts words although no blank stands there. Signs without a letter or digit are no words.

Links, file names, paths and e-mail addresses are not words: nobody reads them as text. `paths` gives them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_EDGE = "\"'“”‘’«»‹›„‚()[]{}<>*_`~.,;:!?¡¿…·•|\\/+=#^&-–—"
_EDGE_OF_PATH = "\"'“”‘’«»‹›„‚()[]{}<>*_`,;:!?¡¿…·•|+=#^&-–—"
_DASH = re.compile(r"—|--+|…|\.{3,}|(?<=[^\W\d_])–(?=[^\W\d_])")
_BORDER = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])|;|:(?!\d)|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})|[?!](?=\w)")
_MISSING_BLANK = re.compile(r"(?<=[a-zß-öø-ÿ]{2})\.(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_INNER_SIGNS = re.compile(r"[()\[\]{}*_`]")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00ad": "", "\u200b": "", "\u2011": "-", "\u2010": "-"})

_LINK = re.compile(
    r"[a-z][a-z0-9+.-]{0,15}://\S|(?:mailto|tel):\S|www\.\w|[^@\s]{1,64}@[\w-]{1,63}\.\w"
    r"|(?:[\w-]{1,63}\.){1,6}(?:com|org|net|gov|edu|int|uk|eu|au|nz|ie|cat|gal)(?:[/?#:]|$)"
)
_PATH = re.compile(
    r"(?:\.{1,2}|~)?/[\w.-]+[/.]|[A-Za-z]:[\\/]|\\\\\w|\w+\\\w"
    r"|\S{1,200}\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?|heic|pdf|docx?|xlsx?|pptx?|txt|html?|md|csv|zip|mp[34]|wav|epub)$",
    re.IGNORECASE,
)


class Tokens(NamedTuple):
    """A text's words, and its links, paths and file names, which are not words."""

    words: tuple[str, ...]
    paths: tuple[str, ...]


def words(text: str, language: str = "en") -> tuple[str, ...]:
    """The words of a text, in order, without the punctuation around them.

    `language` is part of the interface of every counter; what a word is does not differ between the languages here.
    """
    del language
    return tokens(text).words


def paths(text: str) -> tuple[str, ...]:
    """Links, e-mail addresses, paths and file names: what `words` leaves out."""
    return tokens(text).paths


def tokens(text: str) -> Tokens:
    """Both at once."""
    found: list[str] = []
    left_out: list[str] = []
    for token in text.translate(_APOSTROPHES).split():
        bare = token.strip(_EDGE_OF_PATH).rstrip(".")
        if is_path(bare):
            left_out.append(bare)
        else:
            found.extend(_words_of(token))
    return Tokens(tuple(found), tuple(left_out))


def is_path(token: str) -> bool:
    """Whether one token is a link, an e-mail address, a path or a file name."""
    if len(token) > 2000:
        return "/" in token
    return bool(_LINK.match(token.lower()) or _PATH.match(token))


def _words_of(token: str) -> list[str]:
    found = []
    for part in _DASH.sub(" ", token).split():
        for piece in _BORDER.sub(" ", _MISSING_BLANK.sub(". ", part)).split():
            bare = piece.strip(_EDGE)
            if not any(c.isalnum() for c in bare):
                continue
            if _INITIALS.fullmatch(bare) and f"{bare}." in piece:
                bare += "."
            found.append(_INNER_SIGNS.sub("", bare))
    return found
