from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Block, BlockKind, Segment, Unit
from pipeline.speak.script import AFTER_HEADING, AFTER_SENTENCE, AFTER_UNIT, LONGEST_PIECE, write
from tests.speak.build import paragraph, picture, section, table


def said(*blocks: Block, language: str = "en", title: str | None = None) -> list[str]:
    return [" ".join(line.pieces) for line in write(section(*blocks, title=title), language)]


def test_heading_then_sentences_with_longer_pauses_between_larger_parts() -> None:
    lines = write(section(paragraph("Take one.", "Rest.")), "en")
    assert [(line.segment, line.shown, line.pause) for line in lines] == [
        ("h.1", "Your dose", AFTER_HEADING),
        ("p.1", "Take one.", AFTER_SENTENCE),
        ("p.2", "Rest.", AFTER_UNIT),
    ]


def test_what_is_shown_stays_as_written() -> None:
    (line,) = write(section(paragraph("Take 5 mg."), title=None), "en")
    assert (line.shown, line.pieces) == ("Take 5 mg.", ("Take 5 milligrams.",))


def test_table_cells_follow_their_headers_row_by_row() -> None:
    block = table(("Age", "Dose"), ("2–5 years", "5 mg"), ("6 years", "10 mg"))
    assert said(block) == ["Age: 2 to 5 years", "Dose: 5 milligrams", "Age: 6 years", "Dose: 10 milligrams"]


def test_tables_without_headers_or_without_rows_are_not_lost() -> None:
    assert said(table(("Age", "Dose"), ("2", "5 mg"), header=False)) == ["Age", "Dose", "2", "5 milligrams"]
    assert said(table(("Age", "Dose"))) == ["Age", "Dose"]


def test_the_header_comes_once_before_a_cell_of_two_sentences() -> None:
    cells = (
        Unit((Segment("a", "What to do:"),), row=0, column=0, header=True),
        Unit((Segment("b", "Sit up."), Segment("c", "Call 911.")), row=1, column=0),
    )
    assert said(Block("t", BlockKind.TABLE, cells)) == ["What to do: Sit up.", "Call 9 1 1."]


def test_pictures_are_announced_in_the_language_of_the_text() -> None:
    assert said(picture("A spacer", "How to hold it")) == ["Picture: A spacer", "Caption: How to hold it"]
    assert said(picture("Un inhalador"), language="es") == ["Imagen: Un inhalador"]
    assert said(picture("Same words", "Same words")) == ["Picture: Same words"]
    assert said(picture(""), picture(None)) == []


def test_what_is_not_body_text_is_not_said() -> None:
    for kind in (BlockKind.CODE, BlockKind.DESCRIPTION, BlockKind.BOILERPLATE):
        assert said(Block("x", kind, (Unit((Segment("x.1", "Latest Posts"),)),))) == []


def test_a_segment_without_words_is_left_out() -> None:
    assert said(paragraph("—", "***", "", "😀", "Rest.")) == ["Rest."]


def test_a_refused_segment_keeps_its_own_language() -> None:
    lines = write(section(paragraph("Descanse.", Segment("x", "Take 5 mg.", language="en")), title=None), "es")
    assert [(line.language, line.pieces[0]) for line in lines] == [("es", "Descanse."), ("en", "Take 5 milligrams.")]


@given(st.text(st.sampled_from("ab1.,;: "), min_size=1, max_size=5_000))
def test_long_sentences_are_cut_and_no_character_is_lost(text: str) -> None:
    for line in write(section(paragraph(text), title=None), "tlh"):
        assert all(len(piece) <= LONGEST_PIECE for piece in line.pieces)
        joined = "".join("".join(line.pieces).split())
        assert [c for c in joined if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_segment_that_no_voice_speaks_is_left_out() -> None:
    lines = write(section(paragraph("Rest.", Segment("x", "اتصل بالطبيب.", language="ar")), title=None), "en")
    assert [line.shown for line in lines] == ["Rest."]
