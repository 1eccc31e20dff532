"""Markdown: CommonMark and tables. Raw HTML becomes text; lines indented by four blanks are text, never code."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.document import BlockKind
from pipeline.read import html_flat, text
from pipeline.read.comments import unclosed
from pipeline.read.front_matter import front_matter
from pipeline.read.inline import Inline
from pipeline.read.markdown_inline import InlineReader, Places
from pipeline.read.outline import Outline
from pipeline.read.parts import Parsed, Part, PartUnit
from pipeline.read.remarks import as_comments

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MAX_NESTING = 100
_MAX_PARAGRAPH = 200_000  # characters; a longer one is no prose, and inline rules take quadratic time
_MAX_BRACKETS = 2_000  # in one paragraph
_CODE_INDENT = 4
_FENCE = re.compile(r"`{3,}|~{3,}")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]")
# The sign of a footnote. Its text is kept where it stands; a reader's voice would say "caret one" for the sign.
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:?(?![(\[])")
_UNSEEN = "\u2060"
_BLANK_LINES = re.compile(r"\n[ \t]*\n")


def parse(source: str) -> Parsed:
    """The blocks of a Markdown text. What is nested too deep, or too dense, is read as plain text instead."""
    body, title, language = front_matter(source)
    if _is_dense(source):
        return _as_text(source, language)
    # Lines of the front matter become blank, so that line numbers and offsets stay.
    source = as_comments(source)
    blanked = re.sub(r"[^\n]", " ", source[:body]) + _FOOTNOTE.sub(lambda m: _UNSEEN * len(m[0]), source[body:])
    tokens = _parser().parse(_outdented(blanked))
    if any(token.level >= _MAX_NESTING - 2 for token in tokens):
        return _as_text(source, language)
    outline = Outline()
    _Reader(blanked, outline).read(tokens)
    return Parsed(outline.parts, title, language, outline.notes, outline.unclosed)


def _is_dense(source: str) -> bool:
    chunks = _BLANK_LINES.split(source)
    return any(len(chunk) > _MAX_PARAGRAPH or chunk.count("[") > _MAX_BRACKETS for chunk in chunks)


def _as_text(source: str, language: str | None) -> Parsed:
    parsed = text.parse(source)
    parsed.language = language
    parsed.notes.append("read.as-plain-text")
    return parsed


def _outdented(source: str) -> str:
    """The source with lists that begin four or more blanks deep moved to the left margin, line by line.

    CommonMark sees code there, and with that rule off one run-on item. Lists inside lists stay as they are.
    """
    lines = source.split("\n")
    in_list, fence, shift = False, "", 0
    for i, line in enumerate(lines):
        bare = line.lstrip(" ")
        indent = len(line) - len(bare)
        mark = _FENCE.match(bare)
        if mark and (not fence or bare.startswith(fence)):
            fence = "" if fence else mark[0]
        if not bare or fence:
            continue
        if indent < (shift or 2):
            shift = 0
            in_list = _ITEM.match(bare) is not None or (in_list and bool(lines[i - 1].strip()))
        elif not in_list and not shift and indent >= _CODE_INDENT and _ITEM.match(bare):
            shift = indent
        if shift:
            lines[i] = line[shift:]
    return "\n".join(lines)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable(["table", "strikethrough"]).disable("code")
    parser.disable("text_join")  # keeps entities and escapes apart, with their source
    # A link is one whatever its address: its words are read, not its markup. What pages may link to, publishing says.
    parser.validateLink = lambda url: bool(url)  # type: ignore[method-assign]
    return parser


class _Reader:
    """Goes through the tokens in order."""

    def __init__(self, source: str, outline: Outline) -> None:
        self.source = source
        self.outline = outline
        self.starts = [0]
        for line in source.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.table: Part | None = None
        self.row = self.column = 0
        self.row_cursor = 0  # offset in the source behind the last cell

    def read(self, tokens: list[Token]) -> None:
        """Fill the outline."""
        for token in tokens:
            name = token.type
            if name == "inline":
                self._inline(token)
            elif name in ("paragraph_close", "hr"):
                self.outline.end_unit()
            elif name == "heading_close":
                self.outline.heading(int(token.tag[1]))
            elif name in ("bullet_list_open", "ordered_list_open"):
                self.outline.open_list(ordered=name.startswith("ordered"), start=int(token.attrs.get("start", 1)))
            elif name == "list_item_open":
                self.outline.open_item()
            elif name == "blockquote_open":
                self.outline.open_quote()
            elif name in ("bullet_list_close", "ordered_list_close", "blockquote_close"):
                self.outline.close()
            elif name in ("fence", "code_block"):
                self._code(token)
            elif name == "html_block":
                self._html(token)
            else:
                self._table(name)

    def _inline(self, token: Token) -> None:
        content = token.content
        places = self._cell_places(token) if self.table is not None else self._line_places(token)
        reader = InlineReader(content, places, self.outline)
        reader.read(token.children or [])

    def _line_places(self, token: Token) -> Places:
        """Each line of the content lies in its line of the source, mostly at its end."""
        places = Places()
        first = token.map[0] if token.map else 0
        at = 0
        for i, line in enumerate(token.content.split("\n")):
            start = self.starts[min(first + i, len(self.starts) - 1)]
            raw = self.source[start : self.starts[min(first + i + 1, len(self.starts) - 1)]].rstrip("\n")
            bare = line.strip()
            column = raw.rstrip().rfind(bare)
            places.add(at, start + column - (len(line) - len(line.lstrip())) if column >= 0 else -1)
            at += len(line) + 1
        return places

    def _cell_places(self, token: Token) -> Places:
        """A cell's content lies in its row, every bar inside it escaped."""
        places = Places()
        row = self.starts[token.map[0]] if token.map else 0
        end = self.source.find("\n", row)
        raw = token.content.replace("|", "\\|")
        start = self.source.find(raw, max(row, self.row_cursor), end if end >= 0 else len(self.source))
        if start < 0:
            return places
        at = 0
        for piece in re.split(r"(?=\|)", token.content):
            start += piece.startswith("|")
            places.add(at, start)
            at += len(piece)
            start += len(piece)
        self.row_cursor = start
        return places

    def _code(self, token: Token) -> None:
        content = token.content.strip("\n")
        if not content.strip():
            return
        first, last = token.map or (0, 1)
        start = self.starts[min(first + (token.type == "fence"), len(self.starts) - 1)]
        end = self.starts[min(last, len(self.starts) - 1)]
        block = self.source[start:end]
        line = content.split("\n")[-1].strip()
        found = block.rfind(line) if line else -1
        code = Inline()
        code.verbatim(content, start, start + found + len(line) if found >= 0 else start + len(block.rstrip()))
        self.outline.end_unit()
        self.outline.add(Part(BlockKind.CODE, [PartUnit(code)]))

    def _html(self, token: Token) -> None:
        start, end = (self.starts[min(i, len(self.starts) - 1)] for i in (token.map or (0, 0)))
        self.outline.end_unit()
        self.outline.unclosed += unclosed(self.source[start:end], start)
        html_flat.feed(self.source[start:end], start, self.outline)

    def _table(self, name: str) -> None:
        if name == "table_open":
            self.outline.end_unit()
            self.table, self.row = Part(BlockKind.TABLE), -1
        elif name == "tr_open":
            self.row, self.column = self.row + 1, -1
        elif name in ("th_open", "td_open"):
            self.column += 1
        elif name in ("th_close", "td_close") and self.table is not None:
            text = self.outline.take()
            if text:
                self.table.units.append(PartUnit(text, self.row, self.column, name == "th_close"))
        elif name == "table_close" and self.table is not None:
            if self.table.units:
                self.outline.add(self.table)
            self.table = None
            self.outline.end_pictures()
