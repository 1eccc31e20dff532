from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import check
from pipeline.document import Block, BlockKind, Mark, Segment, State, Unit
from pipeline.edition import Edition
from pipeline.findings import catalogue
from pipeline.settings import Check
from tests.check.editions import edition, in_language, paragraph, picture, section
from tests.check.writing import Case, firing, found, silent, table, words

GROUP = "dose"


@pytest.mark.parametrize("case", firing("dose"), ids=lambda case: f"{case[0]} {case[1]} {case[2]}")
def test_what_is_found_where_and_what_to_write(case: Case) -> None:
    code, how, text, part, write = case
    finding, *more = [f for f in found(text, how, GROUP) if f.code == code]
    assert words(text, finding) == part
    assert write in finding.hint
    assert finding.hint.startswith("Write ")
    assert [f for f in more if words(text, f) != part] == []


@pytest.mark.parametrize("case", silent("dose"), ids=lambda case: f"{case[0]} {case[1]} {case[2]}")
def test_what_nothing_is_said_of(case: tuple[str, str, str]) -> None:
    code, how, text = case
    assert [words(text, f) for f in found(text, how, GROUP) if f.code == code] == []


@pytest.mark.parametrize("code", [code for code, entry in catalogue().items() if entry.group == "dose"])
def test_every_code_has_cases_that_fire_and_cases_that_do_not(code: str) -> None:
    ways = table("dose")[code].values()
    assert sum(len(rows["fires"]) for rows in ways) >= 3
    assert sum(len(rows["silent"]) for rows in ways) >= 5


@pytest.mark.parametrize("how", ["us", "nhs"])
@given(text=st.text(alphabet="0123456789.,/-–<>@&+ %:mgLUuµcdqhDCQIabt()\n½", max_size=120))
def test_any_text_is_checked_without_failing(how: str, text: str) -> None:
    assert all(f.hint.startswith("Write ") for f in found(text, how, GROUP))


@pytest.mark.parametrize(
    "piece", ["1", "1.", "1,", ".5 ", "1 ", "q", "<", "1/", "1 in ", "10-", "a1", "12:", "%", "½", "5 mg"]
)
def test_a_huge_sentence_does_not_hang(piece: str) -> None:
    assert len(found(piece * 20_000, "nhs", GROUP)) <= 5_000


@pytest.mark.parametrize("language", ["de", "nl", "sv"])
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
