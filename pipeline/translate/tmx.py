"""TMX 1.4: read with every caution, written sorted and stable, one `tu` a source sentence.

Pairs of other programs are read like our own, and are written back as they were. Our own have these properties:
x-reviewer, x-qualification, x-date, x-sha256, x-override-reason, and x-document, x-segment once for each place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from pipeline import safe_xml
from pipeline.errors import UsageError
from pipeline.translate.approvals import Approval, Place, Reviewer, flat, flattened
from pipeline.translate.engine import InlineCode

MAX_BYTES = 50_000_000
LONGEST_TEXT = 10_000  # characters of a sentence
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SIGNED = ("x-reviewer", "x-qualification", "x-date", "x-sha256", "x-override-reason")
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEADER = (
    '<header creationtool="plainleaf" creationtoolversion="1" segtype="sentence" o-tmf="plainleaf" adminlang="en" '
    'srclang="en" datatype="plaintext"/>'
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One `tu`: what it says, and its own XML."""

    approval: Approval
    xml: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A TMX file. `others` are units without a pair for the language, kept as they are."""

    header: str = _HEADER
    entries: tuple[Entry, ...] = ()
    others: tuple[str, ...] = ()

    def by_source(self) -> dict[str, Approval]:
        """The approvals; the last of two for one sentence holds."""
        return {entry.approval.source: entry.approval for entry in self.entries}


def read(path: Path, language: str) -> Contents:
    """What a TMX file holds for a language, from English.

    Raises UsageError for a file that is too large or is no TMX; the XML is read without DTD and without network.
    """
    return parse(content(path), path, language)


def parse(data: bytes, path: Path, language: str) -> Contents:
    """The same from bytes; `path` is for messages."""
    try:
        root = safe_xml.root(data)
    except ValueError as error:
        raise unusable(path, str(error)) from error
    if etree.QName(root).localname != "tmx":
        raise unusable(path, f"its root element is <{etree.QName(root).localname}>, not <tmx>")
    return from_root(root, language)


def from_root(root: etree._Element, language: str) -> Contents:
    """The same from the root element of a file."""
    header = root.find("header")
    kept = _HEADER if header is None or header.get("srclang") is None else _xml(header)
    entries, others = [], []
    for unit in root.iter("tu"):
        approval = _approval(unit, language)
        if approval is None:
            others.append(_xml(unit))
        else:
            entries.append(Entry(approval, _xml(unit)))
    return Contents(kept, tuple(entries), tuple(others))


def content(path: Path) -> bytes:
    """The bytes of a memory. Raises UsageError for a file that is too large or cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise unusable(path, error.strerror or str(error)) from error
    if len(data) > MAX_BYTES:
        raise unusable(path, f"it is larger than {MAX_BYTES // 1_000_000} MB")
    return data


def merged(contents: Contents, approvals: Iterable[Approval]) -> Contents:
    """The contents with these approvals in place of what stood there for the same sentences."""
    new = {approval.source: Entry(approval, "".join(_unit(approval))) for approval in approvals}
    entries = {entry.approval.source: entry for entry in contents.entries} | new
    return Contents(contents.header, tuple(entries.values()), contents.others)


def write(contents: Contents) -> bytes:
    """The file's bytes, units in the order of their source sentences: equal contents give equal bytes."""
    entries = {entry.approval.source: entry.xml for entry in contents.entries}
    units = [*(xml for _, xml in sorted(entries.items())), *contents.others]
    body = "".join(f"  {unit}\n" for unit in units)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<tmx version="1.4">', contents.header, "<body>"]
    return ("\n".join(lines) + f"\n{body}</body>\n</tmx>\n").encode()


def unusable(path: Path, why: str) -> UsageError:
    """The error of a memory that cannot be read."""
    return UsageError(
        f"cannot use the translation memory {path}: {why}.", "Export it again as TMX 1.4, or move it away."
    )


def check_text(text: str, what: str, longest: int = LONGEST_TEXT) -> None:
    """Raise UsageError for text that is too long, or cannot stand in XML."""
    if len(text) > longest:
        raise UsageError(f"{what} has {len(text)} characters; {longest} are the most.", "Shorten it.")
    found = _FORBIDDEN.search(text)
    if found:
        raise UsageError(f"{what} has a control character (U+{ord(found[0]):04X}).", "Take it out.")


def _unit(approval: Approval) -> Iterator[str]:
    reviewer = approval.reviewer or Reviewer("", "")
    values = (reviewer.name, reviewer.qualification, approval.date, approval.sha256, approval.override_reason)
    props = [(kind, value) for kind, value in zip(SIGNED, values, strict=True) if value]
    for place in approval.places:
        props += [("x-document", place.document), ("x-segment", place.segment)]
    yield "<tu>\n"
    for kind, value in props:
        yield f"    <prop type={quoteattr(kind)}>{escape(value)}</prop>\n"
    yield f'    <tuv xml:lang="en"><seg>{escape(approval.source)}</seg></tuv>\n'
    yield f"    <tuv xml:lang={quoteattr(approval.language)}><seg>{_seg(approval)}</seg></tuv>\n"
    yield "  </tu>"


def _seg(approval: Approval) -> str:
    """The target with an empty `bpt` and `ept` around each of its marks."""
    tags: list[tuple[int, int, int, str]] = []
    for code in approval.codes:
        size = code.end - code.start
        opening = f'<bpt i="{code.number + 1}" type={quoteattr(code.kind)}/>'
        tags += [(code.start, 1, -size, opening), (code.end, 0, size, f'<ept i="{code.number + 1}"/>')]
    made, at = "", 0
    for place, _, _, tag in sorted(tags, key=lambda one: one[:3]):
        made += escape(approval.target[at:place]) + tag
        at = place
    return made + escape(approval.target[at:])


def _approval(unit: etree._Element, language: str) -> Approval | None:
    variants = {tongue(variant): variant for variant in unit.iterfind("tuv")}
    first, second = variants.get("en"), variants.get(language.lower().split("-")[0])
    source, target = (("", ()) if one is None else _text(one) for one in (first, second))
    if not source[0] or not target[0]:
        return None
    props: dict[str, list[str]] = {}
    for prop in unit.iterfind("prop"):
        props.setdefault(prop.get("type") or "", []).append(flat(prop.text or ""))
    name, qualification, date, digest, override = (props.get(kind, [""])[0] for kind in SIGNED)
    places = zip(props.get("x-document", ()), props.get("x-segment", ()), strict=False)
    return Approval(
        language,
        source[0],
        target[0],
        Reviewer(name, qualification) if any((name, qualification, date, override)) else None,
        date,
        digest,
        override,
        tuple(Place(*place) for place in places),
        target[1],
    )


def tongue(variant: etree._Element) -> str:
    """The main language of a `tuv`: "pt" for "pt-BR"."""
    tag = variant.get(XML_LANG) or variant.get("lang") or ""
    return tag.lower().split("-")[0]


def _text(variant: etree._Element) -> tuple[str, tuple[InlineCode, ...]]:
    """The words of a `tuv` with single blanks, and the ranges between its paired codes."""
    seg = variant.find("seg")
    if seg is None:
        return "", ()
    raw, codes = "", []
    opened: dict[str, tuple[int, str]] = {}
    for piece in _pieces(seg):
        if isinstance(piece, str):
            raw += piece
            continue
        number = piece.get("i") or ""
        if piece.tag == "bpt":
            opened[number] = (len(raw), piece.get("type") or "")
        elif number.isdecimal() and number in opened:
            codes.append((int(number) - 1, *opened.pop(number), len(raw)))
    text, places = flattened(raw)
    placed = (InlineCode(number, kind, places[start], places[end]) for number, start, kind, end in codes)
    return text, tuple(sorted((code for code in placed if code.start < code.end), key=lambda code: code.number))


def _pieces(element: etree._Element) -> Iterator[str | etree._Element]:
    """The words of a `seg` and its paired codes, in order. What stands inside a code is markup, and no words."""
    yield element.text or ""
    for part in element:
        if part.tag in ("bpt", "ept"):
            yield part
        elif part.tag in ("hi", "sub"):
            yield from _pieces(part)
        yield part.tail or ""


def _xml(element: etree._Element) -> str:
    return str(etree.tostring(element, encoding="unicode", with_tail=False))
