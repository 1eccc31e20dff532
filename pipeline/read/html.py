"""HTML: a tree by libxml2, without network, DTD or huge trees, walked once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.document import BlockKind
from pipeline.read import html_flat
from pipeline.read.html_source import STRUCK, Places, clean
from pipeline.read.html_tables import Grid, is_layout
from pipeline.read.html_tree import (
    LISTS,
    UNREAD,
    first_number,
    furniture_name,
    is_cut,
    is_hidden,
    is_word_title,
    language,
    list_above,
    span_of_cells,
    step,
    tree,
    whole_number,
)
from pipeline.read.inline import Inline
from pipeline.read.outline import Outline
from pipeline.read.parts import Parsed, Part, PartUnit, Picture, paragraph

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKS = {"a": "link", "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis"} | dict.fromkeys(
    ("code", "kbd", "samp", "tt"), "code"
)
_HEADING = re.compile(r"h([1-6])$")
_ITEMS = frozenset({"li", "dt", "dd"})


def parse(source: str) -> Parsed:
    """The blocks of an HTML page. Content of nav, header, footer and aside outside main or article is boilerplate."""
    tidy = clean(source)
    places = Places(tidy)
    root = None if places.is_overloaded else tree(tidy)
    if root is None or is_cut(root, places):
        return html_flat.parse(tidy)
    return _Walker(root, places).walk()


class _Walker:
    """Walks the tree in document order."""

    def __init__(self, root: HtmlElement, places: Places) -> None:
        self.root = root
        self.places = places
        self.outline = Outline()
        self.parsed = Parsed(self.outline.parts, language=language(root), notes=self.outline.notes)
        self.languages: list[tuple[HtmlElement, str]] = []  # the elements around that name one
        self.unread = 0  # depth of elements whose content is not shown
        self.raised = 0
        self.preformatted = 0
        self.is_code = False  # the preformatted text being read
        self.furniture: list[HtmlElement] = []
        self.grids: list[Grid | None] = []  # None: a table for layout
        self.figures: list[tuple[list[Picture], list[Inline]]] = []
        self.images = iter(places.images)
        self.has_inner_h1 = bool(root.xpath("//main//h1 | //article//h1 | //*[@role='main']//h1"))

    def walk(self) -> Parsed:
        """The parts."""
        from lxml import etree

        for event, element in etree.iterwalk(self.root, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            name = element.tag.lower()
            if event == "start":
                self._start(element, name)
                self._text(element.text, name)
            else:
                self._end(element, name)
                self._text(element.tail)
        self.outline.end_unit()
        return self.parsed

    def _text(self, text: str | None, name: str = "") -> None:
        if not text:
            return
        self.outline.inline.language = self._language()
        if self.unread:
            if name not in ("script", "style"):
                self.places.add(text, None)
        elif self.preformatted:
            for line in text.splitlines(keepends=True):
                self.places.add(line, self.outline.inline, raised=bool(self.raised))
                if not line.endswith("\n"):
                    continue
                if self.is_code:
                    self.outline.inline.line_break()
                else:
                    self.outline.inline.is_preformatted = True
                    self._line_break()
        else:
            self.places.add(text, self.outline.inline, raised=bool(self.raised))

    def _language(self) -> str | None:
        """What the innermost element around that names a language says."""
        return self.languages[-1][1] if self.languages else None

    def _start(self, element: HtmlElement, name: str) -> None:
        named = language(element)
        if named is not None:
            self.languages.append((element, named))
        if name == "title" and self.parsed.title is None and element.text and not element.xpath("ancestor::svg"):
            self.parsed.title = Inline()
            self.parsed.title.add(element.text)
        if name == "img":
            self._image(element)
        if self.unread or name in UNREAD or is_hidden(element) or name in STRUCK:
            self.unread += 1
            if name in STRUCK and not is_hidden(element) and self.unread == 1:
                self.outline.struck_out()
            return
        if name in _MARKS:
            href = element.get("href") if name == "a" else None
            self.outline.inline.open(_MARKS[name], href)
        elif name == "sup":
            self.raised += 1
        elif name == "br":
            self._line_break()
        elif not html_flat.is_inline(name):
            self._end_unit(name)
            self._open(element, name)

    def _end(self, element: HtmlElement, name: str) -> None:
        if self.languages and self.languages[-1][0] is element:
            self.languages.pop()
        if self.unread:
            self.unread -= 1
            return
        if name in _MARKS:
            self.outline.inline.close(_MARKS[name])
        elif name == "sup":
            self.raised -= 1
        elif not html_flat.is_inline(name) and name != "br":
            self._close(element, name)

    def _open(self, element: HtmlElement, name: str) -> None:
        furniture = furniture_name(element)
        if furniture is not None:
            self.furniture.append(element)
            self.outline.reason = f"in <{furniture}> of a web page"
        elif name == "table":
            self.grids.append(None if is_layout(element) else Grid())
        elif name == "figure":
            self.figures.append(([], []))
        elif name == "pre":
            self.preformatted += 1
            self.is_code = element.find("code") is not None and not self._in_cell() and self.outline.reason is None
        elif self._in_cell() and name in ("tr", "td", "th"):
            self._grid_place(element, name)
        elif self._in_cell():
            return
        elif name in LISTS:
            self.outline.open_list(ordered=name == "ol", start=first_number(element), step=step(element))
        elif name in _ITEMS and (above := list_above(element)) is not None:
            if name != "dd" or above.find("dt") is None:
                self.outline.open_item(whole_number(element.get("value")))
        elif name == "blockquote":
            self.outline.open_quote()

    def _close(self, element: HtmlElement, name: str) -> None:
        heading = _HEADING.match(name)
        if name == "figcaption" and self.figures:
            caption = self.outline.take()
            if caption:
                self.figures[-1][1].append(caption)
        elif name == "pre":
            self._end_preformatted(element)
        elif self._in_cell() and not (name == "table" or name == "figure"):
            self._end_in_cell(name)
        elif heading or is_word_title(element):
            self._heading(int(heading[1]) if heading else 1)
        elif name in LISTS or name == "blockquote":
            self.outline.close()
        else:
            self.outline.end_unit()
        if name == "figure":
            self._end_figure()
        elif name == "table":
            self._end_table()
        if self.furniture and self.furniture[-1] is element:
            self.furniture.pop()
            self.outline.end_pictures()
            self.outline.reason = self.outline.reason if self.furniture else None

    def _heading(self, level: int) -> None:
        """A heading; the page's h1 counts even in its header, if it is the only place that has one."""
        kept = self.outline.reason
        if level == 1 and kept is not None and not self.has_inner_h1 and "header" in kept:
            self.outline.reason = None
        self.outline.heading(level)
        self.outline.reason = kept

    def _line_break(self) -> None:
        """One break ends a line, two in a row end a paragraph."""
        inline = self.outline.inline
        if inline.is_at_break:
            self._end_unit("br")
        else:
            inline.line_break(hard=True)

    def _image(self, element: HtmlElement) -> None:
        start, end = next(self.images, (-1, -1))
        if self.unread or (is_hidden(element) and element.get("aria-hidden") != "true"):
            return
        src = element.get("src") or element.get("data-src") or ""
        text = element.get("alt")
        if element.get("role") in ("presentation", "none") or element.get("aria-hidden") == "true":
            text = ""
        alt = None
        if text is not None:
            alt = Inline()
            alt.language = language(element) or self._language()
            alt.add(text)
        if self.furniture:
            if alt:
                self.outline.inline.add(f" {alt.text} ")
        elif src or alt:
            picture = Picture(src, start, end, alt)
            if self.figures:
                self.figures[-1][0].append(picture)
            else:
                self.outline.picture(picture)

    def _end_figure(self) -> None:
        pictures, captions = self.figures.pop()
        if pictures and captions:
            pictures[-1].caption = captions.pop(0)
        for picture in pictures:
            self.outline.picture(picture)
        if not self._in_cell():
            self.outline.end_pictures()
        for caption in captions:
            self.outline.add(paragraph(caption))

    def _end_preformatted(self, element: HtmlElement) -> None:
        self.preformatted -= 1
        if not self.is_code:
            self._end_unit("pre")
            return
        self.is_code = False
        text = self.outline.take()
        span = text.whole()
        if span is not None:
            code = Inline()
            code.language = self._language()
            code.verbatim(element.text_content().strip("\n"), span.start, span.end)
            self.outline.add(Part(BlockKind.CODE, [PartUnit(code)]))

    def _in_cell(self) -> bool:
        return bool(self.grids) and self.grids[-1] is not None

    def _grid_place(self, element: HtmlElement, name: str) -> None:
        grid = self.grids[-1]
        if grid is not None:
            if name == "tr":
                grid.open_row()
            else:
                grid.open_cell(
                    span_of_cells(element.get("colspan")), span_of_cells(element.get("rowspan")), header=name == "th"
                )

    def _end_unit(self, name: str) -> None:
        if self._in_cell():
            self._end_in_cell(name)
        else:
            self.outline.end_unit()

    def _end_in_cell(self, name: str) -> None:
        grid = self.grids[-1]
        text = self.outline.take()
        if grid is None or not text:
            return
        if name == "caption" or not grid.is_open:
            self.outline.add(paragraph(text))
        else:
            grid.add(text)

    def _end_table(self) -> None:
        grid = self.grids.pop()
        if grid is not None:
            if self.outline.inline:
                grid.add(self.outline.take())
            part = grid.part()
            if part.units:
                self.outline.add(part)
            self.outline.end_pictures()
