"""What a comparison excuses, and what it never does."""

from __future__ import annotations

import pytest

from pipeline.facts import compare, extract
from pipeline.findings import Severity


def values(text: str, language: str, *kinds: str) -> list[str]:
    return [fact.value for fact in extract(text, language) if fact.kind in kinds and fact.weight > 0]


NUMBERS = ("number", "unit", "dose")


def test_a_lost_not_is_never_excused_by_another_word() -> None:
    source = "Do not take it."
    for language, target in {
        "es": "Tómelo salvo que falte.",
        "fr": "Prenez-le, sauf s’il manque.",
        "pt": "Tome, exceto se faltar.",
        "it": "Lo prenda, tranne se manca.",
    }.items():
        found = [v for v in compare(source, target, "en", language) if v.kind == "negation"]
        assert found, language
    assert compare("It is not safe.", "Es inseguro.", "en", "es")[0].severity == Severity.NEEDS_REVIEW


def test_a_dose_copied_with_its_comma_is_never_silent() -> None:
    for language, level in {"es": "needs-review", "fr": "error", "pt": "error", "it": "error", "ca": "error"}.items():
        (found,) = compare("Take 1,500 mg.", "1,500 mg.", "en", language)
        assert (found.kind, found.severity.value) == ("dose", level)
        assert "1500 mg" in found.message
    assert compare("Take 1.125 mg.", "Tome 1.125 mg.", "en", "es")[0].severity == Severity.ERROR
    assert not compare("Take 1,500 mg.", "Tome 1500 mg.", "en", "es")


def test_a_repeated_modality_is_no_new_one() -> None:
    source = "This could help, making it safer."
    assert not compare(source, "This could help. This could make it safer.")
    assert not compare(source, "This could help. This may make it safer.")
    assert compare(source, "This could help. This must make it safer.")
    assert compare(source, "This helps. This makes it safer.")
    assert compare("It may help and you must rest.", "It must help and you must rest.")


def test_within_one_language_words_must_survive() -> None:
    assert not compare("You cannot drive.", "You can't drive.")
    assert not compare("You have to rest.", "You must rest.")
    assert not compare("It may hurt.", "It might hurt.")
    assert not compare("The drug, which may cause pain, is new.", "The drug may cause pain. The drug is new.")
    assert compare("It may hurt.", "It probably hurts.")
    assert compare("Do not drive.", "Do not drive. Do not drive.")
    assert compare("Take 5 mg.", "Take 5 mg. Take 5 mg.")
    assert compare("You should rest.", "Rest.")


def test_at_least_does_not_stand_for_a_lost_negation() -> None:
    source = "Patients who were not in hospital had at least one illness."
    for language, target in {
        "es": "Los pacientes que estaban en el hospital tenían al menos una enfermedad.",
        "fr": "Les patients qui étaient à l’hôpital avaient au moins une maladie.",
        "pt": "Os pacientes que estavam no hospital tinham pelo menos uma doença.",
        "it": "I pazienti che erano in ospedale avevano almeno una malattia.",
    }.items():
        assert {violation.kind for violation in compare(source, target, "en", language)} == {"negation"}


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Take .5 mg at night.", "Take 5 mg at night.", "en"),
        ("Take .25 mg a day.", "Tome 25 mg al día.", "es"),
        ("Give .5-1 mg.", "Give 5-1 mg.", "en"),
        ("5 mg/.5 mL", "5 mg/5 mL", "en"),
    ],
)
def test_a_decimal_without_its_zero_is_no_whole_number(source: str, target: str, language: str) -> None:
    assert compare(source, target, "en", language)


@pytest.mark.parametrize(
    ("target", "language"),
    [
        ("Take 0.25 mg a day.", "en"),
        ("Take .25 mg a day.", "en"),
        ("Tome 0,25 mg al día.", "es"),
    ],
)
def test_a_decimal_without_its_zero_equals_the_one_with_it(target: str, language: str) -> None:
    assert compare("Take .25 mg a day.", target, "en", language) == ()
