"""Translations read back into English: what is denied there, and what of it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import translate
from pipeline.document import State
from pipeline.errors import EngineFailedError
from pipeline.store import Store
from pipeline.translate import back
from pipeline.translate.echo import EchoTranslator
from tests.translate.documents import document, paragraph

SOURCE = "There is no other medicine for this illness."
WRONG, RIGHT = "Hay ninguna otra medicina para esta enfermedad.", "No hay otra medicina para esta enfermedad."


@pytest.mark.parametrize(("target", "noted"), [(WRONG, 1), (RIGHT, 0)])
def test_what_reads_back_without_its_not_is_noted_and_stands(
    target: str, noted: int, store: Store, memory: Path
) -> None:
    made = translate.run(
        document(paragraph(1, SOURCE)), "es", engines=(EchoTranslator({SOURCE: target}),), memory=memory, store=store
    )
    (segment,) = made.document.sections[0].blocks[0].segments()
    assert (segment.text, segment.state) == (target, State.MACHINE)
    found = [f for f in made.findings if f.code == "translate.read-back"]
    assert [f.where.segment for f in found] == [segment.id] * noted


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Do not take this medicine with alcohol.", "No tome este medicamento con alcohol."),
        ("Never stop the tablets without asking.", "Nunca deje las pastillas sin preguntar."),
        ("Avoid cheese and wine.", "Evite el queso y el vino."),
        ("Drink 2 glasses of water before the scan.", "Beba 2 vasos de agua antes de la prueba."),
    ],
)
def test_faithful_translations_read_back_alike(source: str, target: str, store: Store) -> None:
    assert back.difference(source, back.in_english([target], "es", store)[target]) == ""


def test_the_order_of_the_sentences_changes_nothing(tmp_path: Path) -> None:
    texts = [RIGHT, WRONG, "Tome 5 mg [dos] veces al día.", "La prueba / el análisis dura $20^."]
    first = back.in_english(texts, "es", Store(tmp_path / "a"))
    again = back.in_english(reversed(texts), "es", Store(tmp_path / "b"))
    assert first == again
    assert set(first) == set(texts)


def test_a_text_is_read_back_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = back.in_english([RIGHT], "es", store)
    monkeypatch.setattr(back, "_stream", lambda file: pytest.fail(f"{file.stem} was asked again"))
    assert back.in_english([RIGHT], "es", store) == before


def test_without_a_way_back_nothing_is_said(store: Store) -> None:
    assert back.in_english(["Prenez deux comprimés."], "fr", store) == {}
    assert back.fingerprint("fr") == "none"


def test_a_way_back_that_does_not_run_is_reported(store: Store, memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(file: Path) -> None:
        raise EngineFailedError(f"Apertium cannot run {file.stem}: no program.", "Install it.")

    monkeypatch.setattr(back, "_stream", broken)
    engine = EchoTranslator({SOURCE: RIGHT})
    made = translate.run(document(paragraph(1, SOURCE)), "es", engines=(engine,), memory=memory, store=store)
    assert [f.message for f in made.findings if f.code == "translate.engine-failed"] == [
        "Apertium cannot run spa-eng: no program. Install it."
    ]
    (segment,) = made.document.sections[0].blocks[0].segments()
    assert segment.state is State.MACHINE
