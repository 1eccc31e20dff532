"""HTML without a tree, by a scan: for pages nested too deep to parse, and for raw HTML inside Markdown."""

from __future__ import annotations

import re

from pipeline.read.html_source import STRUCK, attributes, clean, scan
from pipeline.read.inline import Inline
from pipeline.read.outline import Outline
from pipeline.read.parts import Parsed, Picture

INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
    ]
)


def is_inline(name: str) -> bool:
    """Whether an element stands within a line of text; unknown ones do, as <o:p> of Word."""
    return name in INLINE or ":" in name or "-" in name


_HEADING = re.compile(r"/?h([1-6])$")
_UNREAD = frozenset({"title", "textarea", "template", "noscript", "svg"})


def parse(source: str) -> Parsed:
    """The blocks of a page."""
    outline = Outline()
    feed(source, 0, outline)
    return Parsed(outline.parts, notes=["read.as-plain-text", *outline.notes])


def feed(source: str, offset: int, outline: Outline) -> None:
    """Add paragraphs, headings and pictures of `source` to the outline; lists and tables become paragraphs.

    `offset` is where `source` begins in the whole.
    """
    unread: str | None = None
    for scrap in scan(clean(source)):
        if unread is not None:
            unread = None if scrap.tag == f"/{unread}" else unread
        elif scrap.tag in _UNREAD or scrap.tag in STRUCK:
            unread = scrap.tag
            if unread in STRUCK:
                outline.struck_out()
        elif scrap.tag == "br":
            outline.inline.line_break(hard=True)
        elif scrap.tag == "img":
            image(source[scrap.start : scrap.end], offset + scrap.start, outline)
        elif scrap.tag:
            heading = _HEADING.match(scrap.tag)
            if heading and scrap.tag[0] == "/":
                outline.heading(int(heading[1]))
            elif not is_inline(scrap.tag.lstrip("/")):
                outline.end_unit()
        else:
            exact = scrap.end - scrap.start == len(scrap.text)
            outline.inline.add(scrap.text, offset + scrap.start, None if exact else offset + scrap.end)
    outline.end_unit()


def image(tag: str, start: int, outline: Outline) -> None:
    """The picture an img tag names; `start` is where the tag lies in the whole, -1 is nowhere."""
    _, found = attributes(tag)
    if found.get("src"):
        alt = None
        if "alt" in found:
            alt = Inline()
            alt.add(found["alt"])
        outline.picture(Picture(found["src"], start, start + len(tag) if start >= 0 else -1, alt))
