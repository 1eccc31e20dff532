"""Whether an SVG picture is only a picture.

Inside an <img> nothing of an SVG runs; opened by itself in a browser it could. So one that carries a script,
a handler, foreign content or a reference to anything outside itself is not published.
"""

from __future__ import annotations

import re

_ACTIVE = frozenset({"script", "foreignobject", "handler", "listener", "iframe", "embed", "object", "audio", "video"})
_INNER_REFERENCE = re.compile(r"#|data:image/(?:png|jpeg|gif)[;,]", re.IGNORECASE)
_OUTER_STYLE = re.compile(r"@import|url\(\s*[\"']?(?!#|\s|[\"'])|\\|expression", re.IGNORECASE)


def problem(data: bytes) -> str | None:
    """Why this SVG cannot be published, or None when it can."""
    from lxml import etree

    from pipeline import safe_xml

    if b"<!ENTITY" in data.upper():
        return "the SVG declares entities"
    try:
        root = safe_xml.root(data)
    except ValueError:
        return "the SVG is not well-formed"
    if root.getroottree().xpath("//processing-instruction()|/processing-instruction()"):
        return "the SVG carries processing instructions"
    for element in root.iter(etree.Element):
        tag, attributes = str(element.tag), {str(k): str(v) for k, v in element.attrib.items()}
        found = _active(_local(tag), attributes, element.text or "")
        if found:
            return found
    return None if _local(str(root.tag)) == "svg" else "it is not an SVG picture"


def _active(name: str, attributes: dict[str, str], text: str) -> str | None:
    if name in _ACTIVE:
        return f"the SVG carries a {name} element"
    if name == "style" and _OUTER_STYLE.search(text):
        return "the SVG's style refers to something outside it"
    for attribute, value in attributes.items():
        local = _local(attribute)
        if local.startswith("on"):
            return "the SVG carries an event handler"
        if local in {"href", "src"} and not _INNER_REFERENCE.match(value.strip()):
            return "the SVG refers to something outside it"
        if local == "attributename" and _local(value) in {"href", "src"}:
            return "the SVG changes a reference"
        if _OUTER_STYLE.search(value) and local not in {"d", "id", "class"}:
            return "the SVG's style refers to something outside it"
    return None


def _local(name: str) -> str:
    return name.rpartition("}")[2].rpartition(":")[2].lower()
