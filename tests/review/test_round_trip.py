"""Export → a real translator's tool (translate-toolkit) → import → rebuild, in both versions of XLIFF."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree, html
from translate.storage import tmx as toolkit_tmx
from translate.storage.placeables import StringElem, xliff
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from pipeline import flow, translate
from pipeline.document import State
from pipeline.review import FORMATS, Standing, load
from pipeline.review.importing import Taking, take
from pipeline.review.reading import parse
from pipeline.wording import wording
from tests.builds import build
from tests.review.projects import ANA, LEAFLET, LINKED, SIGNED, SPANISH, Project, project

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"


def _tool(format: str, data: bytes) -> Xliff1File | Xliff2File:
    """The file as the tool opens it."""
    store = Xliff2File() if format == "xliff2" else Xliff1File()
    store.parse(data)
    return store


def _link_targets(unit: object, format: str) -> None:
    """Write the translation of the sentence with links as the tool keeps inline codes."""
    if format == "xliff1.2":
        words = [
            "Lea ",
            xliff.G(id="1", sub=[StringElem("esta página")]),
            " y ",
            xliff.G(id="2", sub=[StringElem("después")]),
            " lea ",
            xliff.G(id="3", sub=[StringElem("esa otra")]),
            ".",
        ]
        unit.rich_target = [StringElem(words)]  # type: ignore[attr-defined]
        return
    target = unit.xmlelement.find(f"{CORE}target")  # type: ignore[attr-defined]
    target[:], target.text = [], "Lea "
    for number, words, after in (("1", "esta página", " y "), ("2", "después", " lea "), ("3", "esa otra", ".")):
        code = etree.SubElement(target, f"{CORE}pc", id=number)
        code.text, code.tail = words, after


def _translated(format: str, data: bytes) -> bytes:
    """What a reviewer sends back: every sentence corrected and approved, one left alone."""
    store = _tool(format, data)
    for unit in store.units:
        text = unit.source if isinstance(unit.source, str) else str(unit.source)
        if text in SPANISH:
            if "not get" not in text:
                unit.target = SPANISH[text]
            unit.markapproved()
        elif text == LINKED:
            _link_targets(unit, format)
            unit.markapproved()
    return bytes(store)


def _imported(project: Project, data: bytes) -> Taking:
    plain = flow.plain(project.source, project.tools)
    return take(project.memory, parse(data, Path("wound.es.xlf")), plain, "es", SIGNED)


@pytest.mark.parametrize("format", ["xliff2", "xliff1.2"])
def test_what_is_approved_in_the_tool_stands_in_the_next_build(tmp_path: Path, format: str) -> None:
    made = project(tmp_path)
    exported = FORMATS[format].write(made.sheet())
    assert FORMATS[format].write(made.sheet()) == exported
    taking = _imported(made, _translated(format, exported))
    assert len(taking.taken) == len(SPANISH) + 1
    assert not taking.declined
    kept = load(made.memory, "es")
    assert kept[LINKED].target == "Lea esta página y después lea esa otra."
    assert {one.reviewer for one in kept.values()} == {ANA}
    assert build(tmp_path, made.settings).exit_code == 0
    page = (tmp_path / "outputs/wound/es/handout.html").read_text("utf-8")
    linked = {(link.get("href"), link.text) for link in html.fromstring(page).iter("a")}
    assert {("https://a.example/page", "esta página"), ("https://b.example/page", "esa otra")} <= linked
    text = " ".join((tmp_path / "outputs/wound/es/handout.txt").read_text("utf-8").split())
    assert "Lávese las manos antes de tocarla." in text
    assert "Cómo cuidar su herida" in text


@pytest.mark.parametrize("format", ["xliff2", "xliff1.2"])
def test_a_second_round_changes_nothing_and_signs_nothing_again(tmp_path: Path, format: str) -> None:
    made = project(tmp_path)
    _imported(made, _translated(format, FORMATS[format].write(made.sheet())))
    before = (made.memory / "es.tmx").read_bytes()
    again = _imported(made, bytes(_tool(format, FORMATS[format].write(made.sheet()))))
    assert (again.taken, again.declined) == ({}, [])
    assert set(again.known) == {row.segment for row in made.sheet().rows if row.standing is Standing.REVIEWED}
    assert (made.memory / "es.tmx").read_bytes() == before


@pytest.mark.parametrize("format", ["xliff2", "xliff1.2"])
def test_nothing_a_reviewer_did_not_approve_is_taken(tmp_path: Path, format: str) -> None:
    made = project(tmp_path)
    store = _tool(format, FORMATS[format].write(made.sheet()))
    for unit in store.units:
        if str(unit.source) in SPANISH:
            unit.target = SPANISH[str(unit.source)]
            unit.markapproved(False)
    taking = _imported(made, bytes(store))
    assert (taking.taken, taking.declined) == ({}, [])
    assert len(taking.left) == len(made.sheet().rows)
    assert not (made.memory / "es.tmx").exists()


def test_everything_reviewed_is_no_draft_any_more(tmp_path: Path) -> None:
    made = project(tmp_path, LEAFLET.replace("**not**", "not").replace("*then*", "then"))
    notice = wording("es").draft_notice
    build(tmp_path, made.settings)
    assert notice.split(".")[0] in " ".join((tmp_path / "outputs/wound/es/handout.html").read_text("utf-8").split())
    exported = FORMATS["xliff2"].write(made.sheet())
    data = _translated("xliff2", exported)
    data = data.replace('<pc id="2">después</pc>'.encode(), "después".encode())
    data = data.replace(b'<pc id="3">esa otra', b'<pc id="2">esa otra')
    assert not _imported(made, data).declined
    assert made.sheet().counts() == {"draft": 0, "stale": 0, "refused": 0, "reviewed": 8}
    build(tmp_path, made.settings)
    manifest = json.loads((tmp_path / "outputs/manifest.json").read_bytes())
    assert manifest["documents"]["wound"]["editions"]["es"]["state"] == "complete"
    for path in (tmp_path / "outputs/wound/es").rglob("*.*"):
        assert notice.split(".")[0] not in " ".join(path.read_text("utf-8").split())


def test_the_tool_shows_findings_terms_and_the_words_of_the_source(tmp_path: Path) -> None:
    made = project(tmp_path, "# Your care\n\nUtilize the inhaler for the wound.\n")
    data = FORMATS["xliff1.2"].write(made.sheet())
    (unit,) = [one for one in _tool("xliff1.2", data).units if str(one.source) == "Use the inhaler for the wound."]
    assert "Utilize the inhaler for the wound." in unit.getnotes("original")
    assert "wound: herida" in unit.getnotes("glossary")
    assert "utilize: " in unit.getnotes("glossary")
    root = etree.fromstring(FORMATS["xliff2"].write(made.sheet()))
    terms = [one.text for one in root.iter("{urn:oasis:names:tc:xliff:glossary:2.0}term")]
    assert {"wound", "utilize"} <= set(terms)


def test_approved_pairs_go_out_and_come_in_as_tmx(tmp_path: Path) -> None:
    made = project(tmp_path / "one")
    _imported(made, _translated("xliff2", FORMATS["xliff2"].write(made.sheet())))
    data = FORMATS["tmx"].write(made.sheet())
    store = toolkit_tmx.tmxfile()
    store.parse(data)
    pairs = {str(unit.source): str(unit.target) for unit in store.units}
    assert pairs["When to call"] == "Cuándo llamar"
    taken = take(tmp_path / "other", parse(bytes(store), Path("es.tmx")), None, "es", SIGNED)
    assert not taken.declined
    assert {one.source: one.target for one in load(tmp_path / "other", "es").values()} == pairs
    engines = ("memory",)
    plain = flow.plain(made.source, made.tools)
    again = translate.run(plain, "es", engines=engines, memory=tmp_path / "other", store=made.tools.store)
    linked = next(one for one in again.document.segments() if "esta página" in one.text)
    assert linked.state is State.REVIEWED
    assert [mark.kind for mark in linked.marks] == ["link", "emphasis", "link"]
