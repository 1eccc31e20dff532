"""Questions about an HTML tree: is it whole, what is hidden, what is the furniture of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.read.html_source import Places
from pipeline.score.language import tag

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LISTS = frozenset({"ul", "ol", "menu", "dl"})
UNREAD = frozenset(
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
"""Elements whose content is not shown as text."""
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
_HOLDS_TEXT = ".//main | .//article | .//h1 | .//*[@role='main']"
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LOST = 0.02  # share of the text a tree may lack before it is not trusted


def tree(source: str) -> HtmlElement | None:
    """The parsed page, or None where there is nothing to parse. No network, no DTD, no huge trees."""
    from lxml import etree, html

    parser = html.HTMLParser(
        no_network=True, huge_tree=False, recover=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def is_cut(root: HtmlElement, places: Places) -> bool:
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


def furniture_name(element: HtmlElement) -> str | None:
    """The part of a web page around the text that an element is, if it is one; not inside main or article."""
    names = f"{element.get('id') or ''} {element.get('class') or ''}".lower()
    if "cookie" in names and element.tag in ("div", "section", "form") and not element.xpath(_HOLDS_TEXT):
        return "cookie banner"
    furniture = _FURNITURE_ROLES.get(element.get("role") or "") or _FURNITURE.get(str(element.tag).lower())
    if furniture is None or furniture in _ALWAYS_FURNITURE:
        return furniture
    inside = element.xpath("ancestor::main | ancestor::article | ancestor::*[@role='main']")
    return None if inside else furniture


def list_above(element: HtmlElement) -> HtmlElement | None:
    """The innermost list an element lies in."""
    return next((above for above in element.iterancestors() if above.tag in LISTS), None)


def is_hidden(element: HtmlElement) -> bool:
    """Whether an element says that it is not to be seen or heard."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return _HIDDEN_STYLE.search(element.get("style") or "") is not None


def is_word_title(element: HtmlElement) -> bool:
    """Whether a paragraph is the title, as Word exports it."""
    return element.tag == "p" and "MsoTitle" in (element.get("class") or "").split()


def whole_number(value: str | None) -> int | None:
    """A number of a list item: 0 to 99,999."""
    return int(value) if value and value.isascii() and value.isdecimal() and len(value) < 6 else None


def step(element: HtmlElement) -> int:
    """How an ordered list counts: 1 upwards, -1 downwards."""
    return -1 if element.tag == "ol" and element.get("reversed") is not None else 1


def first_number(element: HtmlElement) -> int:
    """The number of an ordered list's first item."""
    named = whole_number(element.get("start"))
    if named is not None:
        return named
    return len(element.findall("li")) if step(element) < 0 else 1


def language(element: HtmlElement) -> str | None:
    """The language an element says its text is in (BCP 47)."""
    return tag(element.get("lang") or element.get("xml:lang") or "") or None


def span_of_cells(value: str | None) -> int:
    """A span of cells: at least 1, at most 100."""
    return min(max(whole_number(value) or 1, 1), 100)
