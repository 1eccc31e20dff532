"""The raw source of HTML, scanned once: which characters are text, and where each lies.

A parsed tree does not say where its text came from. The scan gives the same text with its places, so that the text
of a tree can be found again, in order. It is also what is left to read when no tree can be built.
"""

from __future__ import annotations

import html
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.read.inline import Inline

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^\"'<>]*(?:(?:\"[^\"]*\"|'[^']*')[^\"'<>]*)*)>")
_ATTRIBUTE = re.compile(r"([^\s=<>\"'/]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>\"']*))?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_RAW_TEXT = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_CONTROLS = {code: " " for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n\f\r"}
_WINDOW = 2000  # characters of text a parser may have dropped between two of its texts
_LONG_TAG = 4_000  # characters
_MAX_ATTRIBUTES = 1_000
_COMMENT_END = re.compile("--!?>")
COMMENT = "!--"
STRUCK = frozenset({"del", "s", "strike"})
SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")


@dataclass(frozen=True, slots=True)
class Scrap:
    """A piece of the source: text with its place, or a tag."""

    text: str  # "" for a tag
    start: int
    end: int
    tag: str = ""  # small letters; "/p" for an end tag; `COMMENT` for a comment


def clean(source: str) -> str:
    """The source with blanks for control characters, which a parser would end at. Offsets stay."""
    return source.translate(_CONTROLS)


def attributes(tag: str) -> tuple[str, dict[str, str]]:
    """Name, in small letters, and attributes of a tag as written; "" for what is no tag."""
    match = _TAG.match(tag)
    if match is None:
        return "", {}
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(match[3]):
        bare = value[1:-1] if value[:1] in ("'", '"') else value
        found.setdefault(name.lower(), html.unescape(bare))
    return match[2].lower(), found


def scan(source: str) -> Iterator[Scrap]:
    """Texts, entities decoded, tags and comments in order. Declarations, scripts and styles are left out."""
    at = 0
    while at < len(source):
        opening = source.find("<", at)
        if opening < 0:
            opening = len(source)
        yield from _texts(source, at, opening)
        if opening == len(source):
            return
        at, scrap = _markup(source, opening)
        if scrap is not None:
            yield scrap


def _markup(source: str, at: int) -> tuple[int, Scrap | None]:
    """The offset behind what begins with "<" at `at`, and what it is."""
    following = source[at + 1 : at + 2]
    if source.startswith("<!--", at):
        closing = _COMMENT_END.search(source, at + 2)
        end = len(source) if closing is None else closing.end()
        return end, Scrap("", at, end, COMMENT)
    if following in ("!", "?"):
        end = source.find(">", at)
        return (end + 1 if end >= 0 else len(source)), None
    tag = _TAG.match(source, at)
    if tag is not None:
        name = tag[2].lower()
        end = tag.end()
        if not tag[1] and name in _RAW_TEXT:
            closing = _RAW_TEXT[name].search(source, end)
            end = closing.start() if closing else len(source)
        return end, Scrap("", at, tag.end(), tag[1] + name)
    if following.isascii() and (following.isalpha() or following == "/"):
        end = source.find(">", at)
        return (end + 1 if end >= 0 else len(source)), None
    return at + 1, Scrap("<", at, at + 1)


def _texts(source: str, start: int, end: int) -> Iterator[Scrap]:
    at = start
    for entity in _ENTITY.finditer(source, start, end):
        decoded = html.unescape(entity[0])
        if decoded == entity[0]:
            continue
        if at < entity.start():
            yield Scrap(source[at : entity.start()], at, entity.start())
        yield Scrap(decoded, entity.start(), entity.end())
        at = entity.end()
    if at < end:
        yield Scrap(source[at:end], at, end)


class Places:
    """Finds the texts of a parsed tree in the source, one after the other."""

    def __init__(self, source: str) -> None:
        texts: list[str] = []
        self.images: list[tuple[int, int]] = []
        self.is_overloaded = False  # a tag has more attributes than a parser takes in reasonable time
        self._at, self._start, self._end = array("q"), array("q"), array("q")
        length = 0
        for scrap in scan(source):
            if scrap.tag == "img":
                self.images.append((scrap.start, scrap.end))
            if scrap.end - scrap.start > _LONG_TAG and scrap.tag:
                self.is_overloaded |= len(_ATTRIBUTE.findall(source, scrap.start, scrap.end)) > _MAX_ATTRIBUTES
            if scrap.tag:
                continue
            texts.append(scrap.text)
            self._at.append(length)
            self._start.append(scrap.start)
            self._end.append(scrap.end)
            length += len(scrap.text)
        self.text = "".join(texts)
        self._cursor = 0

    def add(self, text: str, out: Inline | None, *, raised: bool = False) -> None:
        """Go past `text`; add it, with its places, to `out`. `raised`: as superscript figures, where there are such."""
        bare = text.strip()
        if not bare:
            if out is not None:
                out.add(text)
            return
        found = self.text.find(bare, self._cursor, self._cursor + len(bare) + _WINDOW)
        if found >= 0:
            self._cursor = found + len(bare)
        if out is None:
            return
        out.add(text[: len(text) - len(text.lstrip())])
        if found < 0:
            out.add(bare.translate(SUPERSCRIPTS) if raised else bare)
        else:
            self._pieces(found, found + len(bare), out, raised=raised)
        out.add(text[len(text.rstrip()) :])

    def _pieces(self, start: int, end: int, out: Inline, *, raised: bool) -> None:
        i = bisect_right(self._at, start) - 1
        at = start
        while at < end:
            stop = min(end, self._at[i + 1] if i + 1 < len(self._at) else len(self.text))
            piece = self.text[at:stop].translate(SUPERSCRIPTS) if raised else self.text[at:stop]
            begin, size = self._start[i], (self._at[i + 1] if i + 1 < len(self._at) else len(self.text)) - self._at[i]
            if self._end[i] - begin == size:
                out.add(piece, begin + at - self._at[i])
            else:
                out.add(piece, begin, self._end[i])
            at = stop
            i += 1
