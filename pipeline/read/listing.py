"""Lists in a plain text: which lines open an item, how deep it lies, and where the list ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.document import BlockKind
from pipeline.read import running
from pipeline.read.headings import stands_alone
from pipeline.read.inline import Inline
from pipeline.read.lines import Line
from pipeline.read.parts import Part, PartUnit

_SURE = "•‣⁃◦▪■●○·✓✔☐□\uf0a7\uf0b7"  # signs that are nothing but bullets
_BULLET = re.compile(rf"(?P<mark>[-*+–—{_SURE}]|\[[ xX]?\])\s+(?=\S)")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,3})[.)]\s+(?=\S)")
_LETTER = re.compile(r"\(?(?P<letter>[a-zA-Z])[.)]\s+(?=\S)")
_DASHES = "–—"
_LOOK = 50  # lines
_MAX_INTRODUCTION = 12  # words
_MIN_SENTENCE = 3  # words


@dataclass(frozen=True, slots=True)
class Marker:
    """What opens a list item."""

    width: int  # characters up to the item's text
    ordered: bool
    number: int = 0  # ordered only; a letter counts from a = 1
    style: str = ""  # the bullet; "1" or "a" for ordered lists

    def follows(self, above: Marker) -> bool:
        """Whether this is the next item after `above`; a list may count 1, 1, 1."""
        if not self.ordered or self.style != above.style:
            return self.style == above.style
        return self.number == above.number + 1 or self.number == above.number == 1


def marker(text: str) -> Marker | None:
    """The marker a line opens with, if it has one."""
    if match := _BULLET.match(text):
        return Marker(match.end(), False, style=match["mark"])
    if match := _NUMBER.match(text):
        return Marker(match.end(), True, int(match["number"]), "1")
    if match := _LETTER.match(text):
        return Marker(match.end(), True, ord(match["letter"].lower()) - ord("a") + 1, "a")
    return None


def is_sure_bullet(found: Marker) -> bool:
    """Whether an item's sign can be nothing but a bullet; a dash may open an aside."""
    return not found.ordered and found.style in _SURE


def opens_list(lines: list[Line], i: int, *, alone: bool) -> bool:
    """Whether line `i` of a group opens a list. `alone`: the line may open one with a single item.

    A bullet does. A dash does where another follows, else it may be an aside. A number or letter does when it is
    the first of its kind, or the next one follows: "10. Then rest" may be the end of a wrapped sentence.
    """
    own = marker(lines[i].text)
    if own is None:
        return False
    if not own.ordered:
        return own.style not in _DASHES or _comes(lines, i + 1, own)
    follows = _comes(lines, i + 1, Marker(0, True, own.number + 1, own.style))
    if own.style == "a":
        is_bracketed = lines[i].text[own.width - 2] == ")" or lines[i].text[:1] == "("
        return own.number == 1 and (follows or is_bracketed)
    return follows or own.number == 1 or alone


def _comes(lines: list[Line], i: int, wanted: Marker) -> bool:
    """Whether a marker of this style and number opens one of the next lines."""
    found = (marker(line.text) for line in lines[i : i + _LOOK])
    return any(m is not None and m.style == wanted.style and m.number == wanted.number for m in found)


@dataclass(slots=True)
class _Level:
    """One depth of a list."""

    indent: int
    last: Marker  # of its last item


@dataclass(slots=True)
class Lister:
    """Reads the items of lists into parts. Keeps the place in the last list, which may go on after a blank line."""

    wrapped_at: int
    parts: list[Part]
    levels: list[_Level] = field(default_factory=list)
    part: Part | None = None

    @property
    def is_open(self) -> bool:
        """Whether the part read last is a list, so that an item may go on with it."""
        return self.part is not None and bool(self.parts) and self.parts[-1] is self.part

    def goes_on_with(self, found: Marker) -> bool:
        """Whether an item with this marker is the next of the list read last."""
        return self.is_open and any(found.ordered and found.follows(level.last) for level in self.levels)

    def resumes(self, found: Marker, above: Line) -> bool:
        """Whether an item is the next of the list read last, though a paragraph that has ended stands between."""
        if not self.levels or not found.ordered or found.number < 2 or not running.is_stopped(above.text):
            return False
        return found.style == "1" and found.follows(self.levels[0].last)

    def read(self, lines: list[Line], i: int) -> int:
        """Read items from line `i` on, which has a marker; the index of the first line after them."""
        first = i
        while i < len(lines):
            line = lines[i]
            if line.image is not None or line.is_rule or line.is_quote:
                break
            found = marker(line.text)
            if found is not None and i > first and self._is_wrapped(found, lines, i):
                found = None
            if found is not None:
                self._place(found, lines, i)
                self._item(found, line)
            elif self._goes_on(lines, i):
                text = self.parts[-1].units[-1].text
                text.line_break()
                text.add(line.text, line.start)
            else:
                break
            i += 1
        return i

    def _is_wrapped(self, found: Marker, lines: list[Line], i: int) -> bool:
        """Whether what looks like a marker is the end of a sentence: "more than / 10. Then rest"."""
        above = lines[i - 1].text
        if not found.ordered or any(found.follows(level.last) for level in self.levels):
            return False
        if found.style == "a" and not opens_list(lines, i, alone=False):
            return True
        return not running.is_stopped(above) and (
            running.is_open(above) or running.is_full(above, lines[i].text, self.wrapped_at)
        )

    def _place(self, found: Marker, lines: list[Line], i: int) -> None:
        """Find the level of an item, opening a list or a level for it where it needs one."""
        indent = lines[i].indent
        if not self.is_open:
            self._open(found, indent)
            return
        while len(self.levels) > 1 and indent < self.levels[-1].indent:
            self.levels.pop()
        top = self.levels[-1]
        if indent > top.indent + 1:
            self.levels.append(_Level(indent, found))
            return
        if not found.follows(top.last):
            outer = [level for level in self.levels if level.indent >= indent - 1 and found.follows(level.last)]
            if outer:
                del self.levels[self.levels.index(outer[-1]) + 1 :]
            elif self._is_inner(found, top.last, lines, i):
                self.levels.append(_Level(indent, found))
            elif len(self.levels) == 1 and (found.ordered or top.last.ordered):
                self._open(found, indent)
        self.levels[-1].last = found

    def _is_inner(self, found: Marker, above: Marker, lines: list[Line], i: int) -> bool:
        """Whether an item with another mark, no deeper than the one above, lies inside it: the outer list goes on."""
        if found.style == above.style:
            return False
        if found.style == "a" and above.style == "1":
            return True
        return _comes(lines, i + 1, Marker(0, above.ordered, above.number + above.ordered, above.style))

    def _open(self, found: Marker, indent: int) -> None:
        self.part = Part(BlockKind.LIST, ordered=found.ordered, start=found.number if found.ordered else 1)
        self.parts.append(self.part)
        self.levels = [_Level(indent, found)]

    def _item(self, found: Marker, line: Line) -> None:
        units = self.parts[-1].units
        text = Inline()
        text.add(line.text[found.width :], line.start + found.width)
        units.append(PartUnit(text, row=units[-1].row + 1 if units else 0, depth=len(self.levels) - 1))

    def _goes_on(self, lines: list[Line], i: int) -> bool:
        """Whether a line without a marker belongs to the item above it.

        It does where it hangs, opens with a small letter, or the line above had no room for its first word; else not
        where the item has ended with a stop, or where it is a sentence, an introduction or a heading of its own.
        """
        line, above = lines[i], lines[i - 1]
        if line.indent > self.levels[-1].indent or running.opens_small(line.text):
            return True
        if running.is_full(above.text, line.text, self.wrapped_at):
            return True
        item = self.parts[-1].units[-1].text.text
        if running.is_stopped(item):
            return False
        if running.is_open(above.text):
            return True
        end = next((j for j in range(i, len(lines)) if marker(lines[j].text) is not None), len(lines))
        text = " ".join(below.text for below in lines[i : min(end, i + _LOOK)])
        if end < len(lines) and (text.endswith(":") or stands_alone(text)):
            return len(text.split()) > _MAX_INTRODUCTION
        is_single = len(self.parts[-1].units) == 1 and running.denies(item)
        return is_single or not running.is_stopped(text) or len(text.split()) < _MIN_SENTENCE
