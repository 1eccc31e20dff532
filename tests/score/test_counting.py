"""What docs/counting.md promises, read from that page, and that no word of a document is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import read
from pipeline.document import BlockKind, Image, Unit
from pipeline.score import counting, english, names, run, spoken, syllables
from pipeline.score.sentences import split
from pipeline.score.words import tokens
from tests.score.documents import block, document, paragraph, section, segment

PAGE = Path(__file__).parents[2] / "docs" / "counting.md"


def table(heading: str) -> list[tuple[str, ...]]:
    """The rows of the table below a heading of the page."""
    below = PAGE.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in below.splitlines() if line.startswith("|")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[2:]]


@pytest.mark.parametrize(("language", "text"), table("A sentence"))
def test_sentences_of_the_page(language: str, text: str) -> None:
    expected = text.split(" ¦ ")
    joined = " ".join(expected)
    assert [joined[start:end] for start, end in split(joined, language)] == expected


@pytest.mark.parametrize(("language", "text", "words", "left_out"), table("A word"))
def test_words_of_the_page(language: str, text: str, words: str, left_out: str) -> None:
    found = tokens(text, language)
    assert " · ".join(found.words) == words
    assert " · ".join((*found.paths, *found.telephones)) == left_out


@pytest.mark.parametrize(("language", "written", "said", "count"), table("A syllable"))
def test_what_the_page_says_is_said(language: str, written: str, said: str, count: str) -> None:
    words = spoken.Dictionary(english.known, english.is_common) if language == "en" else None
    assert " ".join(spoken.say(written, language, words)) == said
    assert syllables.count(written, language) == int(count)


@pytest.mark.parametrize(("language", "text", "counted"), table("Names and titles"))
def test_names_of_the_page(language: str, text: str, counted: str) -> None:
    rest = names.find([text], language).without(text)
    assert " · ".join(tokens(rest, language).words) == counted


PIECES = """
Ask Maria|Dr. Lee|2.5 mg|www.example.org|555-0128|MRI|University of Leeds|stop.|(no)|John-Paul's|½|—|logo.png|1. |¿Sí?
"""


def every_kind() -> st.SearchStrategy[list[str]]:
    return st.lists(st.one_of(st.sampled_from(PIECES.strip().split("|")), st.text(max_size=12)), max_size=8)


@settings(deadline=None)  # the first call reads the dictionary
@given(every_kind(), every_kind(), st.sampled_from(["en", "es", "fr", "de"]), st.booleans())
def test_every_word_is_counted_or_left_out_with_a_reason(
    body: list[str], rest: list[str], language: str, with_names: bool
) -> None:
    text, other = " ".join(body), " ".join(rest)
    image = Image("a.png", alt=segment(other), caption=segment(text))
    made = document(
        section(
            other,
            paragraph(text, other),
            block(BlockKind.LIST, *rest),
            block(BlockKind.TABLE, Unit((segment(other),), header=True), Unit((segment(text),)), *body),
            block(BlockKind.QUOTE, Unit((segment(text, language="it"),))),
            block(BlockKind.DESCRIPTION, text),
            block(BlockKind.BOILERPLATE, other),
            block(BlockKind.CODE, text),
            block(BlockKind.IMAGE, image=image),
        ),
        section(None, paragraph(other)),
        title=text,
        language=language,
    )
    found = run(made, names=with_names)
    everything = sum(sum(map(len, tokens(part.text, language))) for part in made.segments())
    assert found.counted.words + sum(left.words for left in found.left_out) == everything
    reasons = {reason for reason, _ in table("What is left out, and why")}
    assert {left.why for left in found.left_out} <= reasons


def test_the_page_gives_every_reason() -> None:
    known = {
        *counting.REASONS.values(),
        counting.ADDED,
        "title",
        "table header",
        "short table cell",
        "other language",
        "path or link",
        "telephone number",
        "name",
    }
    assert {reason for reason, _ in table("What is left out, and why")} == known


def test_lists_headings_and_tables_of_a_file() -> None:
    source = b"""# Your new tablets

Take them at 8 a.m. with food. Ask Dr. Roe if in doubt

## What to bring

- your card
- a list of pills, e.g. aspirin
- water

| Day | Dose |
|---|---|
| Monday | 2.5 mg |
| Tuesday | Take it only if you are well. |
"""
    made = run(read.run(source, "tablets.md").document)
    assert made.counted.sentences == 2 + 3 + 1
    assert {left.why: left.words for left in made.left_out} == {
        "title": 3,
        "heading": 3,
        "table header": 2,
        "short table cell": 4,
    }


def test_names_are_left_out_only_when_asked() -> None:
    made = document(section(None, paragraph("Ask Maria Lee.", "Maria will help you.", "Take two.")))
    assert run(made).counted.words == 9
    without = run(made, names=False)
    assert without.counted.words == 6
    assert [(left.words, left.why) for left in without.left_out] == [(2, "title"), (3, "name")][::-1]
