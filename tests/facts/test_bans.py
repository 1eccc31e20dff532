"""A ban of a text of several sentences is held against its own sentence."""

from __future__ import annotations

import pytest

from pipeline.facts import compare
from pipeline.findings import Severity

SOURCE = "Low rates can be the result of habits rather than a lack of soap. Do not drive."


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        (
            "es",
            "Las tasas bajas pueden ser el resultado de hábitos y no de la falta de jabón. No conduzca.",
            "Las tasas bajas pueden ser el resultado de hábitos y no de la falta de jabón. Conduzca.",
        ),
        (
            "fr",
            "Les taux faibles peuvent être le résultat d’habitudes et non d’un manque de savon. Ne conduisez pas.",
            "Les taux faibles peuvent être le résultat d’habitudes et non d’un manque de savon. Conduisez.",
        ),
        (
            "pt",
            "As taxas baixas podem ser o resultado de hábitos e não da falta de sabão. Não dirija.",
            "As taxas baixas podem ser o resultado de hábitos e não da falta de sabão. Dirija.",
        ),
    ],
)
def test_another_sentences_negation_does_not_stand_for_a_ban(language: str, right: str, wrong: str) -> None:
    assert compare(SOURCE, right, "en", language) == ()
    assert any(v.severity is Severity.ERROR and v.kind == "negation" for v in compare(SOURCE, wrong, "en", language))


def test_a_ban_said_with_another_word_stands() -> None:
    assert compare("Rest well. Do not drive.", "Descanse bien. Evite conducir.", "en", "es") == ()
