"""Sentences: where each ends, in nine languages, and what holds for any text at all."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.score.sentences import split

FIXTURES = Path(__file__).parent / "fixtures"
LANGUAGES = ["en", "es", "fr", "pt", "it", "ca", "gl", "de", "nl"]

# What no rule here can tell: "the U.S. Rates differ" from "the U.S. Food Office", "App. B" from "the app. B is …", a
# note behind a word of two letters from "p.3", "not.OK" from "node.JS".
NOT_FOUND = {
    "It happens in the U.K. and the U.S. | Rates differ by region.",
    "See Sec. 4 and App. B. | Sign on p. 9.",
    "Keep your leg up.3 Move your toes. => Keep your leg up.3 | Move your toes.",
    "Is it bad?No, it is not.OK! => Is it bad? | No, it is not. | OK!",
}


def cases(name: str) -> list[tuple[str, str]]:
    """Language and line of each text in a fixture file."""
    found = []
    language = ""
    for line in (FIXTURES / name).read_text("utf-8").splitlines():
        if re.fullmatch(r"\[[a-z]{2}\]", line):
            language = line[1:-1]
        elif line and not line.startswith("#"):
            found.append((language, line))
    return found


def parts(line: str, language: str) -> tuple[list[str], list[str]]:
    """The sentences found in a case, and those expected."""
    given, arrow, expected = line.partition(" => ")
    wanted = (expected if arrow else given).split(" | ")
    text = given if arrow else " ".join(wanted)
    return [text[start:end] for start, end in split(text, language)], wanted


@pytest.mark.parametrize(("language", "line"), cases("sentences.txt"))
def test_sentence_ends(language: str, line: str) -> None:
    found, expected = parts(line, language)
    assert found == expected


@pytest.mark.parametrize(("language", "line"), cases("sentences-held-out.txt"))
def test_sentence_ends_in_texts_made_after_the_rules(language: str, line: str) -> None:
    found, expected = parts(line, language)
    assert (found == expected) == (line not in NOT_FOUND)


def test_the_fixtures_are_many_and_in_every_language() -> None:
    assert len(cases("sentences.txt")) >= 120
    assert len(cases("sentences-held-out.txt")) >= 150
    assert {language for language, _ in cases("sentences.txt")} == set(LANGUAGES)


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    text = "Take one\ntablet a day\r\n\r\nwith water"
    assert [text[a:b] for a, b in split(text)] == ["Take one\ntablet a day", "with water"]


def test_the_halves_of_a_torn_decimal_stay_together() -> None:
    assert len(split("Take 2. 5 mg at night.")) == 1


def test_no_text_has_no_sentence() -> None:
    assert split("") == split(" \n\t\n ") == ()


def test_a_language_without_a_table_still_knows_the_shared_abbreviations() -> None:
    text = "Dr. Lee kommt. Er hilft."
    assert len(split(text, "de-AT")) == 2


@given(
    st.text(alphabet=st.one_of(st.sampled_from(".!?…\"'»«”) ]([31aAbm¿\n 。"), st.characters())),
    st.sampled_from([*LANGUAGES, "ar"]),
)
def test_ranges_hold_every_character_once(text: str, language: str) -> None:
    ranges = split(text, language)
    assert all(start < end for start, end in ranges)
    assert all(end <= start for (_, end), (start, _) in pairwise(ranges))
    assert all(text[start:end] == text[start:end].strip() for start, end in ranges)
    covered = "".join(text[start:end] for start, end in ranges)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece", ["a.Ba", "word. ", ". ", "a.)", "[3]", "a.»[3] ", "\n", "x", "1.", '."', "e.g. ", "\n ", "[1] ", "a. b. "]
)
def test_long_texts_are_covered(piece: str) -> None:
    text = piece * 50_000
    assert "".join("".join(text[a:b] for a, b in split(text)).split()) == "".join(text.split())
