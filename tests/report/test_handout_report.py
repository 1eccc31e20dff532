from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from pipeline import publish
from pipeline.findings import Finding, Severity, Where
from pipeline.report import handout_report
from pipeline.report.as_json import dump
from pipeline.store import Store
from tests.publish import sample


@pytest.fixture
def report(tmp_path: Path) -> dict[str, Any]:
    published = {"images/Thermo meter.PNG": "images/thermo-meter.png"}
    return handout_report(sample.handout(Store(tmp_path)), published, {})


def test_scores_before_and_after_for_the_whole_and_each_section(report: dict[str, Any]) -> None:
    assert (report["scores"]["before"]["fkgl"], report["scores"]["after"]["fkgl"]) == (11.25, 5.0)
    assert [section["heading"] for section in report["sections"]] == [
        "",
        "Medicine for fever",
        "What to measure",
        "When to call 911",
    ]
    for section in report["sections"]:
        assert section["before"]["scores"]["smog"] == 12.25
        assert section["after"]["counted"]["words"] == 100
        assert section["before"]["left_out"] == [{"words": 12, "why": "description"}, {"words": 3, "why": "heading"}]


def test_edits_in_reading_order_with_source_and_plain_sentences(report: dict[str, Any]) -> None:
    applied, refused = report["edits"]
    assert (applied["rule"], applied["entry"], applied["reason"], applied["applied"]) == (
        "lexical",
        "contraindicated",
        "An everyday word.",
        True,
    )
    assert applied["section"] == "medicine-for-fever"
    assert applied["source_sentence"] == "Ibuprofen is not for babies under 6 months."
    assert applied["plain_sentences"] == ["Ibuprofen is not for babies under 6 months."]
    assert applied["span"] == [0, 43]
    assert (refused["rule"], refused["applied"]) == ("split.coordination", False)


def test_every_picture_with_its_words_and_why_it_is_not_shown(report: dict[str, Any]) -> None:
    shown, words_only, nothing = report["pictures"]
    assert shown["file"] == "images/thermo-meter.png"
    assert shown["alt_by_language"] == {
        "en": "A digital thermometer shows 38.5 °C.",
        "es": "Un termómetro digital marca 38.5 °C.",
    }
    assert (words_only["file"], words_only["why_not_shown"]) == (None, "there is no such file")
    assert (nothing["alt"], nothing["caption"]) == (None, None)


def test_a_finding_on_a_picture_stands_with_that_picture(tmp_path: Path) -> None:
    handout = sample.handout(Store(tmp_path))
    place = Where("source/fever.md", 30, 1, "what-to-measure")
    found = (
        Finding("alt.long", Severity.WARNING, "Picture images/Thermo meter.PNG: long.", replace(place, segment="alt")),
        Finding("alt.missing", Severity.ERROR, "Picture /abs/nothing.jpg: it has no alt text.", place),
        Finding("reading.grade", Severity.WARNING, "Grade 9.", place),
        Finding("alt.short", Severity.WARNING, "Picture /abs/drink.jpg: short.", replace(place, section="elsewhere")),
    )
    pictures = handout_report(replace(handout, plain=replace(handout.plain, findings=found)))["pictures"]
    assert [[(one["edition"], one["code"]) for one in picture["findings"]] for picture in pictures] == [
        [("en", "alt.long")],
        [],
        [("en", "alt.missing")],
    ]


def test_text_that_is_not_shown_and_why(report: dict[str, Any]) -> None:
    assert [(one["kind"], one["rule"], one["text"]) for one in report["not_shown"]] == [
        ("description", "looks", "A sleek ward glows in blue."),
        ("code", "", "rm -rf notes"),
        ("boilerplate", "web page furniture", "Latest Posts"),
    ]


def test_states_engines_and_refused_sentences_of_a_translation(report: dict[str, Any]) -> None:
    original, english, spanish = report["editions"]
    assert (original["name"], english["name"], spanish["name"]) == ("en-original", "en", "es")
    assert (english["draft"], spanish["draft"]) == (False, True)
    assert spanish["states"]["refused"] == 3
    assert spanish["engines"] == ["apertium-1"]
    assert [one["text"] for one in report["refused"]] == [
        "Do not give aspirin & <b>never</b> give 2 medicines at once.",
        "Call 911 if your child has trouble breathing.",
        "Do not wait.",
    ]


def test_findings_name_their_edition_and_place(report: dict[str, Any]) -> None:
    found = [(one["edition"], one["code"], one["where"]["line"], one["where"]["column"]) for one in report["findings"]]
    assert found == [("en-original", "read.description", 3, 1), ("es", "facts.number", 9, 4)]


def test_the_same_handout_gives_the_same_bytes(report: dict[str, Any], tmp_path: Path) -> None:
    published = {"images/Thermo meter.PNG": "images/thermo-meter.png"}
    assert dump(report) == dump(handout_report(sample.handout(Store(tmp_path / "again")), published, {}))


def test_the_page_holds_what_the_data_holds(report: dict[str, Any], tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    files = publish.run(sample.handout(store), folder=sample.folder(tmp_path / "source"), store=store)
    page = store.path({file.path: file.sha256 for file in files}["fever/report.html"]).read_text("utf-8")
    text = " ".join(html.fromstring(page).text_content().split())
    for found in report["findings"]:
        assert found["message"] in text
    for edit in report["edits"]:
        assert edit["reason"] in text
        assert edit["before"] in text
    for one in (*report["not_shown"], *report["refused"]):
        assert one["text"] in text
    for picture in report["pictures"]:
        assert picture["src"] in text
    for figure in ("11.2", "5.0", "12.2"):
        assert figure in text
