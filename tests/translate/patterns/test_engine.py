"""Patterns as an engine of the chain: behind the memory, before the others, a draft like theirs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline import settings, translate
from pipeline.document import State
from pipeline.store import Store
from pipeline.translate.echo import EchoTranslator
from pipeline.translate.engine import Draft
from pipeline.translate.patterns import LANGUAGES, Patterns
from tests.translate.documents import document, paragraph

TABLETS, WATER = "Take 2 tablets every 8 hours.", "The water is cold here."


def test_a_matching_sentence_is_a_machine_draft_and_others_go_on(store: Store, memory: Path) -> None:
    other = EchoTranslator({WATER: "El agua está fría aquí.", "Your medicine": "Su medicamento"})
    source = document(paragraph(1, TABLETS, WATER))
    made = translate.run(source, "es", engines=("patterns", other), memory=memory, store=store)
    first, second = made.document.sections[0].blocks[0].segments()
    assert (first.text, first.state, first.engine) == (
        "Tome 2 tabletas cada 8 horas.",
        State.MACHINE,
        Patterns("es").fingerprint,
    )
    assert (second.text, second.engine) == ("El agua está fría aquí.", "echo/1")
    assert TABLETS not in other.asked


def test_reviewed_words_stand_before_a_pattern(store: Store, memory: Path) -> None:
    memory.mkdir()
    (memory / "es.tmx").write_text(
        f'<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>{TABLETS}</seg></tuv>'
        '<tuv xml:lang="es"><seg>Tome 2 pastillas cada 8 horas.</seg></tuv></tu></body></tmx>',
        "utf-8",
    )
    (line,) = translate.translate_lines([TABLETS], "es", engines=("memory", "patterns"), memory=memory, store=store)
    assert (line.text, line.state) == ("Tome 2 pastillas cada 8 horas.", State.REVIEWED)


def test_patterns_alone_cannot_translate_a_language(store: Store, memory: Path) -> None:
    assert translate.available("es", ("memory", "patterns")) == ()
    source = document(paragraph(1, TABLETS, WATER))
    made = translate.run(source, "es", engines=("memory", "patterns"), memory=memory, store=store)
    first, second = made.document.sections[0].blocks[0].segments()
    assert (first.state, second.state) == (State.MACHINE, State.REFUSED)
    assert [f.code for f in made.findings].count("translate.no-engine") == 1


def test_the_gate_judges_a_pattern_too(store: Store, memory: Path) -> None:
    class Wrong(Patterns):
        def translate(self, sentences: Sequence[str]) -> list[Draft | None]:
            return [Draft("Tome 3 tabletas cada 8 horas.") for _ in sentences]

    (line,) = translate.translate_lines([TABLETS], "es", engines=(Wrong("es"),), memory=memory, store=store)
    assert line.state is State.REFUSED


def test_a_name_that_is_not_to_be_translated_stays_or_there_is_no_draft() -> None:
    kept = Patterns("zh", ("Aspirin",))
    assert kept.translate(["Take aspirin with food."]) == [None]
    assert Patterns("zh").translate(["Take aspirin with food."]) == [Draft("阿司匹林应随餐服用。")]
    assert kept.fingerprint != Patterns("zh").fingerprint
    assert Patterns("fr", ("aspirin",)).translate(["Do not smoke."]) == [Draft("Ne fumez pas.")]


def test_default_order_and_languages(memory: Path) -> None:
    assert settings.Settings().translate.engines[:2] == ("memory", "patterns")
    assert set(LANGUAGES) == {"es", "fr", "pt", "it", "ca", "gl", "de", "ar", "zh", "vi"}
    assert "patterns/1 es" in translate.fingerprint("es", ("patterns",), memory)
    assert "none" in translate.fingerprint("tlh", ("patterns",), memory)
