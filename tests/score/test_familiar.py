from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.score import complex_words, familiar, syllables
from pipeline.score.inflections import plain_forms
from pipeline.score.properties import Properties, properties
from pipeline.score.tally import sentence

FIXTURES = Path(__file__).parent / "fixtures"


def rows(name: str) -> list[list[str]]:
    lines = (FIXTURES / name).read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("word", "dale", "spache", "why"), rows("familiar.txt"))
def test_familiar_words(word: str, dale: str, spache: str, why: str) -> None:
    found = properties(word, "en")
    assert found.is_unfamiliar == (dale == "-"), why
    assert bool(found.unfamiliar_root) == (spache == "-"), why


@pytest.mark.parametrize(("word", "expected", "why"), rows("complex-words.txt"))
def test_complex_words(word: str, expected: str, why: str) -> None:
    assert complex_words.is_complex(word, syllables.count(word, "en")) == (expected == "yes"), why


def test_the_lists_are_those_they_are_said_to_be() -> None:
    dale, stems = familiar.dale(), familiar.spache_stems()
    assert 2900 < len(dale) <= 3000
    assert 1000 < len(stems) < 1100
    assert {"mr", "babies", "airship", "monday"} <= dale
    assert dale.isdisjoint({"television", "computer", "baby"})
    assert {"anim", "alway", "thi", "happi"} <= stems


def test_every_listed_word_is_familiar() -> None:
    assert [word for word in familiar.dale() if not familiar.is_familiar(word)] == []
    assert [
        stem for stem in familiar.spache_stems() if stem.isalpha() and not familiar.is_familiar_to_spache(stem)
    ] == []


def test_words_with_a_listed_porter_stem_are_spaches_words_or_near_to_them() -> None:
    from nltk.stem import PorterStemmer

    stem = PorterStemmer().stem
    ours = {word for word in familiar.dale() if familiar.is_familiar_to_spache(word)}
    porters = {word for word in familiar.dale() if stem(word) in familiar.spache_stems()}
    assert len(porters - ours) / len(porters) < 0.02


def test_names_are_familiar_and_not_complex_but_not_at_the_beginning_of_a_sentence() -> None:
    inside, first = sentence("Ask Adalgisa now.", "en"), sentence("Adalgisa waits now.", "en")
    assert (inside.unfamiliar, len(inside.sample_roots), inside.complex_words) == (0, 0, 0)
    assert (first.unfamiliar, len(first.sample_roots), first.complex_words) == (1, 1, 1)
    assert sentence("Ask for MRI now.", "en").unfamiliar == 1


@pytest.mark.parametrize("word", ["Anna", "Parkinson's", "O’Brien", "McBride", "Jean-Luc", "Ángela"])
def test_what_is_written_as_a_name(word: str) -> None:
    assert familiar.is_name(word)


@pytest.mark.parametrize(
    "word", ["HbA1c", "MRI", "MRIs", "B12", "A", "I'm", "X-ray", "anna", "COVID-19", "PhD", "", "'"]
)
def test_what_is_not(word: str) -> None:
    assert not familiar.is_name(word)


def test_forms_of_one_word_have_one_root() -> None:
    assert familiar.root("Tablets") == familiar.root("tablet's") == familiar.root("tablet") == "tablet"
    assert familiar.root("infected") == familiar.root("infects") == familiar.root("infect")


def test_plain_forms_begin_with_the_word_itself() -> None:
    assert list(plain_forms("bring")) == ["bring"]
    assert list(plain_forms("red")) == ["red"]
    assert {"carry", "carries"} <= set(plain_forms("carries"))


def test_word_lists_are_for_english_alone() -> None:
    assert properties("inflamación", "es") == Properties(4, 11, is_figure=False)
    made = sentence("La inflamación dura.", "es")
    assert (made.unfamiliar, made.complex_words, made.sample_roots) == (0, 0, frozenset())


@given(st.text(max_size=150))
def test_any_word_is_looked_up_without_failing(word: str) -> None:
    found = properties(word, "en")
    assert found.syllables >= 1
    assert familiar.root(word) or not word
    assert found.is_unfamiliar in (True, False)


@pytest.mark.parametrize("letter", ["a", "1", "-", "'", "s", "A", "e", "."])
def test_a_word_without_end_takes_no_time(letter: str) -> None:
    assert properties(letter * 200_000 + "x", "en").is_unfamiliar is False
    assert familiar.is_familiar(letter * 20_000 + "x") is False
