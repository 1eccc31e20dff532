from __future__ import annotations

import pytest

from tests.check.writing import found, lines, table

GROUP = "numbers"


@pytest.mark.parametrize("language", ["de", "nl", "sv"])
def test_a_language_without_words_of_its_own_is_checked_for_what_needs_none(language: str) -> None:
    assert {f.code for f in found("1.0 mg q4h 10 U 03/04/2025 17:30", f"us-{language}", GROUP)} == {"numbers.date"}


@pytest.mark.parametrize(
    "code", ["numbers.date", "numbers.time", "numbers.words", "numbers.range", "numbers.temperature"]
)
def test_rules_that_depend_on_the_profile_have_cases_under_both(code: str) -> None:
    assert {"us", "nhs"} <= table("numbers")[code].keys()


@pytest.mark.parametrize(
    ("text", "us", "nhs"),
    [
        ("Rest for two weeks.", [], ["numbers.words"]),
        ("Rest for 2-4 weeks.", [], ["numbers.range"]),
        ("Take 2-4 tablets.", ["numbers.range"], ["numbers.range"]),
        ("Come at 5:30 p.m.", [], ["numbers.time"]),
        ("Come at 5:30pm.", ["numbers.time"], []),
        ("Come at 17:30.", ["numbers.time"], ["numbers.time"]),
        ("We open 08:00-20:00.", ["numbers.time"] * 2, ["numbers.time"] * 2),
        ("We open 08:00 to 20:00.", ["numbers.time"] * 2, ["numbers.time"] * 2),
    ],
)
def test_one_text_under_both_profiles(text: str, us: list[str], nhs: list[str]) -> None:
    assert [f.code for f in found(text, "us", GROUP)] == us
    assert [f.code for f in found(text, "nhs", GROUP)] == nhs


@pytest.mark.parametrize(("text", "codes"), lines())
def test_lines_as_hospitals_write_them(text: str, codes: list[str]) -> None:
    assert sorted(f.code for group in ("dose", "numbers") for f in found(text, "us", group)) == codes
