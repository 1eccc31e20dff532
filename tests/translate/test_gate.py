"""Drafts that must not stand."""

from __future__ import annotations

import pytest

from pipeline.translate.engine import Draft
from pipeline.translate.gate import _repetition, judge


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Take 5 mg of this medicine twice a day.", "Toma 50 mg de esta medicina dos veces al día."),
        ("Do not take this medicine with alcohol.", "Toma esta medicina con alcohol."),
        ("Keep this medicine away from children and animals.", "Mantén esta medicina."),
        ("Your nurse will clean the wound.", "Tu enfermera limpiará limpiará limpiará la herida."),
        ("Your nurse will clean the wound.", "Tu enfermera (risa) (risa) (risa) (risa) limpiará la herida."),
        ("Your nurse will clean the wound.", "Your nurse will clean the wound."),
        ("Your nurse will clean the wound.", "Your enfermera will clean the wound."),
        ("Your nurse will clean the wound.", "Su enfermera limpiará la herida con Fluxetron."),
        ("Wash your hands with soap, drink a lot of water and get enough sleep.", "Lávese las manos con jabón."),
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
        (
            "Ages 5 to 17 years, 18 to 64 years, and 65 years are asked.",
            "Se pregunta a las edades de 5 a 17 años, 18 a 64 años y 65 años.",
        ),
    ],
)
def test_stands(source: str, target: str) -> None:
    assert judge(source, Draft(target), "es").reasons == ()


def test_a_loop_in_a_language_without_blanks() -> None:
    assert _repetition("Your nurse will clean the wound.", "您的护士会清洁清洁清洁伤口。", "zh")
    assert not _repetition("Wash the wound well.", "伤口清洗要好好清洗，https://www.example.org。", "zh")
