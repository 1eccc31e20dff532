from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import catalogue
from tests.check.writing import Case, firing, found, lines, silent, table, words

GROUP = "numbers"


@pytest.mark.parametrize("case", firing("numbers"), ids=lambda case: f"{case[0]} {case[1]} {case[2]}")
def test_what_is_found_where_and_what_to_write(case: Case) -> None:
    code, how, text, part, write = case
    finding, *more = [f for f in found(text, how, GROUP) if f.code == code]
    assert words(text, finding) == part
    assert write in finding.hint
    assert finding.hint.startswith("Write ")
    assert [f for f in more if words(text, f) != part] == []


@pytest.mark.parametrize("case", silent("numbers"), ids=lambda case: f"{case[0]} {case[1]} {case[2]}")
def test_what_nothing_is_said_of(case: tuple[str, str, str]) -> None:
    code, how, text = case
    assert [words(text, f) for f in found(text, how, GROUP) if f.code == code] == []


@pytest.mark.parametrize("code", [code for code, entry in catalogue().items() if entry.group == "numbers"])
def test_every_code_has_cases_that_fire_and_cases_that_do_not(code: str) -> None:
    ways = table("numbers")[code].values()
    assert sum(len(rows["fires"]) for rows in ways) >= 3
    assert sum(len(rows["silent"]) for rows in ways) >= 5


@pytest.mark.parametrize("how", ["us", "nhs"])
@given(text=st.text(alphabet="0123456789.,/-–<>@&+ %:mgLUuµcdqhDCQIabt()\n½", max_size=120))
def test_any_text_is_checked_without_failing(how: str, text: str) -> None:
    assert all(f.hint.startswith("Write ") for f in found(text, how, GROUP))


@pytest.mark.parametrize(
    "piece", ["1", "1.", "1,", ".5 ", "1 ", "q", "<", "1/", "1 in ", "10-", "a1", "12:", "%", "½", "5 mg"]
)
def test_a_huge_sentence_does_not_hang(piece: str) -> None:
    assert len(found(piece * 20_000, "nhs", GROUP)) <= 5_000


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
    ],
)
def test_one_text_under_both_profiles(text: str, us: list[str], nhs: list[str]) -> None:
    assert [f.code for f in found(text, "us", GROUP)] == us
    assert [f.code for f in found(text, "nhs", GROUP)] == nhs


@pytest.mark.parametrize(("text", "codes"), lines())
def test_lines_as_hospitals_write_them(text: str, codes: list[str]) -> None:
    assert sorted(f.code for group in ("dose", "numbers") for f in found(text, "us", group)) == codes
