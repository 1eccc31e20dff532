"""What every page must keep to, whatever it shows."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterator

from lxml import html

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DIRECT = ("mailto:", "tel:", "http://", "https://")


def problems(page: bytes, path: str, files: Collection[str]) -> Iterator[str]:
    """What is wrong with the page at `path`, given the paths of all files there are."""
    text = page.decode()
    if not text.startswith("<!doctype html>\n"):
        yield "no doctype"
    root = html.fromstring(text)
    yield from _document(root)
    yield from _headings(root)
    yield from _pictures(root)
    yield from _active(root)
    yield from _references(root, path, files)


def _document(root: html.HtmlElement) -> Iterator[str]:
    if not root.get("lang") or root.get("dir") not in {"ltr", "rtl"}:
        yield "no lang or dir"
    if not root.xpath("string(head/title)").strip():
        yield "no title"
    for landmark in ("main", "header", "footer"):
        if len(root.xpath(f"//{landmark}")) != 1:
            yield f"not exactly one {landmark}"
    for id, count in Counter(root.xpath("//@id")).items():
        if count > 1 or not id or id != id.strip():
            yield f"id {id!r} is there {count} times"
    first = root.xpath("(//body//a)[1]")
    if not first or first[0].get("href") != "#text":
        yield "the first link is not the skip link"
    ids = set(root.xpath("//@id"))
    for name in ("aria-labelledby", "aria-describedby", "for"):
        for value in root.xpath(f"//@{name}"):
            if value not in ids:
                yield f"{name} names {value!r}, which is not there"
    if root.xpath("//i | //em | //u | //font | //marquee"):
        yield "italics, underline or worse"


def _headings(root: html.HtmlElement) -> Iterator[str]:
    levels = [int(element.tag[1]) for element in root.iter(*HEADINGS)]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    last = 0
    for level in levels:
        if level > last + 1:
            yield f"h{level} after h{last}"
        last = level


def _pictures(root: html.HtmlElement) -> Iterator[str]:
    for image in root.iter("img"):
        if image.get("alt") is None:
            yield "an img without alt"


def _active(root: html.HtmlElement) -> Iterator[str]:
    policy = root.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    if not policy.startswith("default-src 'none'"):
        yield "no content security policy"
    if root.xpath("//style | //iframe | //object | //embed | //form | //base | //script[not(@src)] | //script[text()]"):
        yield "inline script or style, or something foreign"
    for element in root.iter(html.etree.Element):
        for name in element.attrib:
            if name.lower().startswith("on") or name.lower() in {"style", "srcdoc"}:
                yield f"attribute {name}"


def _references(root: html.HtmlElement, path: str, files: Collection[str]) -> Iterator[str]:
    ids = set(root.xpath("//@id"))
    for element in root.iter(html.etree.Element):
        for name in ("src", "href", "poster", "data", "action"):
            value = element.get(name)
            if value is None:
                continue
            if value.startswith("#"):
                if value[1:] not in ids:
                    yield f"{value} leads nowhere"
            elif element.tag == "a" and value.startswith(DIRECT):
                if "noopener" not in (element.get("rel") or ""):
                    yield f"{value} without rel=noopener"
            elif posixpath.normpath(posixpath.join(posixpath.dirname(path), value.partition("#")[0])) not in files:
                yield f"{name}={value} is no file of the output"


def sentences(page: bytes) -> list[str]:
    """The text of every sentence on the page, in order, blanks evened out."""
    root = html.fromstring(page.decode())
    return [
        " ".join(element.text_content().split())
        for element in root.xpath("//main//*[contains(concat(' ', @class, ' '), ' sentence ')]")
    ]
