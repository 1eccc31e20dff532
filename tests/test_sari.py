"""SARI by hand: counts that can be checked with a pencil."""

from __future__ import annotations

import pytest

from benchmarks.sari import Sari, sari, tokens


@pytest.mark.parametrize(
    ("source", "output", "references", "expected"),
    [
        # Every n-gram as the one writer has it; there is no 3-gram to keep and no 4-gram at all.
        ("a b c", "a b d", [["a b d"]], Sari(66.667, 75.0, 50.0, 75.0)),
        # A copy adds and deletes nothing; it keeps 2 of the writer's 2 words, doing 3: F1 0.8, then (a b) of 2: 2/3.
        ("a b c", "a b c", [["a b d"]], Sari(12.222, 0.0, 36.667, 0.0)),
        # Two writers: c is kept by one of them, so half of its deletion is right: 1 of 2 done, 1 wanted.
        ("c", "", [["c"], ["x"]], Sari(5.556, 0.0, 0.0, 16.667)),
        # What no writer added is worth nothing, however much it is.
        ("a", "a x y z", [["a"]], Sari(8.333, 0.0, 25.0, 0.0)),
    ],
)
def test_counted_by_hand(source: str, output: str, references: list[list[str]], expected: Sari) -> None:
    assert sari([source], [output], references) == expected


def test_counts_are_summed_over_sentences_before_they_are_weighed() -> None:
    both = sari(["a", "a b"], ["a", "c d"], [["a", "c d"]])
    assert both.add == pytest.approx(100 * (1 + 1) / 4)
    assert both.delete == pytest.approx(100 * (1 + 1) / 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take 2.5 mg, not 3.", "take 2.5 mg , not 3 ."),
        ("(an X-ray)", "( an x-ray )"),
        ("3-day", "3 - day"),
        ("1,000 people", "1,000 people"),
    ],
)
def test_tokens_are_those_of_mteval_13a(text: str, expected: str) -> None:
    assert tokens(text) == expected.split()
