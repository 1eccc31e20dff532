"""How sure SMOG is of a short text."""

from __future__ import annotations

from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Document
from pipeline.score import formulas, run
from pipeline.score.formulas.english import smog, smog_margin
from tests.score.documents import document, paragraph, section

REGRESSION = 1.96 * 1.5159


def made() -> Document:
    return document(
        section("One", paragraph("Your operation is in the afternoon.", "Rest well.")), section("Only a heading")
    )


def test_worked_out_by_hand() -> None:
    # Counts 0, 4, 0, 4: mean 2, variance 16 / 3; slope 1.043 x 5.4772 / (2 x 1.4142); error of the mean 1.1547
    slope = 1.0430 * sqrt(30) / (2 * sqrt(2))
    sampling = slope * sqrt(16 / 3 / 4)
    assert isclose(smog_margin(4, 8, 32), 1.96 * sqrt(sampling**2 + 1.5159**2))
    assert round(smog_margin(4, 8, 32), 2) == 5.45


def test_the_slope_is_that_of_the_formula() -> None:
    # 8 and 8.001 polysyllables in 4 sentences
    slope = (3.1291 + 1.0430 * sqrt(8.001 * 30 / 4) - smog(4, 8)) / (0.001 / 4)
    sampling = sqrt((smog_margin(4, 8, 32) / 1.96) ** 2 - 1.5159**2)
    assert isclose(sampling, slope * sqrt(16 / 3 / 4), rel_tol=1e-3)


def test_counts_that_happen_to_be_alike_are_not_taken_for_certainty() -> None:
    assert isclose(smog_margin(2, 4, 8), 1.96 * sqrt((1.0430 * sqrt(30) / (2 * sqrt(2))) ** 2 * 2 / 2 + 1.5159**2))
    assert smog_margin(1, 2, 4) > smog_margin(2, 4, 8)


def test_without_a_polysyllable_the_rule_of_three() -> None:
    assert isclose(smog_margin(30, 0, 0), sqrt((1.0430 * sqrt(3)) ** 2 + REGRESSION**2))


@given(st.lists(st.integers(0, 12), min_size=1, max_size=60))
def test_never_surer_than_the_regression_and_surer_with_more_of_the_same(counts: list[int]) -> None:
    squares = sum(count**2 for count in counts)
    once = smog_margin(len(counts), sum(counts), squares)
    often = smog_margin(50 * len(counts), 50 * sum(counts), 50 * squares)
    assert REGRESSION < often < once


@given(st.lists(st.integers(0, 12), min_size=30, max_size=60))
def test_thirty_ordinary_sentences_are_within_six_grades(counts: list[int]) -> None:
    squares = sum(count**2 for count in counts)
    assert smog_margin(len(counts), sum(counts), squares) < 6


def test_a_document_and_its_sections_carry_the_margin() -> None:
    scored = run(made())
    assert set(scored.margins) == {"smog"}
    assert scored.sections[0].margins == scored.margins
    assert scored.sections[1].margins == {}
    assert scored.margins["smog"] == pytest.approx(smog_margin(2, 2, 4))


def test_other_languages_have_none() -> None:
    from pipeline.score.tally import sentence

    assert formulas.margins(sentence("La operación es por la tarde.", "es"), "es") == {}
