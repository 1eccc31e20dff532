"""Terms of the glossary that a translation should hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.glossary import terms
from pipeline.translate import expected_terms
from pipeline.translate.expected_terms import absent, expected


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("Change the bandage once a day.", "Cambie la venda una vez al día.", ("bandage: vendaje",)),
        ("Change the bandage once a day.", "Cambie el vendaje una vez al día.", ()),
        ("Change the bandages.", "Cambie los VENDAJES.", ()),
        ("Call your doctor.", "Llame a sus médicos.", ()),
        ("It is low blood sugar.", "Es azúcar en la sangre.", ("low blood sugar: azúcar bajo en la sangre",)),
        ("Read this.", "Lea esto.", ()),
    ],
)  # fmt: skip
def test_spanish(source: str, target: str, missing: tuple[str, ...]) -> None:
    assert absent(source, target, "es") == missing


def test_a_verb_written_like_the_noun_is_no_term() -> None:
    assert [term.english for term in expected("You should cough into your elbow.", "es")] == ["cough", "elbow"]
    assert absent("You should cough into your elbow.", "Debe toser en el codo.", "es") == ()
    assert absent("Call us about your cough.", "Llámenos por su gripe.", "es") == ("cough: tos",)
    assert absent("Finish all the antibiotic: Call 911.", "Llame al 911.", "es") == ("antibiotic: antibiótico",)


def test_the_longest_term_holds() -> None:
    assert [t.english for t in expected("You may have an allergic reaction.", "es")] == ["allergic reaction"]


def test_a_language_without_a_glossary_expects_nothing() -> None:
    assert expected("Change the bandage.", "xx") == ()
    assert absent("Change the bandage.", "…", "xx") == ()
    assert expected_terms.fingerprint("xx") == ""
    assert expected_terms.fingerprint("es") != expected_terms.fingerprint("fr")


def test_words_that_are_joined_or_have_no_blanks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for language, word in (("zh", '["药片"]'), ("ar", '["ضمادة", "f"]'), ("de", '["Blutzucker", "m"]')):
        noun = {"zh": "tablet", "ar": "bandage", "de": '"blood sugar"'}[language]
        (tmp_path / f"terms-{language}.toml").write_text(f"[noun]\n{noun} = {word}\n", "utf-8")
    (tmp_path / "terms-en.toml").write_text("plural_only = []\n[plural]\n", "utf-8")
    monkeypatch.setattr(terms, "own_folder", lambda: tmp_path)
    for cached in (terms.table, expected_terms._terms, expected):
        cached.cache_clear()
    try:
        assert absent("Take two tablets.", "服用两片药片。", "zh") == ()
        assert absent("Take two tablets.", "服用两粒。", "zh") == ("tablets: 药片",)
        assert absent("Change the bandage.", "غيّر الضمادة.", "ar") == ()
        assert absent("Check your blood sugar.", "Prüfen Sie Ihre Blutzuckerwerte.", "de") == ()
        assert absent("Check your blood sugar.", "Prüfen Sie Ihren Zucker.", "de") == ("blood sugar: Blutzucker",)
    finally:
        for cached in (terms.table, expected_terms._terms, expected):
            cached.cache_clear()
