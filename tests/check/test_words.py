from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.words.explained import explains
from pipeline.check.words.initialisms import initialisms
from pipeline.check.words.spelled_out import is_spelled_out
from pipeline.check.words.transparent import is_transparent
from pipeline.findings import catalogue
from tests.check.cases import cases, findings, pointed_at, text_of

CASES = cases("words")


@pytest.mark.parametrize("case", CASES, ids=[f"{case['code']}: {case['title']}" for case in CASES])
def test_what_is_said_of_words(case: dict[str, Any]) -> None:
    text = text_of(case)
    found = [f for f in findings(text) if f.code == f"words.{case['code']}"]
    assert [pointed_at(f, text) for f in found] == case["expect"]


@pytest.mark.parametrize("code", [code for code in catalogue() if code.startswith("words.")])
def test_each_code_has_cases_that_fire_and_cases_that_do_not(code: str) -> None:
    own = [case for case in CASES if f"words.{case['code']}" == code]
    assert sum(bool(case["expect"]) for case in own) >= 3
    assert sum(not case["expect"] for case in own) >= 5


def test_a_hard_word_is_one_finding_not_several() -> None:
    text = "You may need a stent, a cardiologist, an ECG and an analgesic prior to it. It can lead to atelectasis."
    places = [(f.where.line, f.where.column) for f in findings(text) if f.code.startswith("words.")]
    assert len(places) == len(set(places)) == 6


def test_the_hint_gives_the_words_of_the_glossary() -> None:
    hints = {f.code: f.hint for f in findings("A stent was utilized. Your BMI is high.") if f.code.startswith("words.")}
    assert "A stent is" in hints["words.undefined-term"]
    assert "“use”" in hints["words.plainer"]
    assert "body mass index (BMI)" in hints["words.undefined-initialism"]


def test_a_late_explanation_is_named_with_its_line() -> None:
    text = "Your BMI is taken.\n\nThe body mass index (BMI) tells how weight and height fit."
    (found,) = [f for f in findings(text) if f.code == "words.undefined-initialism"]
    assert "(line 3)" in found.message


def test_no_more_than_five_hard_words_a_section() -> None:
    rare = ["tracheomalacia", "parotid", "odontogenic", "choroidal", "thermogenic", "hepatobiliary", "lysosomal"]
    text = " ".join(f"They looked at the {word}." for word in rare)
    assert len([f for f in findings(text) if f.code == "words.hard"]) == 5


@pytest.mark.parametrize("language", ["es", "fr", "de"])
def test_words_of_another_language_are_left_alone(language: str) -> None:
    text = "Su médico pedirá un ECG y una biopsia; utilize stent atelectasis prior to it."
    assert [f for f in findings(text, language=language) if f.code.startswith("words.")] == []


@pytest.mark.parametrize(
    "text",
    [
        "a test called a *biopsy*",
        "a biopsy (a test of tissue)",
        "a test of tissue (biopsy)",
        "a test of tissue (also called a biopsy)",
        "a biopsy, or test of tissue, is done",
        "a biopsy, also called a tissue test,",
        "biopsies are tests; a biopsy means a test",
        "biopsy: a test of tissue",
        "biopsy – a test of tissue",
        "Also called biopsy.",
        "a biopsy that helps the doctor",
        "a test of tissue, biopsy, is done",
        "a biopsy (BX) means a test of tissue",
        "a biopsy is a common test that shows what it is",
    ],
)
def test_what_explains_a_word(text: str) -> None:
    start = text.rindex("biopsy")
    assert explains(text, start, start + len("biopsy"))


@pytest.mark.parametrize(
    "text",
    [
        "a biopsy (see page 3)",
        "a biopsy (12 of 40)",
        "conditions (such as biopsy, scan)",
        "the biopsy is on Monday",
        "a scan, a biopsy and rest",
        "after the biopsy, the nurse will call",
        "a biopsy is an emergency",
        "a biopsy is a big problem",
        "a biopsy is the most common reason",
        "a scan, biopsy, tests and rest",
    ],
)
def test_what_does_not(text: str) -> None:
    start = text.index("biopsy")
    assert not explains(text, start, start + len("biopsy"))


@pytest.mark.parametrize("following", ["This is a test.", "It is called that.", "They are used to look inside."])
def test_the_next_sentence_may_explain(following: str) -> None:
    assert explains("You need a biopsy.", 11, 17, following)
    assert not explains("You need a biopsy.", 11, 17, "This is on Monday.")


def test_a_word_of_common_parts_is_transparent() -> None:
    assert all(
        map(is_transparent, ["reoccurring", "acceptably", "hospitalisation", "washout", "sleepiness", "purplish"])
    )
    assert not any(map(is_transparent, ["thermogenic", "venous", "atelectasis", "pituitary", "sputum"]))


def test_no_shorthand_of_doses_is_an_initialism_to_write_out() -> None:
    rows = tomllib.loads(files("pipeline.check").joinpath("data/dose.toml").read_text("utf-8"))
    for row in (*rows["unit"], *rows["shorthand"]):
        for form in row["forms"]:
            assert [f.letters for f in initialisms(f"Take 5 mg {form} and rest.")] == []


def test_letters_with_another_meaning_in_doses_are_never_kept() -> None:
    (found,) = [f for f in findings("You have MS.") if f.code == "words.undefined-initialism"]
    assert "(MS)" not in found.hint
    assert "morphine" in found.hint


@pytest.mark.parametrize(
    ("letters", "text", "expected"),
    [
        ("MMR", "measles, mumps, and rubella", True),
        ("ADL", "activities of daily living", True),
        ("BP", "before and past", False),
        ("CT", "computed tomography", False),
        ("MMR", "measles and rubella", False),
        ("ABC", "ABC and also", False),
    ],
)
def test_what_spells_out_letters(letters: str, text: str, expected: bool) -> None:
    assert is_spelled_out(letters, (text,)) is expected


@given(st.text(max_size=300))
def test_any_text_can_be_looked_through(text: str) -> None:
    for found in initialisms(text):
        assert text[found.start : found.end] == found.letters
        assert any(c.isupper() for c in found.letters)
        is_spelled_out(found.letters, (text,))
    explains(text, 0, len(text) // 2, text)


@pytest.mark.parametrize("piece", ["A", "AB ", "(", "a, ", "A.", "-", "’s", "is a ", "Ab ", "called ", " "])
def test_a_huge_text_does_not_hang(piece: str) -> None:
    text = piece * 50_000
    assert all(found.start < found.end for found in initialisms(text))
    explains(text, 0, 1)
