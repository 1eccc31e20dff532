"""Sentences cut at clause boundaries, and never where a "not" would lose what it holds for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.translate import sentence_parts

WORDS = st.sampled_from(
    [
        "take",
        "two",
        "tablets",
        "daily",
        "not",
        "never",
        "if",
        "and",
        "drink",
        "water",
        ";",
        ":",
        ",",
        "(",
        ")",
        "“",
        "”",
    ]
)


def test_coarse_cuts_come_first() -> None:
    sentence = "Wash your hands well; drink a lot of water, and get enough sleep tonight."
    assert sentence_parts.ways(sentence) == (
        ("Wash your hands well;", "drink a lot of water, and get enough sleep tonight."),
        ("Wash your hands well;", "drink a lot of water,", "and get enough sleep tonight."),
    )


def test_a_negation_is_not_cut_from_what_it_holds_for() -> None:
    assert sentence_parts.ways("Do not drink alcohol at night and drive your car home.") == ()
    assert sentence_parts.ways("You may eat a little, and drink a little water.") == ()
    assert sentence_parts.ways("Call us if you have a fever, and feel very sick.") == ()
    assert sentence_parts.ways("Do not smoke at all; drink a lot of water.") == (
        ("Do not smoke at all;", "drink a lot of water."),
    )


def test_no_part_is_a_scrap_or_half_a_bracket() -> None:
    assert sentence_parts.ways("Eat bread, milk and eggs.") == ()
    assert sentence_parts.ways("Use the cream (a thin layer, on dry skin only) every day.") == ()


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_no_word_is_lost_and_no_reach_is_cut(sentence: str) -> None:
    for parts in sentence_parts.ways(sentence):
        assert " ".join(parts).split() == sentence.split()
        assert len(parts) > 1
        assert all(len(part.split()) >= sentence_parts.FEWEST for part in parts)
        if {"not", "never", "if"} & set(sentence.split()):
            assert all(part.rstrip().endswith((";", ":")) for part in parts[:-1])
