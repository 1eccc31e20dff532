from __future__ import annotations

from dataclasses import replace

from pipeline.check.carried import carried
from pipeline.document import Document, Segment, State
from tests.check.editions import edition, paragraph, section


def sheet(*texts: str) -> Document:
    return edition(section("Doses", paragraph("p", " ".join(texts)))).document


def made_of(document: Document, *segments: Segment) -> Document:
    """The document with other sentences in its one paragraph."""
    part = document.sections[0]
    block = part.blocks[0]
    unit = replace(block.units[0], segments=segments)
    return replace(document, sections=(replace(part, blocks=(replace(block, units=(unit,)),)),))


def codes(source: Document, target: Document) -> list[str]:
    return [found.code for found in carried(source, target)]


SOURCE = sheet("Take 5 mg a day.", "Do not drive.")
FIRST, SECOND = SOURCE.sections[0].blocks[0].units[0].segments


def test_a_document_carries_all_of_itself() -> None:
    assert codes(SOURCE, SOURCE) == []


def test_a_sentence_that_is_gone_is_an_error() -> None:
    assert codes(SOURCE, made_of(SOURCE, FIRST)) == ["facts.lost"]


def test_a_sentence_in_two_parts_is_there() -> None:
    parts = (Segment("a", "Take 5 mg.", origin=FIRST.id), Segment("b", "Take it each day.", origin=FIRST.id))
    assert "facts.lost" not in codes(SOURCE, made_of(SOURCE, *parts, SECOND))


def test_a_changed_dose_and_a_lost_not_are_errors() -> None:
    wrong = (replace(FIRST, text="Take 50 mg a day."), replace(SECOND, text="Drive."))
    assert {"facts.dose", "facts.negation"} <= set(codes(SOURCE, made_of(SOURCE, *wrong)))


def test_a_refused_sentence_is_its_own_source_and_a_definition_is_held_against_nothing() -> None:
    refused = replace(FIRST, state=State.REFUSED, language="en")
    added = Segment("d", "A dose is how much you take at 1 time.", origin=SECOND.id, note="definition")
    assert codes(SOURCE, made_of(SOURCE, refused, SECOND, added)) == []
