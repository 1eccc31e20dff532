from __future__ import annotations

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import BlockKind, Image, Unit
from pipeline.edition import Counts, LeftOut
from pipeline.score import run
from tests.score.documents import block, document, paragraph, section, segment


def test_counts_by_section_add_up_to_the_document() -> None:
    made = run(
        document(
            section("One", paragraph("Rest well.", "Drink water.")),
            section("Two", paragraph("Call the nurse now.")),
        )
    )
    assert [part.counted for part in made.sections] == [Counts(4, 2, 5, 0), Counts(4, 1, 4, 0)]
    assert made.counted == Counts(8, 3, 9, 0)
    assert [part.heading for part in made.sections] == ["One", "Two"]
    assert isclose(made.scores["fkgl"], 0.39 * 8 / 3 + 11.8 * 9 / 8 - 15.59)


def test_list_items_without_full_stops_are_sentences() -> None:
    items = block(BlockKind.LIST, "Drink water", "Eat well", "Sleep well", "Walk each day", "Call us")
    assert run(document(section("Do", items))).counted.sentences == 5


def test_headings_and_the_title_are_left_out_and_reported() -> None:
    made = run(document(section("Magnetic resonance imaging", paragraph("Lie still.")), title="Your long scan"))
    assert made.counted.words == 2
    assert made.sections[0].left_out == (LeftOut(3, "heading"),)
    assert made.left_out == (LeftOut(3, "heading"), LeftOut(3, "title"))


def test_what_is_no_body_text_is_left_out_with_its_reason() -> None:
    image = Image("a.png", alt=segment("A red pill"), caption=segment("The pill"))
    made = run(
        document(
            section(
                None,
                paragraph("Read /output/img/0.jpg now."),
                block(BlockKind.DESCRIPTION, "A close-up of a machine."),
                block(BlockKind.BOILERPLATE, "Latest Posts"),
                block(BlockKind.CODE, "make all"),
                block(BlockKind.IMAGE, image=image),
            )
        )
    )
    assert made.counted.words == 2
    assert made.sections[0].left_out == (
        LeftOut(2, "boilerplate"),
        LeftOut(2, "code"),
        LeftOut(5, "description"),
        LeftOut(1, "path or link"),
        LeftOut(5, "picture text"),
    )


def test_table_cells_count_when_they_are_sentences() -> None:
    table = block(
        BlockKind.TABLE,
        Unit((segment("When to take it in the day"),), header=True),
        Unit((segment("Morning"),)),
        Unit((segment("5 mg"),)),
        Unit((segment("Take it with a glass of water"),)),
        Unit((segment("Skip it."),)),
    )
    made = run(document(section("Doses", table)))
    assert made.counted.sentences == 2
    assert made.sections[0].left_out == (
        LeftOut(1, "heading"),
        LeftOut(3, "short table cell"),
        LeftOut(7, "table header"),
    )


def test_a_telephone_number_is_left_out_and_reported() -> None:
    made = run(document(section(None, paragraph("To reschedule, call 555-0128."))))
    assert made.counted == Counts(3, 1, 5, 1)
    assert made.left_out[0] == LeftOut(1, "telephone number")


def test_a_refused_sentence_is_not_scored_as_if_it_were_translated() -> None:
    unit = Unit((segment("Beba agua."), segment("Do not stop the tablets.", language="en")))
    made = run(document(section("Uno", block(BlockKind.PARAGRAPH, unit)), language="es"))
    assert made.counted.sentences == 1
    assert LeftOut(5, "other language") in made.left_out
    assert set(made.scores) == {"fernandez_huerta", "szigriszt_pazos", "lix", "rix"}


def test_a_document_without_a_sentence_has_no_score() -> None:
    for made in (run(document()), run(document(section("Only a heading")))):
        assert made.scores == {}
        assert made.counted == Counts(0, 0, 0, 0)


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_text_is_counted_without_failing(texts: list[str]) -> None:
    made = run(document(section("A", *(paragraph(text) for text in texts))))
    assert made.counted.sentences <= len(texts)
    assert made.counted.syllables >= made.counted.words >= made.counted.sentences
    assert made.counted.polysyllables <= made.counted.words


def test_counting_is_reached_by_the_names_other_stages_use() -> None:
    from pipeline.score import sentences, syllables, words

    assert words.words("Rest well.", "en") == ("Rest", "well")
    assert syllables.count("water", "en") == 2
    assert sentences.split("Rest. Eat.", "en") == ((0, 5), (6, 10))
