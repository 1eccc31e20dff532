"""Links and emphasis find their words again or are reported."""

from __future__ import annotations

from pipeline.document import Mark, Segment
from pipeline.translate.marks import carry, texts


def test_words_that_stay_the_same() -> None:
    segment = Segment("s", "Call 911 now.", marks=(Mark("link", 5, 8, "tel:911"),))
    placed, lost = carry(segment, "Llama al 911 ahora.", {})
    assert placed == (Mark("link", 9, 12, "tel:911"),)
    assert lost == ()


def test_words_translated_by_themselves() -> None:
    segment = Segment("s", "Read the leaflet first.", marks=(Mark("link", 5, 16, "a.html"),))
    assert texts(segment) == ("the leaflet",)
    placed, _ = carry(segment, "Lee el folleto primero.", {"the leaflet": "El folleto"})
    assert placed == (Mark("link", 4, 14, "a.html"),)


def test_a_mark_over_all() -> None:
    segment = Segment("s", "Read more", marks=(Mark("link", 0, 9, "a.html"),))
    assert carry(segment, "Lee más", {}) == ((Mark("link", 0, 7, "a.html"),), ())


def test_words_that_stand_twice_are_no_place() -> None:
    segment = Segment("s", "Read the leaflet first.", marks=(Mark("strong", 5, 16),))
    placed, lost = carry(segment, "El folleto, el folleto.", {"the leaflet": "el folleto"})
    assert (placed, lost) == ((), segment.marks)
