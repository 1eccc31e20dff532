"""Every formula on counts worked out by hand, or published by its author; which language has which; bands."""

from __future__ import annotations

from dataclasses import replace
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.score import formulas
from pipeline.score.formulas import (
    english,
    french_portuguese,
    germanic,
    italian,
    long_words,
    spanish,
    word_lists,
)
from pipeline.score.tally import Tally, sentence

DOCS = Path(__file__).parents[2] / "docs" / "formulas.md"
TALLY = Tally(
    words=100,
    sentences=8,
    syllables=160,
    polysyllables=12,
    letters=480,
    long_words=20,
    monosyllables=60,
    polysyllables_squared=24,
    complex_words=10,
    unfamiliar=15,
    unfamiliar_once=9,
    difficulty=330.0,
    sample_words=40,
    sample_roots=frozenset({"stent", "lumen"}),
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # "The cat sat on the mat.": 6 words, 6 syllables: 2.34 + 11.8 - 15.59 and 206.835 - 6.09 - 84.6
        (english.fkgl(6, 1, 6), -1.45),
        (english.flesch(6, 1, 6), 116.145),
        # McLaughlin's 30 sentences with 36 long words: 3.1291 + 1.043 x 6; his rule of thumb says 3 + 6
        (english.smog(30, 36), 9.3871),
        (english.smog(10, 12), 9.3871),
        (english.smog(5, 0), 3.1291),
        (english.gunning_fog(100, 8, 10), 9.0),  # 0.4 (12.5 + 10)
        (english.coleman_liau(100, 5, 500), 12.12),  # 29.4 - 1.48 - 15.8
        (english.ari(100, 5, 500), 12.12),  # 23.55 + 10 - 21.43
        (word_lists.dale_chall(100, 5, 15), 6.997),  # 2.3685 + 0.992 + 3.6365
        (word_lists.dale_chall(100, 5, 4), 5.2601),  # 0.6316 + 0.992 + 3.6365: the constant under 5 %, too
        (word_lists.spache(100, 10, 10), 2.689),  # 1.21 + 0.82 + 0.659
        (spanish.fernandez_huerta(100, 10, 200), 76.64),  # 206.84 - 120 - 10.2
        (spanish.szigriszt_pazos(100, 10, 200), 72.235),  # 206.835 - 124.6 - 10
        (italian.gulpease(100, 5, 500), 54.0),  # 89 + (1500 - 5000) / 100
        (italian.gulpease(2, 2, 4), 100.0),
        (italian.gulpease(10, 1, 300), 0.0),
        (italian.flesch_vacca(100, 5, 200), 71.0),  # 217 - 26 - 120
        (french_portuguese.kandel_moles(100, 10, 150), 86.45),  # 207 - 10.15 - 110.4
        (french_portuguese.flesch_pt(100, 10, 220), 52.565),  # 248.835 - 10.15 - 186.12
        (germanic.amstad(100, 10, 180), 64.7),  # 180 - 10 - 105.3
        (germanic.wiener_1(TALLY), 4.169),  # 2.322 + 2.09 + 2.594 - 1.962 - 0.875
        (germanic.wiener_2(TALLY), 4.4779),  # 2.4084 + 2.1025 + 2.746 - 2.779
        (germanic.wiener_3(TALLY), 4.82245),  # 3.5556 + 2.38125 - 1.1144
        (germanic.wiener_4(TALLY), 4.9198),  # 3.2928 + 3.32 - 1.693
        (germanic.flesch_douma(100, 10, 160), 74.335),  # 206.835 - 9.3 - 123.2
        (long_words.lix(100, 5, 25), 45.0),  # 20 + 25
        (long_words.rix(5, 25), 5.0),
    ],
)
def test_worked_out_by_hand(value: float, expected: float) -> None:
    assert isclose(value, expected, abs_tol=1e-9)


def test_fleschs_own_table_of_typical_texts() -> None:
    # Syllables in 100 words and words in a sentence of his seven styles, each in the middle of its band
    table = {
        "very easy": (123, 8),
        "easy": (131, 11),
        "fairly easy": (139, 14),
        "standard": (147, 17),
        "fairly difficult": (155, 21),
        "difficult": (167, 25),
        "very difficult": (192, 29),
    }
    for style, (syllables, words) in table.items():
        assert formulas.band("flesch", english.flesch(100 * words, 100, syllables * words)) == style


def test_coleman_liau_of_a_published_example() -> None:
    # 537 letters and 4.20 sentences in 100 words are grade 14.5
    assert round(english.coleman_liau(119, 5, 639), 1) == 14.5


def test_a_tally_feeds_every_formula_with_the_right_counts() -> None:
    expected = {
        "fkgl": english.fkgl(100, 8, 160),
        "smog": english.smog(8, 12),
        "flesch": english.flesch(100, 8, 160),
        "gunning_fog": english.gunning_fog(100, 8, 10),
        "coleman_liau": english.coleman_liau(100, 8, 480),
        "ari": english.ari(100, 8, 480),
        "dale_chall": word_lists.dale_chall(100, 8, 15),
        "spache": word_lists.spache(100, 8, 11),
        "lix": long_words.lix(100, 8, 20),
        "rix": long_words.rix(8, 20),
    }
    made = formulas.scores(TALLY, "en")
    assert {name: made[name] for name in expected} == expected
    assert formulas.scores(TALLY, "it") == {
        "gulpease": italian.gulpease(100, 8, 480),
        "flesch_vacca": italian.flesch_vacca(100, 8, 160),
        "lix": long_words.lix(100, 8, 20),
        "rix": long_words.rix(8, 20),
    }
    for language, name, value in (
        ("es", "fernandez_huerta", spanish.fernandez_huerta(100, 8, 160)),
        ("es", "szigriszt_pazos", spanish.szigriszt_pazos(100, 8, 160)),
        ("fr", "kandel_moles", french_portuguese.kandel_moles(100, 8, 160)),
        ("pt", "flesch_pt", french_portuguese.flesch_pt(100, 8, 160)),
        ("de", "amstad", germanic.amstad(100, 8, 160)),
        ("de", "wiener_1", germanic.wiener_1(TALLY)),
        ("de", "wiener_4", germanic.wiener_4(TALLY)),
        ("nl", "flesch_douma", germanic.flesch_douma(100, 8, 160)),
    ):
        assert formulas.scores(TALLY, language)[name] == value


def test_portuguese_flesch_is_flesch_moved_by_42() -> None:
    assert isclose(french_portuguese.flesch_pt(90, 9, 180) - english.flesch(90, 9, 180), 42)


LONG = {"lix", "rix"}
ENGLISH = {"fkgl", "smog", "flesch", "gunning_fog", "coleman_liau", "ari", "dale_chall", "spache", "difficulty"}
OWN = {
    "en": ENGLISH,
    "es": {"fernandez_huerta", "szigriszt_pazos"},
    "fr": {"kandel_moles"},
    "it": {"gulpease", "flesch_vacca"},
    "pt": {"flesch_pt"},
    "de": {"amstad", "wiener_1", "wiener_2", "wiener_3", "wiener_4"},
    "nl": {"flesch_douma"},
}


@pytest.mark.parametrize(
    ("language", "names"),
    [
        *((language, names | LONG) for language, names in OWN.items()),
        ("en-GB", ENGLISH | LONG),
        ("pt-BR", {"flesch_pt"} | LONG),
        ("EN-us", ENGLISH | LONG),
        *((language, LONG) for language in ("sv", "da", "nb", "nn", "fi", "ca", "gl", "ru", "sr-Latn", "pl")),
        *((language, set()) for language in ("zh", "zh-Latn", "ja", "th", "ar", "he", "fa", "ur", "hi", "vi", "ko")),
        *((language, set()) for language in ("", "und", "xx", "en-Dsrt", "tr-Arab")),
    ],
)
def test_a_formula_is_only_for_its_language(language: str, names: set[str]) -> None:
    assert set(formulas.scores(TALLY, language)) == names


@given(st.from_regex(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", fullmatch=True))
def test_no_language_gets_the_formulas_of_another(language: str) -> None:
    root = language.partition("-")[0]
    assert set(formulas.scores(TALLY, language)) <= OWN.get(root, set()) | LONG
    assert set(formulas.margins(TALLY, language)) <= set(formulas.scores(TALLY, language))
    assert {formula.name for formula in formulas.main(language)} <= set(formulas.scores(TALLY, language))


@pytest.mark.parametrize("language", [*OWN, "sv", "ca", "zh"])
def test_no_sentence_no_score(language: str) -> None:
    assert formulas.scores(Tally(), language) == {}
    assert formulas.scores(sentence("* * *", language), language) == {}
    assert formulas.margins(Tally(), language) == {}


@pytest.mark.parametrize("name", formulas.FORMULAS)
def test_what_makes_a_text_harder_moves_a_figure_the_way_it_says(name: str) -> None:
    formula = formulas.FORMULAS[name]
    harder = Tally(
        words=100,
        sentences=4,
        syllables=200,
        polysyllables=24,
        letters=600,
        long_words=35,
        monosyllables=40,
        complex_words=20,
        unfamiliar=30,
        unfamiliar_once=25,
        difficulty=450.0,
    )
    assert (formula.value(harder) > formula.value(TALLY)) == (formula.harder == "higher")


def test_every_formula_is_reached_by_some_language_and_is_in_the_documentation() -> None:
    reached = {name for language in (*OWN, "sv") for name in formulas.scores(TALLY, language)}
    assert reached == set(formulas.FORMULAS)
    text = DOCS.read_text("utf-8")
    for formula in formulas.FORMULAS.values():
        assert f"`{formula.name}`" in text, formula.name
        assert str(formula.year) in text, formula.name


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("szigriszt_pazos", 39.99, "muy difícil"),
        ("szigriszt_pazos", 40, "algo difícil"),
        ("szigriszt_pazos", 55, "normal"),
        ("szigriszt_pazos", 65, "bastante fácil"),
        ("szigriszt_pazos", 80, "bastante fácil"),
        ("szigriszt_pazos", 80.01, "muy fácil"),
        ("fernandez_huerta", 65, "normal"),
        ("lix", 29.9, "very easy"),
        ("lix", 61, "very difficult"),
        ("rix", 7.2, "college"),
        ("rix", 0.1, "grade 1"),
        ("dale_chall", 4.9, "grade 4 and below"),
        ("dale_chall", 10.2, "grade 16 and above (college graduate)"),
        ("gulpease", 59, "difficile con la licenza media"),
        ("fkgl", 8.0, ""),
    ],
)
def test_bands(name: str, value: float, expected: str) -> None:
    assert formulas.band(name, value) == expected


def test_bands_rise_and_have_no_end() -> None:
    for formula in formulas.FORMULAS.values():
        borders = [band.below for band in formula.bands]
        assert borders == sorted(set(borders))
        assert not borders or borders[-1] == float("inf")


def test_an_unknown_formula_has_no_band() -> None:
    with pytest.raises(KeyError):
        formulas.band("no_such_formula", 1.0)


def test_spache_counts_the_open_sample_too() -> None:
    less = replace(TALLY, sample_roots=frozenset())
    assert isclose(formulas.scores(TALLY, "en")["spache"] - formulas.scores(less, "en")["spache"], 0.164)
