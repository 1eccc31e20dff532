from __future__ import annotations

from math import isclose
from pathlib import Path

import pytest

from pipeline.score import formulas, score_text, textstat_peer
from pipeline.score.tally import Tally, sentence


def test_flesch_and_flesch_kincaid_of_a_known_sentence() -> None:
    # "The cat sat on the mat.": 6 words, 6 syllables: 206.835 - 6.09 - 84.6 and 2.34 + 11.8 - 15.59
    assert isclose(formulas.flesch(6, 1, 6), 116.145)
    assert isclose(formulas.fkgl(6, 1, 6), -1.45)


def test_smog_of_thirty_sentences() -> None:
    # 30 sentences with 36 long words: 3.1291 + 1.043 * 6; McLaughlin's rule of thumb says 3 + 6
    assert isclose(formulas.smog(30, 36), 9.3871)
    assert isclose(formulas.smog(10, 12), formulas.smog(30, 36))
    assert formulas.smog(5, 0) == 3.1291


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (formulas.fernandez_huerta(100, 10, 200), 206.84 - 0.60 * 200 - 1.02 * 10),
        (formulas.kandel_moles(100, 10, 150), 207 - 10.15 - 110.4),
        (formulas.gulpease(100, 5, 500), 54.0),  # 89 + (1500 - 5000) / 100
        (formulas.gulpease(2, 2, 4), 100.0),
        (formulas.gulpease(10, 1, 300), 0.0),
        (formulas.flesch_pt(100, 10, 220), 248.835 - 10.15 - 186.12),
        (formulas.lix(100, 5, 25), 45.0),  # 20 words a sentence and 25 % long ones
    ],
)
def test_hand_computed(value: float, expected: float) -> None:
    assert isclose(value, expected)


def test_portuguese_flesch_is_flesch_moved_by_42() -> None:
    assert isclose(formulas.flesch_pt(90, 9, 180) - formulas.flesch(90, 9, 180), 42)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", {"fkgl", "smog", "flesch"}),
        ("en-GB", {"fkgl", "smog", "flesch"}),
        ("es", {"fernandez_huerta"}),
        ("fr", {"kandel_moles"}),
        ("it", {"gulpease"}),
        ("pt-BR", {"flesch_pt"}),
        ("ca", {"lix"}),
        ("gl", {"lix"}),
        ("ar", set()),
        ("de", set()),
    ],
)
def test_a_formula_is_only_for_its_language(language: str, names: set[str]) -> None:
    assert set(formulas.scores(Tally(10, 2, 15, 1, 40, 2), language)) == names


@pytest.mark.parametrize("language", ["en", "es", "fr", "it", "pt", "ca", "gl", "de"])
def test_no_sentence_no_score(language: str) -> None:
    assert formulas.scores(Tally(), language) == {}
    assert formulas.scores(sentence("* * *", language), language) == {}


CLEAN = (
    "The nurse will check your blood. She will ask you how you feel. You may have some pain in your arm. "
    "Tell the doctor about it today. Drink a glass of water with every tablet. The hospital will send you a letter. "
    "Your family can visit you in the afternoon. Bring the medicine with you to the appointment."
)


def test_parity_with_textstat_on_clean_text(tmp_path: Path) -> None:
    textstat_peer.prepare(tmp_path)
    theirs = textstat_peer.scores(CLEAN)
    ours, counted = score_text(CLEAN)
    assert counted.sentences == 8
    for name, value in theirs.items():
        assert isclose(ours[name], value, abs_tol=1e-9), name


def test_textstat_goes_wrong_where_decimals_and_short_forms_stand(tmp_path: Path) -> None:
    textstat_peer.prepare(tmp_path)
    text = "Dr. Smith asks you to take 2.5 mg of furosemide, e.g. with breakfast, at 8 a.m. each day."
    ours, counted = score_text(text)
    assert counted.sentences == 1
    assert ours["fkgl"] > textstat_peer.scores(text)["fkgl"] + 3
