"""The whole sentence or nothing; fast, whatever is asked."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.translate.patterns import LANGUAGES, Patterns, data
from pipeline.translate.patterns.matching import MOST
from tests.translate.patterns.generate import sentences

ES = Patterns("es")
WORDS = sorted({word for pattern in data.load().patterns for word in " ".join(pattern.examples).split()})


def said(sentence: str) -> str | None:
    (draft,) = ES.translate([sentence])
    return None if draft is None else draft.text


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not take more than 8 tablets in 24 hours.",
        "do not take more than 8 tablets in 24 hours",
        "  Do not  take more\u00a0than 8 tablets in 24 hours. ",
        "DON’T TAKE MORE THAN 8 TABLETS IN 24 HOURS!",
        "Don't take more than eight tablets in 24 hours.",
    ],
)
def test_case_blanks_contractions_and_the_end_mark_do_not_count(sentence: str) -> None:
    answer = said(sentence)
    assert answer is not None
    assert answer.rstrip(".").capitalize() == "No tome más de 8 tabletas en 24 horas"


@pytest.mark.parametrize(
    "sentence",
    [
        "Take 2 tablets every 8 hours?",
        "Take 2 tablets every 8 hours..",
        "Take 2 tablets every 8 hours. Do not drive or use machines.",
        "Please take 2 tablets every 8 hours.",
        "Take 2 tablets every 8 hours unless you feel well.",
        "Take 2 tablets every 8 hours or Take 2 tablets every 8 hours.",
        "You should not take 2 tablets every 8 hours.",
        "Take 2 bottles every 8 hours.",
        "Take 2-tablets-every 8 hours.",
        "Take -2 tablets every 8 hours.",
        "Take .5 tablets every 8 hours.",
        "Take 2,00 tablets every 8 hours.",
        "Call 9111 right away if you have chest pain.",
        "Call 91 if you have chest pain.",
        "",
        ".",
        "Take",
    ],
)
def test_what_is_only_near_has_no_draft(sentence: str) -> None:
    assert [Patterns(language).translate([sentence]) for language in LANGUAGES] == [[None]] * len(LANGUAGES)


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_any_words_are_answered(sentence: str) -> None:
    answer = said(sentence)
    assert answer is None or answer


@given(st.integers(0, 10**6), st.integers(0, 10**6))
@settings(max_examples=200, deadline=None)
def test_two_doses_are_never_said_alike(one: int, other: int) -> None:
    first, second = (said(f"Take {number} mg every 8 hours.") for number in (one, other))
    assert one == other or first is None or first != second


@pytest.mark.parametrize(
    "sentence",
    [
        "Call 911 if you have " + "fever, " * 60 + "x",
        "Call 911 if you have " + "a fever, chills, " * 22 + "and",
        "Take " + "1 to " * 90 + "tablets",
        "Bring " + "your glasses, " * 25 + "or",
        "Take 2 tablets by mouth every " + "8 " * 150,
        " " * 300 + "Take",
        "Take 2 tablets" + " every 8 hours" * 25,
    ],
)
def test_no_sentence_takes_long(sentence: str) -> None:
    engine = Patterns("fr")
    engine.translate(["Call 911 if you have a fever.", sentence])  # patterns are compiled when first come near
    began = time.perf_counter()
    assert engine.translate([sentence]) == [None]
    assert time.perf_counter() - began < 0.1


def test_a_longer_text_is_no_sentence_of_ours() -> None:
    assert said("Take 2 tablets every 8 hours." + " " * 10) is not None
    assert said("Take 2 tablets every 8 hours" + " hours" * MOST) is None


def test_a_thousand_sentences_take_less_than_two_seconds() -> None:
    asked = [sentence.text for pattern in data.load().patterns for sentence in sentences(pattern, 2)][:500]
    asked += [f"Scientists looked at sentence {n} for a long time before they called it done." for n in range(500)]
    ES.translate(asked)
    began = time.perf_counter()
    drafts = ES.translate(asked)
    assert time.perf_counter() - began < 2
    assert None not in drafts[:400]
