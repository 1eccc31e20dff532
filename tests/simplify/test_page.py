"""Added parts of a page as a whole: which there are, where they stand, that they are marked, and added once."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from pipeline import glossary, read, score
from pipeline.document import BODY_KINDS, COPY, BlockKind, Document
from pipeline.settings import PagePart
from pipeline.simplify import run
from pipeline.simplify.page import PARTS, add
from pipeline.wording import LANGUAGES, NOTED, wording
from tests.simplify.cases import sample_glossary
from tests.simplify.documents import document
from tests.simplify.pages import SOURCE, page, parts

ALL = tuple(PARTS)


def plain(name: str) -> Document:
    path = SOURCE / name
    reading = read.run(path.read_bytes(), path.name, folder=path.parent)
    return run(reading.document, glossary.load()).document


def test_settings_name_every_part() -> None:
    assert set(get_args(PagePart)) == set(PARTS)


def test_nothing_is_added_by_default() -> None:
    made = run(document((BlockKind.PARAGRAPH, ["Call 911 if you faint."])), sample_glossary()).document
    assert all(section.part is None for section in made.sections)


def test_nothing_is_added_to_another_language() -> None:
    made = document((BlockKind.PARAGRAPH, ["Llame al 911 si se desmaya."]), language="es")
    assert run(made, sample_glossary(), page=ALL).document == run(made, sample_glossary()).document


def test_a_part_without_content_is_left_out() -> None:
    assert parts(add(page("About sleep", "Sleep is good."), ALL)) == {}


TEXT = "Take 1 tablet a day. Rest well. Call your doctor if the pain gets worse."


def test_parts_stand_before_and_behind_the_text_in_the_order_asked_for() -> None:
    made = add(page("At home", TEXT), ("teach-back", "what-to-do", "when-to-get-help"))
    assert [section.part for section in made.sections] == ["what-to-do", "when-to-get-help", None, "teach-back"]


def test_an_emergency_comes_first() -> None:
    made = add(page("At home", TEXT + " Call 911 if you faint."), ("what-to-do", "when-to-get-help"))
    assert [section.part for section in made.sections] == ["when-to-get-help", "what-to-do", None]


def test_every_part_says_that_it_was_added() -> None:
    made = add(page("At home", TEXT), ALL)
    for section in (section for section in made.sections if section.part is not None):
        first = next(section.blocks[0].segments())
        assert first.text.startswith("Added by Plainleaf")
        assert all(s.note == COPY or (s.note or "").startswith(NOTED) for s in section.segments())


def test_ids_and_slugs_are_unique_even_beside_a_section_of_that_name() -> None:
    made = page("At home", TEXT)
    taken = replace(made, sections=(replace(made.sections[0], slug="page-what-to-do"),))
    result = add(taken, ALL)
    slugs = [section.slug for section in result.sections]
    ids = [segment.id for segment in result.segments()]
    assert len(set(slugs)) == len(slugs)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", ["asthma-action.html", "discharge-sheet.txt", "medicine-leaflet.md"])
def test_parts_are_added_once_and_always_the_same(name: str) -> None:
    base = plain(name)
    once = add(base, ALL)
    assert add(base, ALL) == once
    assert add(once, ALL) == once
    again = run(once, glossary.load(), page=ALL).document
    assert [s.text for s in again.segments()] == [s.text for s in once.segments()]


@pytest.mark.parametrize(
    "name", ["asthma-action.html", "discharge-sheet.txt", "medicine-leaflet.md", "mri-cryotherapy.txt"]
)
def test_what_is_repeated_is_in_the_text_word_for_word(name: str) -> None:
    base = plain(name)
    texts = {segment.text for segment in base.segments()}
    made = parts(add(base, ALL))
    assert made
    for part in ("summary", "what-to-do", "when-to-get-help", "words-to-know"):
        assert [text for text in made.get(part, ()) if text not in texts] == []


def test_scores_are_those_of_the_text_without_its_parts() -> None:
    base = plain("medicine-leaflet.md")
    with_parts = score.run(add(base, ALL))
    without = score.run(base)
    assert with_parts.scores == without.scores
    assert with_parts.counted == without.counted
    assert {left.why for left in with_parts.left_out} - {left.why for left in without.left_out} == {"added part"}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_the_gate_finds_nothing_in_the_words_of_the_parts(language: str) -> None:
    from pipeline import facts

    names = [name for name in wording("en").__slots__ if name.startswith(("part_", "added_", "ask_"))]
    assert names
    for name in names:
        assert facts.compare(getattr(wording("en"), name), getattr(wording(language), name), "en", language) == (), name


def test_only_body_text_and_headings_stand_in_parts() -> None:
    made = add(plain("asthma-action.html"), ALL)
    kinds = {block.kind for section in made.sections if section.part for block in section.blocks}
    assert kinds <= BODY_KINDS | {BlockKind.HEADING}
