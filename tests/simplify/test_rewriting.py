"""Sentences in, plain sentences out: the fixture files."""

from __future__ import annotations

import pytest

from pipeline.glossary import load as load_glossary
from pipeline.simplify import simplify_lines
from tests.simplify.cases import cases, sample_glossary

OWN = load_glossary()


@pytest.mark.parametrize(("source", "expected"), cases("words.txt"))
def test_words(source: str, expected: str) -> None:
    assert next(simplify_lines([source], sample_glossary())) == expected


@pytest.mark.parametrize(("source", "expected"), cases("own_words.txt"))
def test_words_of_our_own_glossary(source: str, expected: str) -> None:
    assert next(simplify_lines([source], OWN)) == expected


@pytest.mark.parametrize(("source", "expected"), cases("sentences.txt"))
def test_sentences(source: str, expected: str) -> None:
    assert next(simplify_lines([source], sample_glossary())) == " ".join(expected.splitlines())


def test_one_line_in_one_line_out() -> None:
    lines = ["", "She utilized it.", "   ", "Rest."]
    assert list(simplify_lines(lines, sample_glossary())) == ["", "She used it.", "", "Rest."]


@pytest.mark.parametrize("off", ["utilize", "lexical"])
def test_an_entry_or_a_rule_can_be_switched_off(off: str) -> None:
    source = "She utilized it."
    assert next(simplify_lines([source], sample_glossary(), disable=[off])) == source


def test_a_split_can_be_switched_off() -> None:
    source = "The rash is not painful; it fades within a few weeks."
    assert next(simplify_lines([source], sample_glossary(), disable=["split.semicolon"])) == source
