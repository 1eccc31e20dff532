from __future__ import annotations

import pytest

from pipeline import check, read, score
from pipeline.document import Block, BlockKind, Mark, Segment, State, Unit
from pipeline.edition import Edition
from pipeline.settings import Check
from tests.check.editions import edition, in_language, paragraph, picture, section
from tests.check.writing import found, table, words

GROUP = "dose"


@pytest.mark.parametrize("language", ["da", "pl", "sv"])
def test_a_language_without_words_of_its_own_is_checked_for_what_needs_none(language: str) -> None:
    assert {f.code for f in found("1.0 mg q4h 10 U 03/04/2025 17:30", f"us-{language}", GROUP)} == {
        "dose.trailing-zero"
    }


def codes(made: Edition, origin: Edition | None = None) -> list[str]:
    return [f.code for f in check.run(made, Check(), origin=origin) if f.code.startswith(GROUP + ".")]


def cell(text: str, marks: tuple[Mark, ...] = ()) -> Block:
    return Block("t", BlockKind.TABLE, (Unit((Segment("t.0", text, marks=marks),)),))


def test_headings_cells_captions_and_alt_texts_are_read_too() -> None:
    made = edition(
        section("Take 1.0 mg", cell("2.0 mg"), picture("p", "A pill of 3.0 mg", caption="A pill of 4.0 mg")),
    )
    assert codes(made) == ["dose.trailing-zero"] * 4


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.txt", "Inject 6U", 1),
        ("a.md", "# Take 1.0 mg\n\nRest well.", 1),
        ("a.html", "<h1>Take .5 mg</h1><p>Rest.</p>", 1),
    ],
)
def test_the_title_is_read_too(name: str, text: str, line: int) -> None:
    reading = read.run(text.encode(), name)
    made = Edition(reading.document, score.run(reading.document))
    found_there = [f for f in check.run(made, Check(), source_text=reading.text) if f.code.startswith("dose.")]
    assert [f.where.line for f in found_there] == [line]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Take 5.0 mL.", ["dose.trailing-zero"]),
        ("Drink 2000 mL.", ["dose.large-number"]),
        ("Take 1.0mg.", ["dose.trailing-zero"]),
        ("Take 10.0mg/5.0mL.", ["dose.trailing-zero", "dose.trailing-zero"]),
        ("Take 1000 µg.", ["dose.microgram"]),
        ("Take 2.0 mgs.", ["dose.trailing-zero"]),
    ],
)
@pytest.mark.parametrize("how", ["us", "nhs"])
def test_one_amount_has_one_finding_that_tells_all(how: str, text: str, codes: list[str]) -> None:
    made = found(text, how, GROUP)
    assert [f.code for f in made] == codes
    after = text
    for one in made:
        after = after.replace(words(text, one), one.hint.removeprefix("Write “").removesuffix("”."))
    assert found(after, how, GROUP) == []


@pytest.mark.parametrize(
    "text", ["Give MS 2 g.", "Take HCT 1 g.", "Take CPZ 5 mg.", "Take AZT.", "Use 1 drop OD.", "Take 1.000 mg."]
)
@pytest.mark.parametrize("how", ["us", "nhs"])
def test_what_has_two_readings_is_never_decided(how: str, text: str) -> None:
    assert all(f.hint.endswith(", whichever is meant.") for f in found(text, how, GROUP) if f.code != "dose.spacing")


@pytest.mark.parametrize("kind", [BlockKind.CODE, BlockKind.DESCRIPTION, BlockKind.BOILERPLATE])
def test_what_no_patient_reads_is_left_out(kind: BlockKind) -> None:
    assert codes(edition(section(None, Block("c", kind, (Unit((Segment("c.0", "Take 1.0 mg."),)),))))) == []


def test_code_and_links_are_left_out() -> None:
    assert codes(edition(section(None, cell("1.0 mg", (Mark("code", 0, 6),))))) == []
    assert codes(edition(section(None, paragraph("p", "See https://example.org/q.d./10-U/D/C for more.")))) == []


def test_dose_writing_has_to_be_right_in_translations_too() -> None:
    origin = edition(section(None, paragraph("p", "Take 1 mg bid.")))
    assert codes(origin) == ["dose.latin"]
    assert codes(in_language(edition(section(None, paragraph("p", "Tome 1,0 mg bid."))), "es"), origin) == [
        "dose.trailing-zero"
    ]


def test_a_refused_sentence_is_reported_in_its_source_alone() -> None:
    refused = Block("b", BlockKind.PARAGRAPH, (Unit((Segment("b.0", "Take 1.0 mg.", state=State.REFUSED),)),))
    assert codes(in_language(edition(section(None, refused)), "es"), edition(section(None))) == []


PROFILED = ["dose.cubic-centimetre", "dose.microgram", "dose.unit-form", "dose.spacing", "dose.tablet-count"]


@pytest.mark.parametrize("code", PROFILED)
def test_rules_that_depend_on_the_profile_have_cases_under_both(code: str) -> None:
    assert {"us", "nhs"} <= table("dose")[code].keys()


@pytest.mark.parametrize(
    ("text", "us", "nhs"),
    [
        ("Take 500 mg.", [], ["dose.spacing"]),
        ("Take 500mg.", ["dose.spacing"], []),
        ("Take 50 mcg.", [], ["dose.microgram"]),
        ("Give 5mL.", ["dose.spacing"], ["dose.unit-form"]),
        ("Give 5 ml.", ["dose.unit-form"], ["dose.spacing"]),
    ],
)
def test_one_text_under_both_profiles(text: str, us: list[str], nhs: list[str]) -> None:
    assert [f.code for f in found(text, "us", GROUP)] == us
    assert [f.code for f in found(text, "nhs", GROUP)] == nhs
