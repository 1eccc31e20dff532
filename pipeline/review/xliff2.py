"""XLIFF 2.0 (OASIS standard of 2014): one `file` a document, one `unit` a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.characters import for_xml
from pipeline.review import inline, notes
from pipeline.review.exchange import Exchange, Unit
from pipeline.review.sheet import Row, Sheet, Standing
from pipeline.translate.engine import InlineCode

CORE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
_PREFIXES = {None: CORE, "mda": METADATA, "gls": GLOSSARY, "mtc": MATCHES}
_KINDS = {"link": ("link", None), "strong": ("fmt", "xlf:b"), "emphasis": ("fmt", "xlf:i"), "code": ("other", None)}
_LANG = "{http://www.w3.org/XML/1998/namespace}"
APPROVED = frozenset({"reviewed", "final"})


def write(sheet: Sheet) -> etree._Element:
    """The sheet as an `xliff` element."""
    root = etree.Element(f"{{{CORE}}}xliff", {"version": "2.0", "srcLang": "en", "trgLang": sheet.language}, _PREFIXES)
    file = _child(root, "file", id=sheet.document, original=for_xml(sheet.path))
    for row in sheet.rows:
        file.append(_unit(row))
    return root


def _unit(row: Row) -> etree._Element:
    unit = etree.Element(f"{{{CORE}}}unit", id=row.segment)
    if row.section is not None:
        unit.set("name", row.section)
    if row.suggestion is not None:
        matches = _child(unit, "matches", MATCHES)
        match = _child(matches, "match", MATCHES, ref="#1", type="tm", origin="memory")
        _child(match, "source").text = for_xml(row.suggestion.source)
        _child(match, "target").text = for_xml(row.suggestion.target)
    if row.terms:
        glossary = _child(unit, "glossary", GLOSSARY)
        for term in row.terms:
            entry = _child(glossary, "glossEntry", GLOSSARY)
            _child(entry, "term", GLOSSARY, source=term.glossary).text = for_xml(term.source)
            _child(entry, "translation", GLOSSARY, source=term.glossary).text = for_xml(term.target)
    group = _child(_child(unit, "metadata", METADATA), "metaGroup", METADATA, category="plainleaf")
    for kind, value in notes.metadata(row):
        _child(group, "meta", METADATA, type=kind).text = for_xml(value)
    told = tuple(notes.notes(row))
    if told:
        listed = _child(unit, "notes")
        for number, note in enumerate(told, 1):
            element = _child(listed, "note", id=f"n{number}", category=note.category, priority=str(note.priority))
            element.set("appliesTo", note.applies_to)
            element.text = for_xml(note.text)
    unit.append(_segment(row))
    return unit


def _segment(row: Row) -> etree._Element:
    state, sub = {
        Standing.REFUSED: ("initial", "plainleaf:refused"),
        Standing.DRAFT: ("translated", "plainleaf:machine"),
        Standing.STALE: ("translated", "plainleaf:stale"),
        Standing.REVIEWED: ("reviewed" if row.approval is None or row.approval.reviewer is None else "final", None),
    }[row.standing]
    segment = etree.Element(f"{{{CORE}}}segment", id="1", state=state)
    if sub is not None:
        segment.set("subState", sub)
    for name, text, codes in (("source", row.source, row.source_codes), ("target", row.target, row.target_codes)):
        if text:
            element = _child(segment, name)
            element.set(f"{_LANG}space", "preserve")
            inline.fill(element, text, codes, lambda code: _code(code, row))
    return segment


def _code(code: InlineCode, row: Row) -> etree._Element:
    kind, sub = _KINDS.get(code.kind, ("other", None))
    element = etree.Element(f"{{{CORE}}}pc", id=str(code.number + 1), type=kind, canDelete="no", canCopy="no")
    if sub is not None:
        element.set("subType", sub)
    link = row.links[code.number] if code.number < len(row.links) else ""
    if link:
        element.set("dispStart", for_xml(link))
    return element


def _child(parent: etree._Element, name: str, namespace: str = CORE, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{namespace}}}{name}", attributes)


def read(root: etree._Element) -> Exchange:
    """What an `xliff` element of version 2 holds: every unit of every file, in order."""
    document = next((file.get("id") or "" for file in root.iterfind(f"{{{CORE}}}file")), "")
    path = next((file.get("original") or "" for file in root.iterfind(f"{{{CORE}}}file")), "")
    return Exchange(
        root.get("srcLang") or "", root.get("trgLang") or "", document, path, tuple(_units(root)), "XLIFF 2"
    )


def _units(root: etree._Element) -> Iterator[Unit]:
    for unit in root.iter(f"{{{CORE}}}unit"):
        parts = [part for part in unit if part.tag in (f"{{{CORE}}}segment", f"{{{CORE}}}ignorable")]
        segments = [part for part in parts if part.tag == f"{{{CORE}}}segment"]
        states = {segment.get("state") or "initial" for segment in segments}
        yield Unit(
            unit.get("id") or "",
            _text([source for part in parts for source in part.iterfind(f"{{{CORE}}}source")]),
            _text([target for part in parts for target in _target(part)]),
            ", ".join(sorted(states)),
            bool(states) and states <= APPROVED,
        )


def _target(part: etree._Element) -> Iterator[etree._Element]:
    """The target of a segment. What may be ignored has none where it is the same in both languages."""
    targets = part.findall(f"{{{CORE}}}target")
    if targets or part.tag == f"{{{CORE}}}segment":
        yield from targets
    else:
        yield from part.iterfind(f"{{{CORE}}}source")


def _text(elements: list[etree._Element]) -> inline.Coded:
    return inline.read(elements, "pc", frozenset({"mrk"}), frozenset({"sm", "em"}))
