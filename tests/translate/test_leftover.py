"""Words that an engine left as they were."""

from __future__ import annotations

import pytest

from pipeline.translate import leftover


@pytest.mark.parametrize(
    ("source", "unknown", "left"),
    [
        ("Use the walker at Qzx.", ("walker",), ("walker",)),
        ("Ask at Green Field for a walker.", ("Green", "Field", "walker"), ("walker",)),
        ("The MRI and the CT are near.", ("MRI", "CT"), ()),
        ("Docusate 100 mg: take 1 capsule.", ("Docusate",), ()),
        ("Take ibuprofen.", ("ibuprofen",), ()),
        ("It is 5 kg.", ("kg",), ()),
        ("Blisters hurt.", ("Blisters",), ("Blisters",)),  # a capital for the sentence, not for a name
    ],
)
def test_names_and_drugs_are_no_gap(source: str, unknown: tuple[str, ...], left: tuple[str, ...]) -> None:
    assert leftover.words(source, unknown) == left


@pytest.mark.parametrize(
    ("source", "instructs"),
    [
        ("Use the walker.", True),
        ("The walker is not stable.", True),
        ("Take the calf pads off at night.", True),
        ("The walker holds 5 mg.", True),
        ("Go to the emergency room with your walker.", True),
        ("If you have blisters, rest.", True),
        ("The walker is made of metal.", False),
        ("Many people like their walker.", False),
    ],
)
def test_what_tells_the_reader_what_to_do(source: str, instructs: bool) -> None:
    assert leftover.is_instruction(source) is instructs


def test_one_word_in_a_long_statement_may_stand() -> None:
    source = "The walker of this old clinic is made of light metal and of plastic."
    target = "El walker de esta clínica vieja está hecho de metal ligero y de plástico."
    assert leftover.reason(source, target, ("walker",)) == ""
    assert "walker" in leftover.reason("The walker is made of metal.", "El walker es de metal.", ("walker",))
    assert "calf" in leftover.reason(source, target, ("walker", "calf"))
    assert "walker" in leftover.reason("Use the walker.", target, ("walker",))
