"""What holds for every check of doses and of numbers. Their cases: fixtures/dose.toml and fixtures/numbers.toml."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import catalogue
from tests.check.writing import Case, firing, found, silent, table, words

GROUPS = ("dose", "numbers")
EXAMPLE = re.compile(r"\b(Before|After)(?:, in the (us|nhs) profile)?: \"([^\"]+)\"")


def group(code: str) -> str:
    return code.partition(".")[0]


@pytest.mark.parametrize(
    "case", [case for name in GROUPS for case in firing(name)], ids=lambda case: f"{case[0]} {case[1]} {case[2]}"
)
def test_what_is_found_where_and_what_to_write(case: Case) -> None:
    code, how, text, part, write = case
    finding, *more = [f for f in found(text, how, group(code)) if f.code == code]
    assert words(text, finding) == part
    assert write in finding.hint
    assert finding.hint.startswith("Write ")
    assert [f for f in more if words(text, f) != part] == []


@pytest.mark.parametrize(
    "case", [case for name in GROUPS for case in silent(name)], ids=lambda case: f"{case[0]} {case[1]} {case[2]}"
)
def test_what_nothing_is_said_of(case: tuple[str, str, str]) -> None:
    code, how, text = case
    assert [words(text, f) for f in found(text, how, group(code)) if f.code == code] == []


@pytest.mark.parametrize("code", [code for code, entry in catalogue().items() if entry.group in GROUPS])
def test_every_code_has_cases_that_fire_and_cases_that_do_not(code: str) -> None:
    ways = table(group(code))[code].values()
    assert sum(len(rows["fires"]) for rows in ways) >= 3
    assert sum(len(rows["silent"]) for rows in ways) >= 5


def examples() -> list[tuple[str, str, list[str], str]]:
    """Code, "Before" or "After", the profiles it is for, and the text, of the examples on the explain pages."""
    return [
        (entry.code, match[1], [match[2]] if match[2] else ["us", "nhs"], match[3])
        for entry in catalogue().values()
        if entry.group in GROUPS
        for match in EXAMPLE.finditer(" ".join(entry.explain.split()))
        if "…" not in match[3]
    ]


@pytest.mark.parametrize(("code", "place", "profiles", "text"), examples())
def test_the_example_shows_what_the_page_says(code: str, place: str, profiles: list[str], text: str) -> None:
    fires = [code in {f.code for f in found(text, how, group(code))} for how in profiles]
    assert any(fires) is (place == "Before")


@pytest.mark.parametrize("name", GROUPS)
@pytest.mark.parametrize("how", ["us", "nhs"])
@given(text=st.text(alphabet="0123456789.,/-–<>@&+ %:mgLUuµcdqhDCQIabt()\n½", max_size=120))
def test_any_text_is_checked_without_failing(how: str, name: str, text: str) -> None:
    assert all(f.hint.startswith("Write ") for f in found(text, how, name))


@pytest.mark.parametrize("name", GROUPS)
@pytest.mark.parametrize(
    "piece", ["1", "1.", "1,", ".5 ", "1 ", "q", "<", "1/", "1 in ", "10-", "a1", "12:", "%", "½", "5 mg"]
)
def test_a_huge_sentence_does_not_hang(piece: str, name: str) -> None:
    assert len(found(piece * 20_000, "nhs", name)) <= 5_000
