"""Shorthand of prescriptions: written out by one table, which the gate knows too."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import facts
from pipeline.facts.shorthand import find, spelled_out

CASES = tomllib.loads((Path(__file__).parent / "shorthand.toml").read_text("utf-8"))
ROWS = tomllib.loads(files("pipeline.facts").joinpath("data/shorthand.toml").read_text("utf-8"))
CHECKED = tomllib.loads(files("pipeline.check").joinpath("data/dose.toml").read_text("utf-8"))["shorthand"]

PIECES = [
    "Take",
    "1",
    "2",
    "tablet",
    "mL",
    "BID",
    "q4h",
    "PRN",
    "pain",
    "Hold",
    "insulin",
    "NPO",
    ".",
    ",",
    "and",
    "b.i.d.",
]


@pytest.mark.parametrize(("text", "expected"), CASES["written_out"])
def test_what_is_written_out(text: str, expected: str) -> None:
    assert spelled_out(text) == expected
    assert facts.compare(text, expected) == ()


@pytest.mark.parametrize("text", CASES["left"])
def test_what_is_left(text: str) -> None:
    assert spelled_out(text) == text


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Take 1 tablet BID.", "Take 1 tablet 3 times a day."),
        ("Take 1 tablet q4h.", "Take 1 tablet every 6 hours."),
        ("Take 1 tab q.o.d.", "Take 1 tablet every day."),
        ("Take 5 mL x 7 days.", "Take 5 mL for 10 days."),
        ("Hold your metformin.", "Take your metformin."),
        ("NPO after midnight.", "Eat or drink after midnight."),
    ],
)
def test_the_gate_still_sees_what_is_wrong(text: str, wrong: str) -> None:
    assert facts.compare(text, wrong)
    assert facts.compare(wrong, text)


@given(st.lists(st.sampled_from(PIECES)))
def test_written_out_once_is_written_out(words: list[str]) -> None:
    once = spelled_out(" ".join(words))
    assert spelled_out(once) == once
    assert [one.start for one in find(once)] == []


def test_what_is_written_out_is_what_the_checks_advise() -> None:
    advised = {form: row["write"] for row in CHECKED for form in row["forms"]}
    for row in ROWS["shorthand"]:
        if isinstance(row["plain"], str) and not (row.get("opens") or row.get("anywhere")):
            for form in row["forms"]:
                assert advised.get(form, row["plain"]) == row["plain"], form


@pytest.mark.parametrize("piece", ["1 tablet ", "BID ", "q4", "Hold your ", "a.c.", "x 7 "])
def test_a_huge_text_does_not_hang(piece: str) -> None:
    spelled_out(piece * 5_000)
