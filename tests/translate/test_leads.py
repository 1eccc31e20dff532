"""List items that go on with the sentence before the list."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import translate
from pipeline.document import Block, BlockKind, Segment, Unit
from pipeline.store import Store
from tests.translate.documents import document, paragraph

ITEMS = ("take warfarin every day", "drink alcohol", "have liver disease", "a fever that does not stop")


def listed(*items: str) -> Block:
    return Block("b2", BlockKind.LIST, tuple(Unit((Segment(f"i{n}", item),)) for n, item in enumerate(items)))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", ["toma warfarina todos los días", "bebe alcohol", "tiene enfermedad del hígado"]),
        ("pt", ["toma varfarina todos os dias", "bebe álcool", "tem doença do fígado"]),
    ],
)
def test_a_condition_is_never_an_order(language: str, expected: list[str], store: Store, memory: Path) -> None:
    source = document(paragraph(1, "Ask your doctor before you take it if you:"), listed(*ITEMS))
    made = translate.run(source, language, engines=("apertium",), memory=memory, store=store)
    texts = [segment.text for segment in made.document.sections[0].blocks[1].segments()]
    assert texts[:3] == expected
    assert made.document.sections[0].blocks[1].units[0].segments[0].id == "i0"


def test_orders_in_a_list_stay_orders(store: Store, memory: Path) -> None:
    source = document(
        paragraph(1, "For 6 weeks after the operation:"), listed("take warfarin every day", "do not drive")
    )
    made = translate.run(source, "es", engines=("apertium",), memory=memory, store=store)
    texts = [segment.text for segment in made.document.sections[0].blocks[1].segments()]
    assert texts == ["tome warfarina todos los días", "no conduzca"]
