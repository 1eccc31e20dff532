from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.score import score_text, text_difficulty
from pipeline.score.difficulty import (
    HARD,
    difficulty_of,
    hard_words,
    sentence_difficulty,
    sentence_features,
    word_difficulty,
)
from pipeline.score.linear import Linear, Term, model
from pipeline.score.word_features import word_features

WORDS = st.lists(
    st.sampled_from(
        [
            "take",
            "the",
            "water",
            "tablet",
            "doctor",
            "hypertension",
            "percutaneous",
            "MRI",
            "HbA1c",
            "well-being",
            "5",
            "mg",
            "2.5",
            "p53",
            "Anna",
            "it",
        ]
    ),
    min_size=1,
    max_size=40,
)


@pytest.mark.parametrize(
    ("easy", "hard"),
    [
        ("Rest your leg for two days.", "Immobilise the affected extremity for two days."),
        ("Call us if the wound is red or warm.", "Notify the clinic if erythema or hyperthermia is present."),
        ("The test looks at your heart.", "Echocardiography evaluates cardiac function."),
        ("Drink water.", "Drink water, and take the tablets that the nurse gave you in the morning and at night."),
    ],
)
def test_the_harder_of_two_sentences_has_the_larger_figure(easy: str, hard: str) -> None:
    assert sentence_difficulty(easy) < sentence_difficulty(hard)


def test_words_are_ranked_by_how_hard_they_are() -> None:
    found = hard_words("The nurse checks for arrhythmia and sore skin; arrhythmia is treated with anticoagulants.")
    assert {word.text for word in found} == {"arrhythmia", "anticoagulants"}
    assert [word.difficulty for word in found] == sorted((word.difficulty for word in found), reverse=True)


def test_a_hard_word_is_where_it_says() -> None:
    text = "Ask about “nephropathy” (nephropathy is damage to the kidneys)."
    (found,) = [word for word in hard_words(text) if word.text == "nephropathy"]
    assert text[found.start : found.end] == "nephropathy"
    assert found.start == text.index("nephropathy")


@pytest.mark.parametrize("figure", ["5", "2.5", "5mg", "8am", "1990s", "10^9/L", "3rd"])
def test_figures_are_not_hard_words(figure: str) -> None:
    assert word_features(figure) is None
    assert word_difficulty(figure) == 0.0


@pytest.mark.parametrize("common", ["NOT", "water", "mg", "Take", "doctor's", "well-being", "children"])
def test_everyday_words_units_and_warnings_in_capitals_are_not_hard(common: str) -> None:
    assert word_difficulty(common) < HARD


@pytest.mark.parametrize("name", ["MRI", "HbA1c", "mRNA", "COVID-19"])
def test_initialisms_are_known_as_such(name: str) -> None:
    features = word_features(name)
    assert features is not None
    assert features.is_initialism


def test_the_difficulty_of_a_text_weighs_its_sentences_by_their_words() -> None:
    short, long = "Rest.", "Percutaneous nephrolithotomy necessitates general anaesthesia and prophylactic antibiotics."
    words = (1, len(long.split()))
    each = (sentence_difficulty(short), sentence_difficulty(long))
    mean = (each[0] * words[0] + each[1] * words[1]) / sum(words)
    assert score_text(f"{short}\n{long}")[0]["difficulty"] == pytest.approx(mean)


def test_only_english_has_a_difficulty() -> None:
    assert "difficulty" not in score_text("Tome una tableta cada día con agua.", "es")[0]
    assert "difficulty" not in score_text("")[0]


def test_a_model_is_its_terms() -> None:
    linear = Linear(1.0, (Term("words", 0.5, cap=4.0), Term("rare", 2.0)), 0.0, 5.0)
    assert linear({"words": 3.0, "rare": 0.25}) == 1.0 + 1.5 + 0.5
    assert linear({"words": 9.0, "rare": 0.25}) == 1.0 + 2.0 + 0.5
    assert linear({"words": 9.0, "rare": 9.0}) == 5.0


@pytest.mark.parametrize("name", ["sentence", "word"])
def test_no_weight_is_negative_and_the_provenance_is_stored(name: str) -> None:
    assert all(term.weight > 0 for term in model(name).terms)
    row = tomllib.loads(files("pipeline.score").joinpath("data/difficulty_en.toml").read_text("utf-8"))[name]
    assert "train part" in row["fitted_on"]
    assert 0.7 < row["r"] < 1.0


@given(WORDS)
def test_a_difficulty_is_on_its_scale(words: list[str]) -> None:
    assert 1.0 <= difficulty_of(words) <= 6.0
    assert all(value >= 0.0 for value in sentence_features(words).values())


@given(st.text(max_size=200))
def test_any_text_has_a_difficulty_and_its_hard_words_stand_in_it(text: str) -> None:
    assert 1.0 <= sentence_difficulty(text) <= 6.0
    assert all(text[word.start : word.end] == word.text for word in hard_words(text))


@pytest.mark.parametrize(
    "texts", [[], [""], ["Rest."], ["Rest. Drink.", "Take the anticoagulant\nat 8."], ["Γειά σου κόσμε μου."]]
)
def test_the_difficulty_of_texts_together_is_that_of_all_their_lines(texts: list[str]) -> None:
    assert text_difficulty(texts) == score_text("\n\n".join(texts))[0].get("difficulty", 0.0)
