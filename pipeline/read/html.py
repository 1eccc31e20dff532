"""HTML: a tree by libxml2, without network, DTD or huge trees, walked once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.document import BlockKind
from pipeline.read import html_flat
from pipeline.read.html_source import Places, clean
from pipeline.read.html_tables import Grid, is_layout
from pipeline.read.inline import Inline
from pipeline.read.outline import Outline
from pipeline.read.parts import Parsed, Part, PartUnit, Picture, paragraph

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKS = {"a": "link", "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis"} | dict.fromkeys(
    ("code", "kbd", "samp", "tt"), "code"
)
_HEADING = re.compile(r"h([1-6])$")
_LISTS = frozenset({"ul", "ol", "menu", "dl"})
_ITEMS = frozenset({"li", "dt", "dd"})
_UNREAD = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "map",
        "textarea",
        "select",
        "datalist",
        "head",
    ]
)
_STRUCK = frozenset({"del", "s", "strike"})
_FURNITURE = {
    "nav": "nav",
    "header": "header",
    "footer": "footer",
    "aside": "aside",
    "button": "button",
    "dialog": "dialog",
}
_FURNITURE_ROLES = {"navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside"}
_ALWAYS_FURNITURE = frozenset({"nav", "button", "dialog"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,3}$")
_LOST = 0.02  # share of the text a tree may lack before it is not trusted


def parse(source: str) -> Parsed:
    """The blocks of an HTML page. Content of nav, header, footer and aside outside main or article is boilerplate."""
    tidy = clean(source)
    places = Places(tidy)
    root = _tree(tidy)
    if root is None or _is_cut(root, places):
        return html_flat.parse(tidy)
    return _Walker(root, places).walk()


def _tree(source: str) -> HtmlElement | None:
    from lxml import etree, html

    parser = html.HTMLParser(
        no_network=True, huge_tree=False, recover=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _is_cut(root: HtmlElement, places: Places) -> bool:
    """Whether the tree lacks text of the source: nested too deep, or a text too long."""
    whole = len("".join(places.text.split()))
    texts = (
        text
        for element in root.iter("*")
        for text in (element.text if element.tag not in ("script", "style") else None, element.tail)
        if text
    )
    kept = sum(len("".join(text.split())) for text in texts)
    return kept < whole - max(8, whole * _LOST)


class _Walker:
    """Walks the tree in document order."""

    def __init__(self, root: HtmlElement, places: Places) -> None:
        self.root = root
        self.places = places
        self.outline = Outline()
        self.parsed = Parsed(self.outline.parts, language=_language(root))
        self.unread = 0  # depth of elements whose content is not shown
        self.raised = 0
        self.preformatted = 0
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
        if self.unread:
            if name not in ("script", "style"):
                self.places.add(text, None)
        elif self.preformatted:
            for line in text.splitlines(keepends=True):
                self.places.add(line, self.outline.inline, raised=bool(self.raised))
                if line.endswith("\n"):
                    self.outline.inline.line_break()
        else:
            self.places.add(text, self.outline.inline, raised=bool(self.raised))

    def _start(self, element: HtmlElement, name: str) -> None:
        if name == "title" and self.parsed.title is None and element.text and not element.xpath("ancestor::svg"):
            self.parsed.title = Inline()
            self.parsed.title.add(element.text)
        if name == "img":
            self._image(element)
        if self.unread or name in _UNREAD or _is_hidden(element) or name in _STRUCK:
            self.unread += 1
            if name in _STRUCK and "read.struck-out" not in self.parsed.notes:
                self.parsed.notes.append("read.struck-out")
            return
        if name in _MARKS:
            href = element.get("href") if name == "a" else None
            self.outline.inline.open(_MARKS[name], href)
        elif name == "sup":
            self.raised += 1
        elif name == "br":
            self._line_break()
        elif name not in html_flat.INLINE:
            self._end_unit(name)
            self._open(element, name)

    def _end(self, element: HtmlElement, name: str) -> None:
        if self.unread:
            self.unread -= 1
            return
        if name in _MARKS:
            self.outline.inline.close(_MARKS[name])
        elif name == "sup":
            self.raised -= 1
        elif name not in html_flat.INLINE and name != "br":
            self._close(element, name)

    def _open(self, element: HtmlElement, name: str) -> None:
        if self._furniture_name(element, name):
            self.furniture.append(element)
            self.outline.reason = f"in <{self._furniture_name(element, name)}> of a web page"
        elif name == "table":
            self.grids.append(None if is_layout(element) else Grid())
        elif name == "figure":
            self.figures.append(([], []))
        elif name == "pre":
            self.preformatted += 1
        elif self._in_cell() and name in ("tr", "td", "th"):
            self._grid_place(element, name)
        elif self._in_cell():
            return
        elif name in _LISTS:
            self.outline.open_list(ordered=name == "ol")
        elif name in _ITEMS and element.getparent() is not None and _list_above(element) is not None:
            self.outline.open_item()
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
        elif heading:
            self._heading(int(heading[1]))
        elif name in _LISTS or name == "blockquote":
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
        if inline and inline.breaks[-1:] == [len(inline.text)]:
            self._end_unit("br")
        else:
            inline.line_break()

    def _image(self, element: HtmlElement) -> None:
        start, end = next(self.images, (-1, -1))
        if self.unread or (_is_hidden(element) and element.get("aria-hidden") != "true"):
            return
        src = element.get("src") or element.get("data-src") or ""
        text = element.get("alt")
        if element.get("role") in ("presentation", "none") or element.get("aria-hidden") == "true":
            text = ""
        alt = None
        if text is not None:
            alt = Inline()
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
        if element.find("code") is None or self._in_cell() or self.outline.reason is not None:
            self._end_unit("pre")
            return
        text = self.outline.take()
        span = text.whole()
        if span is not None:
            code = Inline()
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
                grid.open_cell(_number(element.get("colspan")), _number(element.get("rowspan")), header=name == "th")

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
            if grid.part.units:
                self.outline.add(grid.part)
            self.outline.end_pictures()

    def _furniture_name(self, element: HtmlElement, name: str) -> str | None:
        furniture = _FURNITURE_ROLES.get(element.get("role") or "") or _FURNITURE.get(name)
        if furniture is None or furniture in _ALWAYS_FURNITURE:
            return furniture
        inside = element.xpath("ancestor::main | ancestor::article | ancestor::*[@role='main']")
        return None if inside else furniture


def _list_above(element: HtmlElement) -> HtmlElement | None:
    return next((above for above in element.iterancestors() if above.tag in _LISTS), None)


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return _HIDDEN_STYLE.search(element.get("style") or "") is not None


def _language(root: HtmlElement) -> str | None:
    tag = (root.get("lang") or root.get("xml:lang") or "").strip().replace("_", "-")
    return tag if _LANGUAGE.match(tag) else None


def _number(value: str | None) -> int:
    """A span of cells: at least 1, at most 100."""
    return min(max(int(value), 1), 100) if value and value.isascii() and value.isdecimal() and len(value) < 6 else 1
