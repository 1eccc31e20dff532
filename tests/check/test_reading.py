from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import check
from pipeline.check.reading.conditions import conditions
from pipeline.check.reading.series import longest_series
from pipeline.check.reading.split_point import split_point
from pipeline.document import Block, BlockKind, Segment, Span, Unit
from pipeline.edition import Edition
from pipeline.findings import Finding, Severity, catalogue
from pipeline.settings import Check
from tests.check.cases import cases, findings, pointed_at, text_of
from tests.check.editions import edition, paragraph, section

CASES = cases("reading")
ELSEWHERE = {
    "reading.grade",
    "reading.long-sentence",
    "reading.heading-level",
    "reading.no-heading",
    "reading.no-stop",
}

EASY = "Drink a glass of water. Then rest in bed. Call us if you feel worse. Walk in the house each day."
HARD = (
    "Pharmacological intervention necessitates comprehensive cardiovascular evaluation prior to commencement. "
    "Subsequent administration of anticoagulants requires individualised haematological monitoring. Rest well at home."
)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['code']}: {case['title']}" for case in CASES])
def test_what_is_said_of_a_text(case: dict[str, Any]) -> None:
    text = text_of(case)
    found = [f for f in findings(text, case.get("type", "md")) if f.code == f"reading.{case['code']}"]
    pointed = [pointed_at(f, text) for f in found]
    assert (["*"] * len(found) if case["expect"] == ["*"] else pointed) == case["expect"]


@pytest.mark.parametrize("code", [c for c in catalogue() if c.startswith("reading.") and c not in ELSEWHERE])
def test_each_code_has_cases_that_fire_and_cases_that_do_not(code: str) -> None:
    own = [case for case in CASES if f"reading.{case['code']}" == code]
    assert sum(bool(case["expect"]) for case in own) >= 3
    assert sum(not case["expect"] for case in own) >= 5


def reading(made: Edition, source_text: str = "", code: str = "grade", **settings: float) -> list[Finding]:
    found = check.run(made, Check(**settings), source_text=source_text)
    return [f for f in found if f.code == f"reading.{code}"]


def test_a_hard_section_is_named_with_its_grade_target_and_worst_sentences() -> None:
    made = edition(
        section("Easy", paragraph("e", EASY), name="one"), section("Hard", paragraph("h", HARD, 7), name="two")
    )
    (found,) = reading(made, "# Hard\n" + HARD)
    assert (found.code, found.severity) == ("reading.grade", Severity.WARNING)
    assert found.where.section == "two"
    grade = made.readability.sections[1].scores["fkgl"]
    assert f"“Hard” reads at grade {grade:.1f}; the target is 8." in found.message
    assert "line 2, column 1 (grade " in found.message
    assert "“Pharmacological" in found.message
    assert "“Subsequent" in found.message
    assert "Rest well" not in found.message


def test_the_target_is_a_setting() -> None:
    made = edition(section("Hard", paragraph("h", HARD)))
    assert [f.code for f in reading(made)] == ["reading.grade"]
    assert reading(made, max_grade=40.0) == []
    assert reading(edition(section("Easy", paragraph("e", EASY)))) == []


def test_doses_and_dates_do_not_make_a_section_too_hard() -> None:
    doses = "Take 2.5 mg at 8:30 on 18/03/2026. Take 12.5 mg at 17:45 on 19/03/2026. Drink 250 mL of water with it."
    made = edition(section("Doses", paragraph("d", doses)))
    assert made.readability.sections[0].scores["fkgl"] > 15
    assert [f.code for f in reading(made) if f.code == "reading.grade"] == []


def test_a_hard_section_with_figures_says_both_grades() -> None:
    text = HARD + " Administer 1,250 mg at 17:45 on 19/03/2026 and 2.5 mg at 18:30 on 21/03/2026 as an infusion."
    (found,) = [f for f in reading(edition(section("Hard", paragraph("h", text)))) if f.code == "reading.grade"]
    assert "with its figures said in full)" in found.message


def test_a_few_words_are_not_judged() -> None:
    assert (
        reading(edition(section("Contact", paragraph("c", "Gastroenterology department, university hospital.")))) == []
    )


@pytest.mark.parametrize("language", ["es", "de"])
def test_no_grade_in_another_language(language: str) -> None:
    assert [
        f for f in reading(edition(section("Duro", paragraph("h", HARD)), language=language)) if "grade" in f.code
    ] == []


def test_a_section_without_a_sentence_has_no_grade() -> None:
    assert reading(edition(section("Only a heading"))) == []


def test_without_the_source_text_there_is_no_line() -> None:
    (found,) = reading(edition(section("Hard", paragraph("h", HARD))))
    assert found.where.line is None
    assert "sentence h.0" in found.message


def test_cells_that_are_not_scored_are_not_named() -> None:
    table = Block(
        "t", BlockKind.TABLE, (Unit((Segment("t.0", "Gastroenterology"),)), Unit((Segment("t.1", "160 mg"),)))
    )
    (found,) = reading(edition(section("Hard", paragraph("h", HARD), table)))
    assert "sentence h." in found.message
    assert "sentence t." not in found.message


def words(count: int) -> str:
    return " ".join(["go"] * (count - 1)) + " home."


def test_a_sentence_of_26_words_is_long_and_one_of_25_is_not() -> None:
    text = f"{words(25)} {words(26)}"
    (found,) = reading(edition(section("A", paragraph("p", text))), text, "long-sentence")
    assert (found.code, found.severity, found.where.segment) == ("reading.long-sentence", Severity.NOTE, "p.1")
    assert (found.where.line, found.where.column) == (1, len(words(25)) + 2)


def test_a_skipped_heading_level() -> None:
    made = edition(section("A", level=2, name="a"), section("B", level=4, name="b"), section("C", level=2, name="c"))
    (found,) = reading(made, code="heading-level")
    assert found.where.section == "b"


def test_headings_in_order() -> None:
    levels = [2, 3, 4, 2, 3, 1]
    made = edition(*(section("A", level=level, name=f"s{n}") for n, level in enumerate(levels)))
    assert reading(made, code="heading-level") == []


def test_a_long_text_without_headings() -> None:
    sentence = words(20) + " "
    made = edition(lead=section(None, paragraph("p", sentence * 11)))
    assert [f.code for f in reading(made, code="no-heading")] == ["reading.no-heading"]
    short = edition(lead=section(None, paragraph("p", sentence * 9)))
    assert reading(short, code="no-heading") == []


def test_headings_and_spans_of_the_fixture_are_as_the_reader_makes_them() -> None:
    made = section("A", level=3)
    assert made.heading is not None
    assert (made.heading.kind, made.heading.level) == (BlockKind.HEADING, 3)
    assert next(made.segments()).span == Span(0, 1)


def test_the_hint_of_a_grade_names_a_place_to_split() -> None:
    text = (
        "The anaesthetist will administer continuous intravenous sedation during the procedure, and it may "
        "diminish gradually during the subsequent recovery period, as can be seen."
    )
    (found,) = reading(edition(section("Hard", paragraph("h", text))))
    assert "during the procedure, | and it may" in found.hint


def test_the_hint_of_a_long_sentence_names_a_place_to_split_where_one_is_plain_to_see() -> None:
    start = "The nurse on the ward will look at the dressing on your leg each morning and each evening"
    (split,) = reading(
        edition(section("A", paragraph("p", f"{start}, and you can ask her about the pain."))), code="long-sentence"
    )
    assert split.hint == "Make two sentences of it, for instance at “and each evening, | and you can”."
    (left,) = reading(
        edition(section("A", paragraph("p", f"{start} and at noon, with a look at the pain too."))),
        code="long-sentence",
    )
    assert left.hint == "Make two sentences of it."


def test_the_hint_of_a_difficulty_names_hard_words_with_what_the_glossary_says() -> None:
    text = (
        "## Drugs\n\n"
        + "Pharmacological prophylaxis utilizes analgesic and anticoagulant compounds preoperatively. " * 3
    )
    (found,) = [f for f in findings(text) if f.code == "reading.difficulty"]
    assert found.value is not None
    assert found.value > 4
    assert "of 6; the target is " in found.message
    assert "“prophylaxis” (Prophylaxis" in found.hint or "(perhaps “" in found.hint


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The test takes about half an hour, and you can go home on the same day.", "and you can go"),
        ("The clinic is on the second floor of the house; it is open from eight to five.", "it is open"),
        ("You will have a thin tube of soft plastic, which is kept in place with a white plaster.", "which is kept"),
    ],
)
def test_where_a_sentence_can_be_split(text: str, second: str) -> None:
    at = split_point(text)
    assert at is not None
    assert text[at:].startswith(second)


@pytest.mark.parametrize(
    "text",
    [
        "If you feel sick on the way home, stop the car, and you can call us at any time of the day.",
        "You may eat what you like in the evening, but you must not drink when you take the white tablets.",
        "Do not take the tablets for the first two days, and you will have less pain in the stomach.",
        "Bring a letter from your doctor, the list of your medicines, and the card of your health insurance.",
        "Rest well, and you can go home on the same day if all is well.",
        "There are four kinds of this illness: some are found in the young; most are found in the old and weak.",
        "The first one (it is made of thin plastic, and it is taken out after two days) has a blue cap.",
    ],
)
def test_where_it_can_not(text: str) -> None:
    assert split_point(text) is None


@given(st.text(max_size=300))
def test_any_text_can_be_looked_through(text: str) -> None:
    at = split_point(text)
    assert at is None or 0 < at < len(text)
    for series in (longest_series(text), conditions(text)):
        assert series is None or -1 <= series.start < series.end <= len(text)
    series = longest_series(text)
    assert series is None or 0 < series.start < series.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    ["a, ", "a; ", "and ", "A ", "(", "(1) a ", "a, and it is ", ", which is ", "First, ", "if ", ", if a", " or "],
)
def test_a_huge_text_does_not_hang(piece: str) -> None:
    split_point(piece * 20_000)
    longest_series(piece * 20_000)
    conditions(piece * 20_000)
    conditions(piece * 600)


@pytest.mark.parametrize(("length", "is_told"), [(1_990, False), (2_010, True)])
def test_a_text_that_is_too_long_to_be_checked_is_an_error(length: int, is_told: bool) -> None:
    text = ("walk and rest " * 200)[: length - 1] + "."
    found = reading(edition(section("A", paragraph("p", text))), code="no-stop")
    assert [f.severity for f in found] == [Severity.ERROR] * is_told
