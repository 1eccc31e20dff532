"""English through the real Apertium: instructions stay instructions, what is protected arrives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.translate import apertium, available
from pipeline.translate.apertium import Apertium

LANGUAGES = ("es", "fr", "pt", "it", "ca", "gl")


def texts(language: str, sentences: Sequence[str], names: Sequence[str] = ()) -> list[str]:
    drafts = Apertium(language, names).translate(sentences)
    return ["" if draft is None else draft.text for draft in drafts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_installed(language: str) -> None:
    assert available(language, ("memory", "apertium")) == ("apertium",)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", "No tomes más de 8 pastillas en 24 horas."),
        ("ca", "No prenguis més de 8 pastilles en 24 hores."),
        ("gl", "Non tomes máis de 8 pastillas en 24 horas."),
        ("pt", "Não tome mais de 8 pílulas em 24 horas."),
        ("it", "Non prendere più di 8 pastiglie in 24 ore."),
        ("fr", "Ne prends pas plus de 8 pilules en 24 heures."),
    ],
)
def test_a_prohibition(language: str, expected: str) -> None:
    assert texts(language, ["Do not take more than 8 tablets in 24 hours."]) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Take 500 mg of paracetamol every 6 hours.", "Toma 500 mg de paracetamol cada 6 horas."),
        ("Take one 500 mg tablet every 4 to 6 hours.", "Toma una pastilla de 500 mg cada 4 a 6 horas."),
        ("Give your child 5 mL three times a day.", "Da 5 mL a tu niño tres veces al día."),
        ("Call 911 right away if you have chest pain.", "Llama al 911 de inmediato si tienes dolor torácico."),
        ("If you miss a dose, do not take two doses.", "Si pierdes una dosis, no tomes dos dosis."),
        ("You must not drink alcohol with this medicine.", "No debes beber alcohol con esta medicina."),
        ("You do not have to stop.", "No tienes que parar."),
        ("Do not stop taking this medicine.", "No dejes de tomar esta medicina."),
        ("Your visit is on 14 March 2025 at 10:30.", "Tu visita es el 14 de marzo de 2025 a las 10:30."),
        ("Do you have questions?", "¿Tienes preguntas?"),
        ("Do not take it if you have ever had a reaction to it.", "No lo tomes si has tenido una reacción a él."),
        ("The pill may not help.", "La píldora puede no ayudar."),
        ("Take it with food and drink a glass of water.", "Tómalo con comida y bebe un vaso de agua."),
        ("Do not drive and do not drink alcohol.", "No conduzcas y no bebas alcohol."),
        ("Keep it out of the reach of children.", "Mantenlo fuera del alcance de los niños."),
        ("No more than 1,250.5 mg or 12,000 units.", "No más de 1250,5 mg o 12000 unidades."),
    ],
)
def test_what_patients_are_told(sentence: str, expected: str) -> None:
    assert texts("es", [sentence]) == [expected]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Use of alcohol is a risk.", "usa "),  # a noun, no instruction
        ("Rest is good for you.", "descansa"),
        ("Drinks with sugar are a risk.", "bebe "),
    ],
)
def test_a_noun_is_no_instruction(sentence: str, word: str) -> None:
    assert not texts("es", [sentence])[0].lower().startswith(word)


@pytest.mark.parametrize(
    "sentence",
    [
        "You may not drive for 24 hours.",  # "puede no": may leave it
        "Do not chew and swallow the tablet.",  # does "not" hold for "swallow"?
        "It hardly ever helps.",  # "ever" becomes "never"
    ],
)
def test_what_the_engine_turns_round_is_left_to_another(sentence: str) -> None:
    assert Apertium("es").translate([sentence]) == [None]


def test_a_statement_about_people_is_no_prohibition() -> None:
    assert "deb" not in texts("es", ["Some people feel well and do not need treatment."])[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_word_arrives_letter_by_letter(language: str) -> None:
    kept = ["https://www.example.org/a_b?c=1#top", "care.team@example.org", "/output/x7/img_0.jpg", "1-800-555-0199"]
    sentences = [f"Read {text} before your visit." for text in kept]
    for text, translated in zip(kept, texts(language, sentences), strict=True):
        assert text in translated


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_not_to_translate_stay(language: str) -> None:
    (text,) = texts(language, ["Green Field Clinic is open every day."], ("Green Field Clinic",))
    assert "Green Field Clinic" in text


def test_unknown_words_are_counted_and_left_without_marks() -> None:
    (draft,) = Apertium("es").translate(["The frobnicator and 5 mg of MRI water are here."])
    assert draft is not None
    assert draft.unknown == ("frobnicator",)
    assert not set("*#@") & set(draft.text)


def test_signs_of_the_stream_format_are_harmless() -> None:
    odd = [r"Water [a] {b} <c> ^d$ e/f g\h @i * # ⟦j⟧.", "[", "^water$", "\\", "a [b", "]", "*", "..."]
    drafts = Apertium("es").translate([*odd, "the blood"])
    assert len(drafts) == len(odd) + 1
    assert drafts[-1] is not None
    assert drafts[-1].text == "la sangre"


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40), min_size=1, max_size=8))
def test_as_many_drafts_as_sentences_and_the_next_is_sound(sentences: list[str]) -> None:
    engine = Apertium("es")
    drafts = engine.translate([*(" ".join(s.split()) for s in sentences), "the blood"])
    assert len(drafts) == len(sentences) + 1
    assert drafts[-1] is not None
    assert drafts[-1].text == "la sangre"
    assert all(draft is None or "\n" not in draft.text for draft in drafts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_comes_out_the_same_whatever_came_before(language: str) -> None:
    sentences = [
        "but i know that lots of people are on it",
        "The known cases.",
        "Post it.",
        "remit swollen",
        "The blood",
    ]
    engine = Apertium(language)
    forward = engine.translate(sentences)
    apertium.close()
    assert engine.translate(sentences[::-1])[::-1] == forward


def test_every_statistical_tagger_is_warmed_up() -> None:
    modes = {mode for route in apertium.routes().values() for mode in route["modes"]}
    for mode in modes:
        if "apertium-tagger -g " in (apertium.MODES / f"{mode}.mode").read_text("utf-8"):
            assert len(apertium._warm_up(mode).split()) > 50, mode


def test_a_missing_pair_is_named(tmp_path: Path) -> None:
    (tmp_path / "eng-cat.mode").write_text("")
    assert apertium.missing("fr", tmp_path) == ("apertium-fra-cat",)
    assert not apertium.installed("fr", tmp_path)
    assert not apertium.installed("de")


def test_the_fingerprint_follows_what_the_result_depends_on(tmp_path: Path) -> None:
    (tmp_path / "eng-spa.mode").write_text("lt-proc a")
    first = apertium.fingerprint("es", (), tmp_path)
    assert apertium.fingerprint("es", ("Name",), tmp_path) != first
    (tmp_path / "eng-spa.mode").write_text("lt-proc b")
    assert apertium.fingerprint("es", (), tmp_path) != first
