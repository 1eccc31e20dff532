"""Where the characters of a segment's text stand in its source, which may have markup and entities between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

_TAG = re.compile(r"<(?:!--[^>]*--|/?[A-Za-z][^<>]{0,2000})>")
_LINK_END = re.compile(r"\]\([^()\s]{0,2000}(?: [^()]{0,500})?\)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_REMEMBERED = 512  # segments; the findings of one come one after the other


@lru_cache(maxsize=_REMEMBERED)
def align(text: str, source: str) -> tuple[tuple[int, int], ...] | None:
    """The range of `source` that each character of `text` was written as; None where they do not agree.

    The characters stand in the same order in both. Tags, ends of Markdown links, white space and signs (those of
    emphasis, for instance) that the text does not have are passed over, letters and figures never; an entity is one
    character, and any white space stands for a blank.
    """
    if text == source:
        return tuple((at, at + 1) for at in range(len(text)))
    places: list[tuple[int, int]] = []
    pieces = _pieces(source)
    for character in text:
        place = _next(pieces, _plain(character))
        if place is None:
            return None
        places.append(place)
    return tuple(places)


def _next(pieces: Iterator[tuple[tuple[int, int], str]], wanted: str) -> tuple[int, int] | None:
    for place, written in pieces:
        if written == wanted:
            return place
        if written.isalnum():
            return None
    return None


def _pieces(source: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The characters that are written in a source, each with its range."""
    at = 0
    while at < len(source):
        markup = _TAG.match(source, at) or _LINK_END.match(source, at)
        if markup is not None:
            at = markup.end()
            continue
        entity = _ENTITY.match(source, at)
        end = at + 1 if entity is None else entity.end()
        yield (at, end), _plain(unescape(source[at:end]))
        at = end


def _plain(character: str) -> str:
    return " " if character.isspace() else character
