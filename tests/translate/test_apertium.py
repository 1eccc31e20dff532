"""English through the real Apertium: instructions stay instructions, what is protected arrives."""

from __future__ import annotations

import re
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
        ("es", "No tome más de 8 tabletas en 24 horas."),
        ("ca", "No prengueu més de 8 comprimits en 24 hores."),
        ("gl", "Non tome máis de 8 comprimidos en 24 horas."),
        ("pt", "Não tome mais de 8 comprimidos em 24 horas."),
        ("it", "Non prendete più di 8 compresse in 24 ore."),
        ("fr", "Ne prenez pas plus de 8 comprimés en 24 heures."),
    ],
)
def test_a_prohibition(language: str, expected: str) -> None:
    assert texts(language, ["Do not take more than 8 tablets in 24 hours."]) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Take 500 mg of paracetamol every 6 hours.", "Tome 500 mg de paracetamol cada 6 horas."),
        ("Take one 500 mg tablet every 4 to 6 hours.", "Tome una tableta de 500 mg cada 4 a 6 horas."),
        ("Give your child 5 mL three times a day.", "Dé 5 mL a su niño tres veces al día."),
        ("Call 911 right away if you have chest pain.", "Llame al 911 de inmediato si tiene dolor en el pecho."),
        ("If you miss a dose, do not take two doses.", "Si olvida una dosis, no tome dos dosis."),
        ("You must not drink alcohol with this medicine.", "No debe beber alcohol con este medicamento."),
        ("You do not have to stop.", "No tiene que parar."),
        ("Do not stop taking this medicine.", "No deje de tomar este medicamento."),
        ("Your visit is on 14 March 2025 at 10:30.", "Su visita es el 14 de marzo de 2025 a las 10:30."),
        ("Do you have questions?", "¿Tiene preguntas?"),
        ("Do not take it if you have ever had a reaction to it.", "No lo tome si ha tenido una reacción a él."),
        ("The pill may not help.", "La pastilla puede no ayudar."),
        ("Take it with food and drink a glass of water.", "Tómelo con comida y beba un vaso de agua."),
        ("Do not drive and do not drink alcohol.", "No conduzca y no beba alcohol."),
        ("Do not chew or crush the tablet.", "No debe masticar o triturar la tableta."),
        ("Do not bend, lift or twist.", "No debe doblar, levantar o torcer."),
        ("Stop taking the pills and call your doctor.", "Deje de tomar las pastillas y llame a su médico."),
        (
            "You may shower with the dressing on, but do not soak the wound.",
            "Puede tomar una ducha con el vendaje, pero no remoje la herida.",
        ),
        ("Tell us if you are pregnant or have a rash.", "Díganos si está embarazada o tiene un sarpullido."),
        ("Rub lotion on dry skin.", "Frote loción en piel seca."),
        ("your child cries and cannot be comforted", "su niño llora y no puede ser consolado"),
        ("Bring this sheet with you.", "Traiga esta hoja con usted."),
        ("Your visit is on Tuesday, March 9.", "Su visita es el martes, 9 de marzo."),
        ("Your blood thinners help.", "Sus anticoagulantes ayudan."),
        ("Keep it out of the reach of children.", "Manténgalo fuera del alcance de los niños."),
        ("No more than 1,250.5 mg or 12,000 units.", "No más de 1250,5 mg o 12000 unidades."),
    ],
)
def test_what_patients_are_told(sentence: str, expected: str) -> None:
    assert texts("es", [sentence]) == [expected]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Use of alcohol is a risk.", "use "),  # a noun, no instruction
        ("Rest is good for you.", "descanse"),
        ("Drinks with sugar are a risk.", "beba "),
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
        "Do not drink alcohol or smoke.",  # is "smoke" forbidden too?
        "Do not bundle a child.",  # the engine has no verb for it: no order comes out
    ],
)
def test_what_the_engine_turns_round_is_left_to_another(sentence: str) -> None:
    assert Apertium("es").translate([sentence]) == [None]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", "Si está enfermo, llame a su médico."),
        ("ca", "Si esteu malalt, truqueu al vostre metge."),
        ("gl", "Se está enfermo, chame ao seu médico."),
        ("pt", "Se está doente, chame a seu médico."),
        ("it", "Se siete malato, telefonate al vostro medico."),
        ("fr", "Si vous êtes malade, appelez votre médecin."),
    ],
)
def test_one_form_of_address(language: str, expected: str) -> None:
    assert texts(language, ["If you are sick, call your doctor."]) == [expected]


FAMILIAR = {
    "es": r"\b(?:tú|tu|tus|te|ti|contigo|tienes|debes|puedes|estás|eres|tomas|vuestr\w+)\b",
    "ca": r"\b(?:tu|teu|teva|teus|teves|tens|ets|pots|has)\b",
    "gl": r"\b(?:ti|teu|túa|teus|túas|tes|podes|debes)\b",
    "pt": r"\b(?:tu|teu|tua|teus|tuas|tens|podes|deves)\b",
    "it": r"\b(?:tu|ti|tuo|tua|tuoi|tue|hai|puoi|devi|sei)\b",
    "fr": r"\b(?:tu|te|ton|ta|tes|toi)\b",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_never_a_familiar_form(language: str) -> None:
    sentences = [
        "Take your tablet when you wake.",
        "You can drink water if you are thirsty.",
        "You should tell your nurse that you have a cough.",
        "Do not stop your medicine, and ask us if you have questions.",
        "The medicine helps you to sleep, and it is for you alone.",
        "You must wash your hands before you touch your wound.",
        "We will call you when your test is ready.",
    ]
    for text in texts(language, sentences):
        assert text
        assert not re.search(FAMILIAR[language], text, re.IGNORECASE), text


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
