"""Inline tokens of Markdown to text with marks, each character with its place in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.read.html_source import STRUCK, SUPERSCRIPTS, attributes
from pipeline.read.inline import Inline
from pipeline.read.outline import Outline
from pipeline.read.parts import Picture

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKS = {"em": "emphasis", "strong": "strong", "link": "link"}
_WINDOW = 500  # characters between two tokens: indents, markers
_UNREAD = frozenset({"script", "style", "template", "noscript", "svg", "math", "iframe", "object"})


class Places:
    """Offsets in a token's content to offsets in the source; both rise together."""

    def __init__(self) -> None:
        self._content: list[int] = []
        self._source: list[int] = []

    def add(self, content: int, source: int) -> None:
        """From `content` on, characters lie side by side with those from `source` on."""
        self._content.append(content)
        self._source.append(source)

    def __call__(self, content: int) -> int:
        """The source's offset, or -1."""
        i = bisect_right(self._content, content) - 1
        return self._source[i] + content - self._content[i] if i >= 0 and self._source[i] >= 0 else -1

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """`[start, end)` of the content in parts that lie unbroken in the source: start, end, the source's offset."""
        i = bisect_right(self._content, start)
        while start < end:
            stop = min(end, self._content[i]) if i < len(self._content) else end
            yield start, stop, self(start)
            start = stop
            i += 1


class InlineReader:
    """Walks the children of one inline token, a cursor in its content."""

    def __init__(self, content: str, places: Places, outline: Outline) -> None:
        self.content = content
        self.places = places
        self.outline = outline
        self.out = outline.inline
        self.cursor = 0
        self.raised = False  # inside <sup>
        self.unread: str | None = None  # the raw HTML element whose content is dropped

    def read(self, tokens: Sequence[Token]) -> None:
        """Add the tokens' text to the inline."""
        for token in tokens:
            name = token.type
            if name == "html_inline":
                self._html(token.content)
            elif name in ("s_open", "s_close"):
                self._struck(token)
            elif self.unread:
                self._skip(token.content)
            elif name in ("text", "text_special"):
                self._text(token.content, token.markup if name == "text_special" else token.content)
            elif name in ("softbreak", "hardbreak"):
                self._skip("\n")
                self.out.line_break(hard=name == "hardbreak")
            elif name == "code_inline":
                self._code(token)
            elif name == "image":
                self._image(token)
            elif name.endswith("_open"):
                self._skip(token.markup if token.markup != "autolink" else "<")
                href = token.attrs.get("href")
                self.out.open(_MARKS[name.removesuffix("_open")], str(href) if href is not None else None)
            elif name.endswith("_close"):
                self.out.close(_MARKS[name.removesuffix("_close")])
                self._close(token)

    def _text(self, text: str, raw: str) -> None:
        at = self._find(raw)
        if self.raised:
            text, raw = text.translate(SUPERSCRIPTS), raw.translate(SUPERSCRIPTS)
        if at < 0:
            self.out.add(text)
        elif text == raw:
            for start, end, source in self.places.runs(at, at + len(raw)):
                self.out.add(text[start - at : end - at], source)
        else:
            self.out.add(text, self.places(at), self.places(at + len(raw) - 1) + 1)

    def _code(self, token: Token) -> None:
        self._skip(token.markup)
        self.out.open("code")
        at = self.content.find(token.markup, self.cursor)
        raw = self.content[self.cursor : at] if at >= 0 else token.content
        start = self.cursor
        for i, line in enumerate(raw.split("\n")):
            self.out.add(" " if i else "")
            for begin, end, source in self.places.runs(start, start + len(line)):
                self.out.add(self.content[begin:end], source)
            start += len(line) + 1
        self.out.close("code")
        self.cursor = at + len(token.markup) if at >= 0 else self.cursor

    def _image(self, token: Token) -> None:
        start = self.content.find("![", self.cursor)
        self._skip("![")
        alt, outer = Inline(), self.out
        self.out = alt
        self.read(token.children or [])
        self.out = outer
        self._link_tail()
        caption = Inline()
        title = str(token.attrs.get("title") or "")
        if title:
            at = self.content.rfind(title, max(start, 0), self.cursor)
            caption.add(title, self.places(at) if at >= 0 else -1)
        begin = self.places(start) if start >= 0 else -1
        end = self.places(max(self.cursor - 1, start)) + 1 if start >= 0 else -1
        self.outline.picture(Picture(str(token.attrs.get("src", "")), begin, end, alt, caption))

    def _close(self, token: Token) -> None:
        if token.type != "link_close":
            self._skip(token.markup)
        elif token.markup == "autolink":
            self._skip(">")
        else:
            self._link_tail()

    def _link_tail(self) -> None:
        """Go past what stands behind a link's words: `](address "title")`, `][name]` or `]`."""
        at = self.content.find("]", self.cursor)
        if at < 0:
            return
        at += 1
        self.cursor = at
        if self.content.startswith("(", at):
            self.cursor = self._destination(at + 1)
        elif self.content.startswith("[", at):
            end = self.content.find("]", at)
            self.cursor = end + 1 if end >= 0 else at

    def _destination(self, at: int) -> int:
        """The offset behind `(address "title")`, or `at` - 1 where there is none."""
        from markdown_it.helpers import parseLinkDestination, parseLinkTitle

        stop = len(self.content)

        def past_blanks(i: int) -> int:
            while i < stop and self.content[i] in " \t\n":
                i += 1
            return i

        i = past_blanks(at)
        address = parseLinkDestination(self.content, i, stop)
        if address.ok:
            i = past_blanks(address.pos)
            title = parseLinkTitle(self.content, i, stop)
            if title.ok:
                i = past_blanks(title.pos)
        return i + 1 if i < stop and self.content[i] == ")" else at - 1

    def _html(self, raw: str) -> None:
        self._skip(raw)
        name, found = attributes(raw)
        closing = raw.startswith("</")
        if self.unread:
            self.unread = None if closing and name == self.unread else self.unread
        elif (name in _UNREAD or name in STRUCK) and not closing and not raw.endswith("/>"):
            self.unread = name
            if name in STRUCK:
                self.outline.struck_out()
        elif name == "sup":
            self.raised = not closing
        elif name in ("br", "p", "div", "li", "tr", "td", "th"):
            self.out.line_break(hard=True)
        elif name == "img" and not closing and found.get("src"):
            at = self.places(self.cursor - len(raw))
            alt = None
            if "alt" in found:
                alt = Inline()
                alt.add(found["alt"])
            self.outline.picture(Picture(found["src"], at, at + len(raw) if at >= 0 else -1, alt))

    def _struck(self, token: Token) -> None:
        self._skip(token.markup)
        if token.type == "s_open" and self.unread is None:
            self.unread = "~~"
            self.outline.struck_out()
        elif token.type == "s_close" and self.unread == "~~":
            self.unread = None

    def _find(self, raw: str) -> int:
        at = self.content.find(raw, self.cursor, self.cursor + len(raw) + _WINDOW)
        if at >= 0:
            self.cursor = at + len(raw)
        return at

    def _skip(self, raw: str) -> None:
        if raw:
            self._find(raw)
