"""Double negations: told by one closed table, which the gate knows too, and nothing else excuses a lost "not"."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from pipeline import facts
from pipeline.facts.double_negation import find, told

ROWS = tomllib.loads(files("pipeline.facts").joinpath("data/double_negation.toml").read_text("utf-8"))["pair"]

SAME = [
    ("Side effects are not uncommon.", "Side effects are fairly common."),
    ("This isn’t an uncommon problem.", "This is a fairly common problem."),
    ("It is not unusual for people to cry.", "It is fairly common for people to cry."),
    ("The test is not without risks.", "The test has some risks."),
    ("Do not fail to take your tablets.", "Be sure to take your tablets."),
    ("You should not forget to eat.", "You should remember to eat."),
    ("If in doubt, do not hesitate to call.", "If in doubt, please call."),
]

DIFFERENT = [
    ("Side effects are not uncommon.", "Side effects are uncommon."),
    ("Side effects are not uncommon.", "Side effects are common."),
    ("Side effects are not uncommon and do not last.", "Side effects are fairly common and last."),
    ("It is not uncommon. It is not safe.", "It is fairly common. It is safe."),
    ("It is not uncommon. It is not uncommon in men.", "It is fairly common. It is uncommon in men."),
    ("It is not uncommon or dangerous.", "It is fairly common or dangerous."),
    ("The test is not without risks.", "The test is without risks."),
    ("The test is not without risks.", "The test has no risks."),
    ("Do not fail to take your tablets.", "Do not take your tablets."),
    ("Do not fail to take your tablets.", "Fail to take your tablets."),
    ("Do not forget to eat or miss a dose.", "Remember to eat or miss a dose."),
    ("Do not take your tablets.", "Be sure to take your tablets."),
    ("The tablets are not safe.", "The tablets are fairly common."),
]

LEFT = [
    "A heart attack cannot be excluded.",
    "Do not stop the tablets without talking to your doctor first.",
    "Her weight was not unusual for her age.",
    "The finding is not insignificant.",
    "It is rare but not uncommon in men.",
    "It is not uncommon at all.",
    "Most people do not forget to take it.",
    "The plan is not without risk factors.",
    "It is uncommon.",
]


@pytest.mark.parametrize(("denied", "plain"), SAME)
def test_both_ways_of_saying_it_are_the_same(denied: str, plain: str) -> None:
    assert told(denied) == plain
    assert facts.compare(denied, plain) == ()
    assert facts.compare(plain, denied) == ()


@pytest.mark.parametrize(("text", "wrong"), DIFFERENT)
def test_the_gate_still_sees_a_lost_not(text: str, wrong: str) -> None:
    assert facts.compare(text, wrong)
    assert facts.compare(wrong, text)


@pytest.mark.parametrize("text", LEFT)
def test_what_is_left(text: str) -> None:
    assert told(text) == text


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["denied"]))
def test_every_row_is_found_and_told_without_its_not(row: dict[str, object]) -> None:
    denied, then = str(row["denied"]), row.get("then")
    before = "You " if denied.startswith(("should", "must")) else "" if row.get("order") else "It is "
    text = f"{before}{denied} {then[0] if isinstance(then, list) else 'then'}."
    if denied.split()[0] in {"is", "are", "it"}:
        text = text.removeprefix("It is ")
    assert len(find(text)) == 1
    assert "not" not in told(text).split()
    assert told(told(text)) == told(text)


@pytest.mark.parametrize("piece", ["not uncommon ", "do not forget to ", "is not without ", "not "])
def test_a_huge_text_does_not_hang(piece: str) -> None:
    told(piece * 5_000)
