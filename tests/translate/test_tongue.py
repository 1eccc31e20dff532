"""The language a draft is in."""

from __future__ import annotations

import pytest

from pipeline.translate import tongue

ENGLISH = "Take the medicine with food and drink a full glass of water every morning before you go out."
TEXTS = {
    "es": "Tome el medicamento con comida y beba un vaso lleno de agua todas las mañanas antes de salir.",
    "fr": "Prenez le médicament avec de la nourriture et buvez un grand verre d’eau tous les matins avant de sortir.",
    "pt": "Tome o remédio com comida e beba um copo cheio de água todas as manhãs antes de sair de casa.",
    "it": "Prendete la medicina con il cibo e bevete un bicchiere pieno di acqua ogni mattina prima di uscire.",
    "ca": "Preneu el medicament amb menjar i beveu un got ple d’aigua cada matí abans de sortir de casa.",
    "gl": "Tome o medicamento con comida e beba un vaso cheo de auga todas as mañás antes de saír da casa.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_in_its_own_language_may_stand(language: str) -> None:
    assert tongue.reason(TEXTS[language], language) == ""


@pytest.mark.parametrize("language", TEXTS)
def test_english_may_not(language: str) -> None:
    assert tongue.reason(ENGLISH, language) == "a part of it is English"


@pytest.mark.parametrize("language", TEXTS)
def test_half_a_sentence_in_english_may_not(language: str) -> None:
    own = TEXTS[language].split()
    mixed = " ".join(own[: len(own) // 2] + ENGLISH.split()[6:])
    assert tongue.reason(mixed, language) == "a part of it is English"


@pytest.mark.parametrize(("language", "other"), [("es", "fr"), ("fr", "es"), ("pt", "fr"), ("it", "fr"), ("fr", "it")])
def test_a_third_language_may_not(language: str, other: str) -> None:
    assert tongue.reason(TEXTS[other], language)


def test_a_name_in_english_may_stand() -> None:
    text = "El informe de los Centers for Disease Control and Prevention dice que el virus se propaga por el aire."
    assert tongue.reason(text, "es") == ""


def test_a_language_without_a_list_is_not_judged() -> None:
    assert tongue.reason(ENGLISH, "oc") == ""


def test_another_script() -> None:
    assert tongue.reason("Принимайте лекарство каждое утро.", "es") == "it is written in another script"
