"""A sheet as a file for translators' tools."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from pipeline.review import xliff2, xliff12
from pipeline.review.sheet import Sheet
from pipeline.translate import tmx


def _xliff2(sheet: Sheet) -> bytes:
    return _written(xliff2.write(sheet))


def _xliff12(sheet: Sheet) -> bytes:
    return _written(xliff12.write(sheet))


def _tmx(sheet: Sheet) -> bytes:
    """The approved pairs alone: a tool that drops properties could not tell a draft from them."""
    return tmx.write(tmx.merged(tmx.Contents(), [row.approval for row in sheet.rows if row.approval is not None]))


@dataclass(frozen=True, slots=True)
class Format:
    """One format that can be exported."""

    suffix: str
    write: Callable[[Sheet], bytes]  # equal sheets give equal bytes


FORMATS: Mapping[str, Format] = {
    "xliff2": Format("xlf", _xliff2),
    "xliff1.2": Format("xlf", _xliff12),
    "tmx": Format("tmx", _tmx),
}
"""What `plainleaf review export --format` knows."""


def _written(root: etree._Element) -> bytes:
    """A line for each element that holds elements; sentences stay as they are."""
    _indent(root, 0)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


def _indent(element: etree._Element, depth: int) -> None:
    if not len(element) or etree.QName(element).localname in ("source", "target"):
        return
    inner, outer = "\n" + "  " * (depth + 1), "\n" + "  " * depth
    element.text = inner
    for child in element:
        _indent(child, depth + 1)
        child.tail = inner
    element[-1].tail = outer
