"""Files that come back from a translator's tool, read with every caution: they may come from anywhere."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from pipeline import safe_xml
from pipeline.errors import InputError
from pipeline.review import xliff2, xliff12
from pipeline.review.exchange import Exchange, Unit
from pipeline.review.inline import Coded
from pipeline.translate import tmx

MAX_BYTES = 20_000_000
TMX = "TMX 1.4"
MAX_UNITS = 100_000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def read(path: Path, language: str | None = None) -> Exchange:
    """What a file of XLIFF 2, XLIFF 1.2 or TMX 1.4 holds; `language` is the target of a TMX file.

    Raises InputError for a file that cannot be read, is too large, is no such XML, or has a document type of its own.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Name a file you may read.") from error
    return parse(data, path, language)


def parse(data: bytes, path: Path, language: str | None = None) -> Exchange:
    """The same from bytes; `path` is for messages."""
    if len(data) > MAX_BYTES:
        raise _unusable(path, f"it is larger than {MAX_BYTES // 1_000_000} MB")
    root = _root(data, path)
    name = etree.QName(root)
    if name.localname == "tmx":
        return _tmx(root, path, language)
    if name.namespace == xliff2.CORE:
        exchange = xliff2.read(root)
    elif name.namespace == xliff12.CORE:
        exchange = xliff12.read(root)
    else:
        raise _unusable(path, f"its root element is <{name.localname}> of no XLIFF 2.0 and no XLIFF 1.2")
    for tag in (exchange.source_language, exchange.language):
        if not _LANGUAGE.fullmatch(tag):
            raise _unusable(path, "it does not name its two languages")
    if _files(root) != 1:
        raise _unusable(path, "it holds more than one file, or none")
    if len(exchange.units) > MAX_UNITS:
        raise _unusable(path, f"it has more than {MAX_UNITS} sentences")
    return exchange


def _root(data: bytes, path: Path) -> etree._Element:
    try:
        root = safe_xml.root(data)
    except ValueError as error:
        raise _unusable(path, str(error)) from error
    declared = root.getroottree().docinfo
    is_tmx = etree.QName(root).localname == "tmx"
    has_own = declared.internalDTD is not None and any(True for _ in declared.internalDTD.iterentities())
    if declared.doctype and (not is_tmx or has_own or b"[" in _doctype(data)):
        # Tools write `<!DOCTYPE tmx SYSTEM "tmx14.dtd">`, which is not loaded; anything more is not wanted.
        raise _unusable(path, "it has a document type of its own")
    return root


def _doctype(data: bytes) -> bytes:
    start = data.find(b"<!DOCTYPE")
    return data[start : data.find(b">", start)] if start >= 0 else b"["  # of an encoding without these bytes


def _files(root: etree._Element) -> int:
    return sum(1 for child in root if isinstance(child.tag, str) and etree.QName(child).localname == "file")


def _tmx(root: etree._Element, path: Path, language: str | None) -> Exchange:
    """The pairs of a TMX file: each of them is somebody's translation, none is a machine's draft."""
    wanted = language or _only_language(root, path)
    units = []
    for number, entry in enumerate(tmx.from_root(root, wanted).entries, 1):
        one = entry.approval
        codes = tuple((code.number, code.start, code.end) for code in one.codes)
        source = Coded(one.source, tuple((code.number, 0, 0) for code in one.codes))
        units.append(Unit(str(number), source, Coded(one.target, codes), "in a memory", True))
    if len(units) > MAX_UNITS:
        raise _unusable(path, f"it has more than {MAX_UNITS} sentences")
    return Exchange("en", wanted, "", "", tuple(units), TMX)


def _only_language(root: etree._Element, path: Path) -> str:
    found = {tmx.tongue(variant) for variant in root.iter("tuv")}
    others = sorted(found - {"en", ""})
    if len(others) != 1:
        raise _unusable(path, f"it has translations in {', '.join(others) or 'no language'}", "Name one with --to.")
    return others[0]


def _unusable(path: Path, why: str, hint: str = "") -> InputError:
    return InputError(f"cannot import {path}: {why}.", hint or "Export it again as XLIFF 2.0, XLIFF 1.2 or TMX 1.4.")
