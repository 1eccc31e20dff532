"""Drafts that are too long or too short, by language."""

from __future__ import annotations

import pytest

from pipeline.translate import length

LONG = "Wash your hands with soap, drink a lot of water and get enough sleep."


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        (LONG, "Lávese las manos con jabón.", "es"),  # two of three orders lost
        (LONG, "用肥皂洗手。", "zh"),
        ("Rest.", "Descanse en la cama y no se levante hasta que su médico le diga que puede hacerlo.", "es"),
        ("Keep this medicine away from children and animals.", "Mantenga esto.", "es"),
        ("Your nurse will clean the wound.", "您的护士" * 20, "zh"),
    ],
)
def test_wrong(source: str, target: str, language: str) -> None:
    assert "letters" in length.reason(source, target, language)


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        (LONG, "Lávese las manos con jabón, beba mucha agua y duerma lo suficiente.", "es"),
        (LONG, "用肥皂洗手，多喝水，保证充足的睡眠。", "zh"),
        (LONG, "اغسل يديك بالصابون واشرب الكثير من الماء ونم بشكل كافٍ.", "ar"),
        (LONG, "Rửa tay bằng xà phòng, uống nhiều nước và ngủ đủ giấc.", "vi"),
        (LONG, "Waschen Sie die Hände mit Seife, trinken Sie viel Wasser und schlafen Sie genug.", "de"),
        ("Rest.", "Descanse.", "es"),
        ("", "", "es"),
    ],
)
def test_right(source: str, target: str, language: str) -> None:
    assert length.reason(source, target, language) == ""
