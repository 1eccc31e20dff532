"""Title case to sentence case, names kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.translate.headings import names, sentence_case

KEEP = names(["It was found by Maria Lopez in June.", "The blood test is short."])


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("When to Call Your Doctor", "When to call your doctor"),
        ("MRI-Guided Surgery for Precision Treatment", "MRI-guided surgery for precision treatment"),
        ("The Test Maria Lopez Found", "The test Maria Lopez found"),
        ("Vitamin D and Your Strong Bones", "Vitamin D and your strong bones"),
        ("Open Every Monday From Noon", "Open every Monday from noon"),
        ("When to call your doctor", "When to call your doctor"),
        ("Take two Tablets", "Take two Tablets"),
        ("ASK YOUR DOCTOR", "ASK YOUR DOCTOR"),
    ],
)
def test_heading(heading: str, expected: str) -> None:
    assert sentence_case(heading, KEEP) == expected


@given(st.text(max_size=60))
def test_nothing_but_case_changes(text: str) -> None:
    changed = sentence_case(text, frozenset())
    assert changed.casefold() == text.casefold()
