"""Drafts that must not stand."""

from __future__ import annotations

import pytest

from pipeline.translate.engine import Draft
from pipeline.translate.gate import judge


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Take 5 mg of this medicine twice a day.", "Toma 50 mg de esta medicina dos veces al día."),
        ("Do not take this medicine with alcohol.", "Toma esta medicina con alcohol."),
        ("Keep this medicine away from children and animals.", "Mantén esta medicina."),
        ("Your nurse will clean the wound.", "Tu enfermera limpiará limpiará limpiará la herida."),
        ("Your nurse will clean the wound.", "Tu enfermera (risa) (risa) (risa) (risa) limpiará la herida."),
        ("Your nurse will clean the wound.", "Your nurse will clean the wound."),
    ],
)
def test_refused(source: str, target: str) -> None:
    assert judge(source, Draft(target), "es").reasons


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Take 5 mg of this medicine twice a day.", "Toma 5 mg de esta medicina dos veces al día."),
        ("Do not take this medicine with alcohol.", "No tomes esta medicina con alcohol."),
        (
            "Take one in the morning, one at noon and one at night.",
            "Toma una por la mañana, una al mediodía y una de noche.",
        ),
        ("Rest.", "Descansa."),
        ("Aspirin", "Aspirina"),
    ],
)
def test_stands(source: str, target: str) -> None:
    assert judge(source, Draft(target), "es").reasons == ()
