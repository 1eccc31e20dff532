"""XLIFF 1.2 (OASIS standard of 2008): one `file` a document, one `trans-unit` a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.characters import for_xml
from pipeline.review import inline, notes
from pipeline.review.exchange import Exchange, Unit
from pipeline.review.sheet import Row, Sheet, Standing
from pipeline.translate.engine import InlineCode

CORE = "urn:oasis:names:tc:xliff:document:1.2"
_KINDS = {"link": "link", "strong": "bold", "emphasis": "italic", "code": "x-code"}
_LANG = "{http://www.w3.org/XML/1998/namespace}"
_FINAL = frozenset({"final", "signed-off"})


def write(sheet: Sheet) -> etree._Element:
    """The sheet as an `xliff` element."""
    root = etree.Element(f"{{{CORE}}}xliff", {"version": "1.2"}, {None: CORE})
    file = _child(root, "file", original=for_xml(sheet.path), datatype="plaintext")
    file.set("source-language", "en")
    file.set("target-language", sheet.language)
    file.set("product-name", sheet.document)
    file.set("tool-id", "plainleaf")
    tool = _child(_child(file, "header"), "tool")
    tool.set("tool-id", "plainleaf")
    tool.set("tool-name", "Plainleaf")
    body = _child(file, "body")
    for row in sheet.rows:
        body.append(_unit(row))
    return root


def _unit(row: Row) -> etree._Element:
    is_reviewed = row.standing is Standing.REVIEWED
    unit = etree.Element(f"{{{CORE}}}trans-unit", id=row.segment, approved="yes" if is_reviewed else "no")
    if row.section is not None:
        unit.set("resname", row.section)
    unit.set(f"{_LANG}space", "preserve")
    inline.fill(_child(unit, "source"), row.source, row.source_codes, _code)
    state = {Standing.REVIEWED: "final", Standing.REFUSED: "needs-translation"}
    target = _child(unit, "target", state=state.get(row.standing, "needs-review-translation"))
    if row.standing in (Standing.DRAFT, Standing.STALE):
        target.set("state-qualifier", "mt-suggestion")
    inline.fill(target, row.target, row.target_codes, _code)
    if row.suggestion is not None:
        match = _child(unit, "alt-trans", origin="memory")
        _child(match, "source").text = for_xml(row.suggestion.source)
        _child(match, "target").text = for_xml(row.suggestion.target)
    for term in row.terms:
        _note(unit, "glossary", f"{term.source}: {term.target} ({term.glossary})", 8, "source")
    for kind, value in notes.metadata(row):
        _note(unit, kind, value, 9, "general")
    for note in notes.notes(row):
        _note(unit, note.category, note.text, note.priority, note.applies_to)
    return unit


def _note(unit: etree._Element, origin: str, text: str, priority: int, annotates: str) -> None:
    note = _child(unit, "note", priority=str(priority), annotates=annotates)
    note.set("from", origin)
    note.text = for_xml(text)


def _code(code: InlineCode) -> etree._Element:
    element = etree.Element(f"{{{CORE}}}g", id=str(code.number + 1), ctype=_KINDS.get(code.kind, "x-other"))
    element.set("clone", "no")
    return element


def _child(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{CORE}}}{name}", attributes)


def read(root: etree._Element) -> Exchange:
    """What an `xliff` element of version 1.2 holds: every unit of every file, in order."""
    file = root.find(f"{{{CORE}}}file")
    if file is None:
        return Exchange("", "", "", "", (), "XLIFF 1.2")
    return Exchange(
        file.get("source-language") or "",
        file.get("target-language") or "",
        file.get("product-name") or "",
        file.get("original") or "",
        tuple(_units(root)),
        "XLIFF 1.2",
    )


def _units(root: etree._Element) -> Iterator[Unit]:
    for unit in root.iter(f"{{{CORE}}}trans-unit"):
        target = unit.find(f"{{{CORE}}}target")
        state = "" if target is None else target.get("state") or ""
        is_approved = unit.get("approved") == "yes" or state in _FINAL
        yield Unit(
            unit.get("id") or "",
            _text(unit.find(f"{{{CORE}}}source")),
            _text(target),
            state or f"approved={unit.get('approved') or 'no'}",
            is_approved,
        )


def _text(element: etree._Element | None) -> inline.Coded:
    return inline.read([] if element is None else [element], "g", frozenset({"mrk"}), frozenset())
