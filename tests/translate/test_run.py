"""A document through the chain of engines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import translate
from pipeline.document import BlockKind, Image, Mark, Segment, State, map_segments
from pipeline.errors import EngineFailedError, UsageError
from pipeline.store import Store
from pipeline.translate import dictionary
from pipeline.translate.echo import EchoTranslator
from pipeline.translate.engine import Draft
from tests.translate.documents import document, paragraph


class Broken(EchoTranslator):
    name = "broken"

    def translate(self, sentences: Sequence[str]) -> list[Draft | None]:
        raise EngineFailedError(f"it broke on {len(sentences)} sentences.", "Mend it.")


def test_reviewed_words_stand_before_the_engine(store: Store, memory: Path) -> None:
    memory.mkdir()
    (memory / "es.tmx").write_text(
        '<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>Take it with food.</seg></tuv>'
        '<tuv xml:lang="es"><seg>Tómelo con alimentos.</seg></tuv></tu></body></tmx>',
        "utf-8",
    )
    source = document(paragraph(1, "Take it with food.", "Drink 2 glasses of water."), heading="With Food and Water")
    made = translate.run(source, "es", engines=("memory", "apertium"), memory=memory, store=store)
    first, second = made.document.sections[0].blocks[0].units[0].segments
    assert (first.text, first.state, first.origin) == ("Tómelo con alimentos.", State.REVIEWED, first.id)
    assert (second.text, second.state) == ("Beba 2 vasos de agua.", State.MACHINE)
    assert second.engine is not None
    assert second.engine.startswith("apertium/")
    assert made.document.language == "es"
    assert [s.id for s in made.document.segments()] == [s.id for s in source.segments()]


def test_a_draft_that_fails_the_gate_goes_to_the_next_engine(store: Store, memory: Path) -> None:
    wrong = EchoTranslator({"Take 5 mg a day.": "Toma 50 mg al día."})
    source = document(paragraph(1, "Take 5 mg a day."))
    made = translate.run(source, "es", engines=(wrong, "apertium"), memory=memory, store=store)
    (segment,) = made.document.sections[0].blocks[0].segments()
    assert segment.text == "Tome 5 mg al día."
    alone = translate.run(source, "es", engines=(wrong,), memory=memory, store=store)
    (segment,) = alone.document.sections[0].blocks[0].segments()
    assert (segment.text, segment.state, segment.language) == ("Take 5 mg a day.", State.REFUSED, "en")
    assert segment.engine is None
    assert [f.where.segment for f in alone.findings if f.code == "translate.refused"] == [segment.id]


def test_no_engine_is_one_clear_finding(store: Store, memory: Path) -> None:
    source = document(paragraph(1, "Take 5 mg a day.", "Rest."))
    made = translate.run(source, "es", engines=("memory",), memory=memory, store=store)
    assert all(segment.state is State.REFUSED for segment in made.document.segments())
    assert [f.code for f in made.findings].count("translate.no-engine") == 1


def test_an_engine_that_breaks_is_reported_and_passed_over(store: Store, memory: Path) -> None:
    source = document(paragraph(1, "The blood is red."))
    made = translate.run(source, "es", engines=(Broken(), "apertium"), memory=memory, store=store)
    assert any(f.code == "translate.engine-failed" for f in made.findings)
    (segment,) = made.document.sections[0].blocks[0].segments()
    assert segment.state is State.MACHINE


def test_each_sentence_is_asked_once_and_then_kept(store: Store, memory: Path) -> None:
    echo = EchoTranslator({"Rest well.": "Descansa bien."})
    source = document(paragraph(1, "Rest well.", "Rest well."), paragraph(2, "Rest well."), title="Rest well.")
    for _ in range(2):
        translate.run(source, "es", engines=(echo,), memory=memory, store=store)
    assert echo.asked == ["Rest well."]


def test_what_is_no_body_text_is_copied(store: Store, memory: Path) -> None:
    source = document(
        paragraph(1, "A photo of a clinic.", kind=BlockKind.DESCRIPTION),
        paragraph(2, "Latest posts", kind=BlockKind.BOILERPLATE),
        paragraph(3, "print(1)", kind=BlockKind.CODE),
    )
    made = translate.run(source, "es", engines=("apertium",), memory=memory, store=store)
    assert made.document.sections[0].blocks == source.sections[0].blocks


def test_alt_text_and_captions_are_translated(store: Store, memory: Path) -> None:
    image = Image("a.png", alt=Segment("i1", "A red heart."), caption=Segment("i2", "The blood."))
    picture = replace(paragraph(1, kind=BlockKind.IMAGE), units=(), image=image)
    decorative = replace(picture, id="b2", image=Image("b.png", alt=Segment("i3", "")))
    made = translate.run(document(picture, decorative), "es", engines=("apertium",), memory=memory, store=store)
    first, second = made.document.sections[0].blocks
    assert first.image is not None
    assert first.image.alt is not None
    assert first.image.caption is not None
    assert (first.image.alt.text, first.image.caption.text) == ("Un corazón rojo.", "La sangre.")
    assert second == decorative


def test_no_link_is_ever_lost(store: Store, memory: Path) -> None:
    text = "Read the leaflet and the letter."
    link, other = Mark("link", 5, 16, "a.html"), Mark("link", 21, 31, "b.html")
    echo = EchoTranslator({text: "Lea el folleto y la carta.", "the leaflet": "una hoja", "the letter": "la carta"})

    def run(*marks: Mark) -> translate.translation.Translation:
        block = paragraph(1, text)
        unit = replace(block.units[0], segments=(replace(block.units[0].segments[0], marks=marks),))
        return translate.run(document(replace(block, units=(unit,))), "es", engines=(echo,), memory=memory, store=store)

    (one,) = run(link).document.sections[0].blocks[0].segments()
    assert one.marks == (replace(link, start=0, end=len(one.text)),)
    (both,) = run(link, other).document.sections[0].blocks[0].segments()
    assert {mark.href for mark in both.marks} == {"a.html", "b.html"}
    assert both.state is State.REFUSED


def test_a_word_left_over_is_for_review_and_never_in_an_instruction(store: Store, memory: Path) -> None:
    source = document(
        paragraph(1, "The old frobnicator is in the big room of the clinic near the new hospital."),
        paragraph(2, "Do not touch the frobnicator in the big room of the clinic near the hospital."),
        paragraph(3, "The nurse at Frobnicator knows it."),
    )
    made = translate.run(source, "es", engines=("apertium",), memory=memory, store=store)
    statement, ban, name = (next(iter(block.segments())) for block in made.document.sections[0].blocks)
    assert (statement.state, ban.state, name.state) == (State.MACHINE, State.REFUSED, State.MACHINE)
    assert [f.where.segment for f in made.findings if f.code == "translate.left-over"] == [statement.id]
    assert [f.where.section for f in made.findings if f.code == "translate.unknown-words"] == ["your-medicine"]


def test_an_unknown_engine_or_language_is_an_error(store: Store, memory: Path) -> None:
    with pytest.raises(UsageError, match="apertium"):
        translate.run(document(), "es", engines=("google",), memory=memory, store=store)
    with pytest.raises(UsageError, match="tlh"):
        translate.run(document(), "tlh", engines=("apertium",), memory=memory, store=store)


def test_a_line_in_is_a_line_out(store: Store, memory: Path) -> None:
    lines = ["The blood is red. Take 5 mg.", "", "  ", "1234", "When to Call Your Doctor", "a\vb", "The blood."]
    made = translate.translate_lines(lines, "es", engines=("apertium",), memory=memory, store=store)
    assert len(made) == len(lines)
    assert [line.text for line in made[:4]] == ["La sangre es roja. Tome 5 mg.", "", "", "1234"]
    assert all("\n" not in line.text for line in made)
    assert made[-1].text == "La sangre."


def test_the_fingerprint_is_cheap_and_follows_the_memory(memory: Path) -> None:
    engines = ("memory", "argos", "apertium")
    before = translate.fingerprint("es", engines, memory)
    assert before == translate.fingerprint("es", engines, memory)
    memory.mkdir()
    (memory / "es.tmx").write_text("<tmx/>", "utf-8")
    assert translate.fingerprint("es", engines, memory) != before
    assert translate.fingerprint("de", engines, memory)


def reviewed(memory: Path, english: str, spanish: str) -> None:
    memory.mkdir()
    (memory / "es.tmx").write_text(
        f'<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>{english}</seg></tuv>'
        f'<tuv xml:lang="es"><seg>{spanish}</seg></tuv></tu></body></tmx>',
        "utf-8",
    )


@pytest.mark.parametrize(
    ("spanish", "is_told"), [("Tome 5 mg al día.", False), ("Tome 50 mg al día.", True), ("No tome 5 mg al día.", True)]
)
def test_reviewed_words_that_differ_are_used_and_reported(
    store: Store, memory: Path, spanish: str, is_told: bool
) -> None:
    reviewed(memory, "Take 5 mg a day.", spanish)
    made = translate.run(
        document(paragraph(1, "Take 5 mg a day.")), "es", engines=("memory",), memory=memory, store=store
    )
    (segment,) = made.document.sections[0].blocks[0].segments()
    assert (segment.text, segment.state) == (spanish, State.REVIEWED)
    assert ("translate.reviewed-differs" in {found.code for found in made.findings}) is is_told


@pytest.mark.parametrize(("part", "is_told"), [("la hoja", True), ("el folleto", False)])
def test_a_mark_that_is_not_found_again_is_reported(store: Store, memory: Path, part: str, is_told: bool) -> None:
    text = "Read the leaflet."
    echo = EchoTranslator({text: "Lea el folleto.", "the leaflet": part})
    block = paragraph(1, text)
    marked = replace(block.units[0].segments[0], marks=(Mark("strong", 5, 16),))
    source = document(replace(block, units=(replace(block.units[0], segments=(marked,)),)))
    made = translate.run(source, "es", engines=(echo,), memory=memory, store=store)
    assert ("translate.mark-moved" in {found.code for found in made.findings}) is is_told


@pytest.mark.parametrize("has_tools", [True, False])
def test_a_draft_without_our_health_words_says_so(
    store: Store, memory: Path, monkeypatch: pytest.MonkeyPatch, has_tools: bool
) -> None:
    monkeypatch.setattr(dictionary, "installed", lambda: has_tools)
    source = document(paragraph(1, "The blood is red."))
    made = translate.run(source, "es", engines=("apertium",), memory=memory, store=store)
    assert ("translate.no-terms" in {found.code for found in made.findings}) is not has_tools


def test_a_sentence_that_is_in_another_language_already_stays(store: Store, memory: Path) -> None:
    source = document(paragraph(1, "Rest.", "Llame al médico."))
    there = map_segments(source, lambda s: replace(s, language="es") if s.text.startswith("Llame") else s)
    for language in ("es", "fr"):
        made = translate.run(there, language, engines=(EchoTranslator({}),), memory=memory, store=store)
        segment = list(made.document.sections[0].blocks[0].segments())[1]
        assert (segment.text, segment.language, segment.state) == ("Llame al médico.", "es", State.SOURCE)
        assert segment.id not in {finding.where.segment for finding in made.findings}
