"""What a reviewer sees, what is counted, and what has to be reviewed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import flow
from pipeline.document import Mark, Segment
from pipeline.review import InlineCode, Place, Standing, Term, approve, critical, load
from pipeline.review.inline import nested
from pipeline.review.required import unreviewed
from pipeline.review.sheet import coded
from pipeline.review.terms import of_target
from pipeline.settings import Review
from tests.review.projects import ANA, DAY, project
from tests.translate.documents import document, paragraph

STORY = "# Your stay\n\nThis page is about your stay.\n\n## The garden\n\nThe garden is green.\n\n## Your dose\n\n{}\n"
DOSE = "Take 5 mg every 8 hours."


def test_each_standing_is_counted_and_the_stale_pair_is_shown(tmp_path: Path) -> None:
    made = project(tmp_path, STORY.format(DOSE))
    place = Place("wound", "s02.b01.u01.01")
    approve(made.memory, "es", "The garden is green.", "El jardín es verde.", ANA, DAY)
    approve(made.memory, "es", DOSE.replace("5", "4"), "Tome 4 mg cada 8 horas.", ANA, DAY, place=place)
    rows = {row.source: row for row in made.sheet().rows}
    assert rows["The garden is green."].standing is Standing.REVIEWED
    assert rows["The garden is green."].approval is not None
    dose = rows[DOSE]
    assert dose.standing is Standing.STALE
    assert "4 mg" not in dose.target
    assert dose.suggestion is not None
    assert dose.suggestion.target == "Tome 4 mg cada 8 horas."
    assert made.sheet().stale() == (dose,)
    counts = made.sheet().counts()
    assert (counts["reviewed"], counts["stale"]) == (1, 1)
    assert sum(counts.values()) == len(rows)


def test_a_refused_sentence_has_no_words_to_approve_unseen(tmp_path: Path) -> None:
    made = project(tmp_path)
    made = replace(made, settings=made.settings.model_copy(
        update={"translate": made.settings.translate.model_copy(update={"engines": ("memory",)})}
    ))  # fmt: skip
    assert {(row.standing, row.target) for row in made.sheet().rows} == {(Standing.REFUSED, "")}


@pytest.mark.parametrize(
    ("sentence", "is_critical"),
    [
        (DOSE, True),
        ("Call 911 if you cannot breathe.", True),
        ("Do not drive.", True),
        ("Keep it out of reach of children.", True),
        ("The garden is green.", False),
        ("The clinic has a new roof.", False),
    ],
)
def test_a_section_is_critical_by_what_it_says(sentence: str, is_critical: bool) -> None:
    assert bool(critical.sections(document(paragraph(1, "We are here.", sentence)))) is is_critical


@pytest.mark.parametrize("name", ["The Garden", "the-garden"])
def test_a_section_is_critical_where_the_settings_name_it(tmp_path: Path, name: str) -> None:
    made = project(tmp_path, STORY.format("The garden is green."))
    plain = flow.plain(made.source, made.tools)
    assert critical.sections(plain) == frozenset()
    assert critical.sections(plain, [name]) == {"the-garden"}


@pytest.mark.parametrize(
    ("require", "sections"),
    [((), set()), (("critical",), {"your-dose"}), (("all",), {None, "the-garden", "your-dose"})],
)
def test_what_has_to_be_reviewed_is_found_by_section_and_language(
    tmp_path: Path, require: tuple[str, ...], sections: set[str | None]
) -> None:
    made = project(tmp_path, STORY.format(DOSE), Review.model_validate({"require": require}))
    plain = flow.plain(made.source, made.tools)
    text = made.source.read_text("utf-8")
    found = list(unreviewed(plain, {"es": {}, "fr": {}}, require, (), text))
    lead = {"your-stay", "lead"}  # the text before the first heading below the title
    assert {one.where.section for one in found} - lead == sections
    assert {one.where.language for one in found} == ({"es", "fr"} if sections else set())
    assert all(one.where.line for one in found)
    if require == ("critical",):
        approve(made.memory, "es", DOSE, "Tome 5 mg cada 8 horas.", ANA, DAY)
        approve(made.memory, "es", "Your dose", "Su dosis", ANA, DAY)
        approvals = {"es": load(made.memory, "es"), "fr": {}}
        assert {one.where.language for one in unreviewed(plain, approvals, require, ())} == {"fr"}


def test_words_of_the_glossary_are_found_in_their_forms() -> None:
    assert Term("wound", "herida", "translation") in of_target("Wash the wounds.", "es")
    assert Term("blood pressure", "presión arterial", "translation") in of_target("Your blood pressure is fine.", "es")
    assert of_target("Wash the wounds.", "xx") == ()


def test_codes_keep_their_number_where_marks_change_their_order() -> None:
    marks = (Mark("link", 0, 2, "a"), Mark("strong", 3, 5), Mark("link", 6, 8, "b"))
    target = Segment("s", "xx  yy zz", marks=(Mark("link", 0, 2, "b"), Mark("link", 4, 6, "a"), Mark("strong", 7, 9)))
    text, codes = coded(target, marks)
    assert text == "xx yy zz"
    assert [(code.number, text[code.start : code.end]) for code in codes] == [(0, "yy"), (1, "zz"), (2, "xx")]


def test_codes_that_overlap_in_part_are_not_written_both() -> None:
    codes = (InlineCode(0, "strong", 0, 5), InlineCode(1, "link", 3, 8), InlineCode(2, "emphasis", 1, 2))
    assert [code.number for code in nested(codes)] == [0, 2]
