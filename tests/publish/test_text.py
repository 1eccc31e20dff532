from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.document import Mark, Segment
from pipeline.edition import Edition
from pipeline.publish import layout, text
from pipeline.publish.pictures import Picture
from tests.publish import sample

FIXTURES = Path(__file__).parent / "fixtures"
PICTURES = {"images/Thermo meter.PNG": Picture("thermo-meter.png", b"")}


def _view(language: str) -> layout.View:
    document = sample.english()
    if language == "es":
        document = sample.translated(document, "es", sample.SPANISH, sample.REFUSED)
    return layout.view(Edition(document, sample.readability(document, 5.0), (sample.EDIT,)), PICTURES, "en")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_whole_handout_reads_as_it_should(language: str) -> None:
    assert text.whole(_view(language)) == (FIXTURES / f"fever-{language}.txt").read_text("utf-8")


def test_a_text_nobody_changed_is_not_said_to_be_in_plain_words() -> None:
    document = sample.english()
    view = layout.view(Edition(document, sample.readability(document, 5.0)), PICTURES, "en")
    assert "Software put this text" in text.whole(_view("en"))
    assert "Software put this text" not in text.whole(view)


def test_no_line_is_longer_than_72_characters() -> None:
    assert max(len(line) for line in text.whole(_view("es")).split("\n")) <= 72


def test_a_section_stands_by_itself() -> None:
    view = _view("es")
    made = text.section(view, view.parts[1])
    assert made.startswith("! Esta es una traducción automática")
    assert "Medicina para la fiebre\n-----------------------\n" in made
    assert "Qué medir" not in made


def test_an_address_follows_its_words_unless_they_say_it() -> None:
    marks = (Mark("link", 5, 14, "https://example.org/a"), Mark("link", 18, 29, "https://example.org"))
    assert text.linked(Segment("s", "Read this page or example.org.", marks=marks)) == (
        "Read this page <https://example.org/a> or example.org."
    )


@pytest.mark.parametrize("length", range(60, 72))
def test_a_dose_is_never_torn_apart(length: int) -> None:
    title = Segment("title", "x" * length + " 7.5 mL twice")
    document = replace(sample.english(), title=title)
    view = layout.view(Edition(document, sample.readability(document, 5.0)), {}, "en")
    assert "7.5 mL" in text.whole(view)
