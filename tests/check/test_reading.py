from __future__ import annotations

import pytest

from pipeline import check
from pipeline.document import Block, BlockKind, Segment, Span, Unit
from pipeline.edition import Edition
from pipeline.findings import Finding, Severity
from pipeline.settings import Check
from tests.check.editions import edition, paragraph, section

EASY = "Drink a glass of water. Then rest in bed. Call us if you feel worse. Walk in the house each day."
HARD = (
    "Pharmacological intervention necessitates comprehensive cardiovascular evaluation prior to commencement. "
    "Subsequent administration of anticoagulants requires individualised haematological monitoring. Rest well at home."
)


def reading(made: Edition, source_text: str = "", **settings: float) -> list[Finding]:
    found = check.run(made, Check(**settings), source_text=source_text)
    return [f for f in found if f.code.startswith("reading.")]


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
    (found,) = reading(edition(section("A", paragraph("p", text))), text)
    assert (found.code, found.severity, found.where.segment) == ("reading.long-sentence", Severity.NOTE, "p.1")
    assert (found.where.line, found.where.column) == (1, len(words(25)) + 2)


def test_a_skipped_heading_level() -> None:
    made = edition(section("A", level=2, name="a"), section("B", level=4, name="b"), section("C", level=2, name="c"))
    (found,) = reading(made)
    assert (found.code, found.where.section) == ("reading.heading-level", "b")


def test_headings_in_order() -> None:
    levels = [2, 3, 4, 2, 3, 1]
    assert reading(edition(*(section("A", level=level, name=f"s{n}") for n, level in enumerate(levels)))) == []


def test_a_long_text_without_headings() -> None:
    sentence = words(20) + " "
    made = edition(lead=section(None, paragraph("p", sentence * 11)))
    assert [f.code for f in reading(made)] == ["reading.no-heading"]
    short = edition(lead=section(None, paragraph("p", sentence * 9)))
    assert reading(short) == []


def test_headings_and_spans_of_the_fixture_are_as_the_reader_makes_them() -> None:
    made = section("A", level=3)
    assert made.heading is not None
    assert (made.heading.kind, made.heading.level) == (BlockKind.HEADING, 3)
    assert next(made.segments()).span == Span(0, 1)
