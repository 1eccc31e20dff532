"""What the readers of marked-up text share: blocks opened and closed, text flowing into the innermost of them."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document import BlockKind
from pipeline.read.comments import Unclosed
from pipeline.read.inline import Inline
from pipeline.read.parts import Part, PartUnit, Picture, heading


@dataclass(slots=True)
class _Target:
    """Where running text goes: to paragraphs of its own, or into a list or quote."""

    kind: BlockKind
    ordered: bool = False
    row: int = -1
    depth: int = 0
    part: Part | None = None
    number: int = 1  # ordered lists: of the item being read
    step: int = 1


class Outline:
    """Collects parts in order. `inline` is the unit that text is being added to."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.inline = Inline()
        self.notes: list[str] = []  # codes of findings about the file as a whole
        self.unclosed: list[Unclosed] = []  # comments
        self.reason: str | None = None  # set while in page furniture: everything is boilerplate
        self._targets = [_Target(BlockKind.PARAGRAPH)]
        self._pictures: list[Picture] = []

    def struck_out(self) -> None:
        """Struck-out text was left out: it must not be read as if it still held."""
        if "read.struck-out" not in self.notes:
            self.notes.append("read.struck-out")

    def picture(self, picture: Picture) -> None:
        """A picture; it stands after the text it is named in."""
        self._pictures.append(picture)

    def end_unit(self) -> None:
        """The running text ends here."""
        text, self.inline = self.inline, Inline()
        target = self._targets[-1]
        if text and target.kind is BlockKind.PARAGRAPH:
            self.add(Part(BlockKind.PARAGRAPH, [PartUnit(text)]))
        elif text:
            self._into(target, text)
            return  # its pictures stand behind the list or quote, which stays whole
        if target.kind is BlockKind.PARAGRAPH:
            self.end_pictures()

    def end_pictures(self) -> None:
        """Put the pictures named so far here; only those outside of page furniture are ever named."""
        self.parts.extend(Part(BlockKind.IMAGE, picture=picture) for picture in self._pictures)
        self._pictures = []

    def take(self) -> Inline:
        """The running text, for a part the reader makes itself."""
        text, self.inline = self.inline, Inline()
        return text

    def add(self, part: Part) -> None:
        """A part made by the reader."""
        if self.reason is not None:
            part.kind, part.reason, part.level = BlockKind.BOILERPLATE, self.reason, 0
        self.parts.append(part)

    def heading(self, level: int) -> None:
        """The running text was a heading. Inside a list or quote it is text like any other."""
        if self._targets[-1].kind is not BlockKind.PARAGRAPH:
            self.end_unit()
            return
        text = self.take()
        if text:
            self.add(heading(text, level))
        self.end_pictures()

    def open_list(self, *, ordered: bool, start: int = 1, step: int = 1) -> None:
        """A list begins; inside another it is a deeper level of the same. `step` is -1 where it counts down."""
        self.end_unit()
        above = self._targets[-1]
        if above.kind is BlockKind.LIST:
            self._targets.append(_Target(BlockKind.LIST, above.ordered, above.row, above.depth + 1, above.part))
        else:
            self._targets.append(_Target(BlockKind.LIST, ordered, number=start - step, step=step))

    def open_item(self, number: int | None = None) -> None:
        """An item of the innermost list begins. A number out of turn makes it a list of its own."""
        self.end_unit()
        target = self._targets[-1]
        before = target.number
        target.number = before + target.step if number is None else number
        target.row += 1
        if target.ordered and target.depth == 0 and target.number != before + 1:
            target.part, target.row = None, 0

    def open_quote(self) -> None:
        """A quote begins."""
        self.end_unit()
        self._targets.append(_Target(BlockKind.QUOTE))

    def close(self) -> None:
        """The innermost list or quote ends."""
        self.end_unit()
        target = self._targets.pop()
        above = self._targets[-1]
        if target.kind is BlockKind.LIST and above.kind is BlockKind.LIST:
            above.row, above.part = target.row, target.part
        elif above.kind is BlockKind.PARAGRAPH:
            self.end_pictures()

    def _into(self, target: _Target, text: Inline) -> None:
        if target.part is None or not self.parts or self.parts[-1] is not target.part:
            target.part = Part(target.kind, ordered=target.ordered, start=target.number if target.ordered else 1)
            self.add(target.part)
        target.part.units.append(PartUnit(text, row=max(target.row, 0), depth=target.depth))
