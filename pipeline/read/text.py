"""Plain text: titles, headings, lists, tables, quotes and paragraphs by how their lines stand."""

from __future__ import annotations

import re

from pipeline.document import BlockKind
from pipeline.read import headings, levels
from pipeline.read.grouping import cut, is_heading_line
from pipeline.read.inline import Inline, plain
from pipeline.read.lines import Line, groups
from pipeline.read.listing import Lister, marker, opens_list
from pipeline.read.parts import Parsed, Part, PartUnit, Picture, heading, paragraph
from pipeline.read.remarks import blanked
from pipeline.read.running import width
from pipeline.read.tables import read_table

_SUBJECT = re.compile(r"(?:subject|title|re|asunto|título|objet|assunto|oggetto|titolo): (?=\S)", re.IGNORECASE)
_MAX_TITLE_WORDS = 20
_MAX_COLON_WORDS = 6


def parse(source: str) -> Parsed:
    """The blocks of a plain text. No letter or digit is left out but those of remarks to Plainleaf."""
    found = groups(*blanked(source))
    wrapped_at = max((width([line.text for line in lines]) for lines in found), default=0)
    parts = _Reader([piece for lines in found for piece in cut(lines)], wrapped_at).read()
    levels.settle(parts)
    return Parsed(parts, _named_title(parts))


def _named_title(parts: list[Part]) -> Inline | None:
    """The title that one of the first lines names: "Subject: Your sleep study"."""
    for part in parts[:2]:
        if part.kind is BlockKind.PARAGRAPH and (found := _SUBJECT.match(part.text)):
            text = part.units[0].text
            return (text.cut(text.breaks[:1])[0] if text.breaks else text).behind(found.end())
    return None


class _Reader:
    """Goes through the groups of lines, from top to bottom."""

    def __init__(self, found: list[list[Line]], wrapped_at: int) -> None:
        self.groups = found
        self.parts: list[Part] = []
        self.lists = Lister(wrapped_at, self.parts)

    def read(self) -> list[Part]:
        for index, lines in enumerate(self.groups):
            self._group(lines, index)
        return self.parts

    def _group(self, lines: list[Line], index: int) -> None:
        table = read_table(lines)
        if table is not None:
            self.parts.append(table)
            return
        i = self._heading(lines, index)
        while i < len(lines):
            i = self._block(lines, i, index)

    def _heading(self, lines: list[Line], index: int) -> int:
        """Read the heading a group opens with; how many lines it took."""
        first = lines[0]
        if first.is_rule or first.image is not None or first.is_quote:
            return 0
        if len(lines) > 1 and _underlines(lines[1], first):
            level = 1 if not self.parts else 2 if lines[1].text[0] == "=" else 3
            self.parts.append(heading(plain(first.text, first.start), level))
            return 2
        if self._is_title(lines) or self._is_heading(lines, index):
            level = headings.level(first.text) if self.parts or headings.is_numbered(first.text) else 1
            self.parts.append(heading(plain(first.text, first.start), level))
            return 1
        return 0

    def _is_title(self, lines: list[Line]) -> bool:
        if self.parts or marker(lines[0].text) is not None:
            return False
        text = lines[0].text
        alone = len(lines) == 1 or lines[1].image is not None or is_heading_line(lines)
        return alone and len(text.split()) <= _MAX_TITLE_WORDS and headings.looks_like_title(text)

    def _is_heading(self, lines: list[Line], index: int) -> bool:
        """Whether the first line of a group is a heading: it looks like one and body text follows."""
        text = lines[0].text
        following = lines[1:] or (self.groups[index + 1] if index + 1 < len(self.groups) else [])
        if not following or following[0].text[:1].islower():
            return False
        if text.endswith(":"):
            is_short = len(text.split()) <= _MAX_COLON_WORDS and headings.looks_like_heading(text[:-1])
            return is_short and len(lines) == 1 and marker(following[0].text) is None
        if not headings.looks_like_heading(text):
            return False
        own = marker(text)
        if own is not None and (not own.ordered or self._is_item(lines, index)):
            return False
        return len(lines) == 1 or is_heading_line(lines)

    def _is_item(self, lines: list[Line], index: int) -> bool:
        """Whether a numbered line is one of a list, not a numbered heading: an item follows or stands above."""
        if len(lines) > 1:
            return True
        own = marker(lines[0].text)
        beside = self.groups[index + 1][0].text if index + 1 < len(self.groups) else ""
        next_marker = marker(beside)
        if own is None:
            return False
        return self.lists.goes_on_with(own) or (next_marker is not None and next_marker.style == own.style)

    def _block(self, lines: list[Line], i: int, index: int) -> int:
        """Read one block from line `i` of a group; the index of the first line after it."""
        line = lines[i]
        if line.is_rule:
            return i + 1
        image = line.image
        if image is not None:
            start = line.start + line.text.index(image)
            self.parts.append(Part(BlockKind.IMAGE, picture=Picture(plain(image).text, start, start + len(image))))
            return i + 1
        if line.is_quote:
            return self._quote(lines, i)
        if self._opens_list(lines, i, alone=i == 0):
            return self.lists.read(lines, i)
        last = self.parts[-1] if self.parts else None
        if i == 0 and last is not None and last.kind is BlockKind.LIST and line.indent >= 2 and index:
            unit = last.units[-1]
            last.units.append(PartUnit(Inline(), row=unit.row, depth=unit.depth))
            return self._lines(lines, i, last.units[-1].text)
        text = Inline()
        self.parts.append(paragraph(text))
        return self._lines(lines, i, text)

    def _opens_list(self, lines: list[Line], i: int, *, alone: bool) -> bool:
        if opens_list(lines, i, alone=alone):
            return True
        found = marker(lines[i].text)
        return found is not None and i > 0 and self.lists.resumes(found, lines[i - 1])

    def _lines(self, lines: list[Line], i: int, text: Inline) -> int:
        """Join wrapped lines into `text`, up to what is no running text."""
        first = i
        while i < len(lines):
            line = lines[i]
            if i > first and (
                line.is_rule or line.image is not None or line.is_quote or self._opens_list(lines, i, alone=False)
            ):
                break
            text.line_break()
            text.add(line.text, line.start)
            i += 1
        return i

    def _quote(self, lines: list[Line], i: int) -> int:
        text = Inline()
        while i < len(lines) and lines[i].is_quote:
            bare = lines[i].text.lstrip("> ")
            text.line_break()
            text.add(bare, lines[i].end - len(bare))
            i += 1
        if text:
            self.parts.append(Part(BlockKind.QUOTE, [PartUnit(text)]))
        return i


def _underlines(line: Line, above: Line) -> bool:
    """Whether a line of === or --- stands under a short line."""
    is_drawn = len(line.text) >= 3 and set(line.text) in ({"="}, {"-"})
    return is_drawn and len(above.text) <= 100 and any(map(str.isalnum, above.text)) and marker(above.text) is None
