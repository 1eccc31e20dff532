"""Set phrases in every language: no phrase without a translation, no number lost."""

from __future__ import annotations

import pytest

from pipeline.translate import phrases
from pipeline.translate.phrases import CLOSE, OPEN, put

LANGUAGES = ("es", "fr", "pt", "it", "ca", "gl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_has_its_words(language: str) -> None:
    assert all(row[language] for row in phrases._data()["phrase"])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("three times a day for two days", "⟦tres vegades al dia⟧ ⟦durant dos dies⟧"),
        ("twice a day", "⟦dues vegades al dia⟧"),
        ("every 4-6 hours", "⟦cada 4 a 6 hores⟧"),
        ("on March 3, 2026", "⟦el 3 de març de 2026⟧"),
        ("12 tablets a day.", "12 tablets ⟦al dia⟧."),
        ("once in a day", "once ⟦en un dia⟧"),
        ("it takes a day to heal", "it takes a day to heal"),
    ],
)
def test_catalan(sentence: str, expected: str) -> None:
    assert put(sentence, "ca") == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_stay(language: str) -> None:
    text = put("Take 2 every 4 to 6 hours for 10 days, below 25 °C, at 8 am, under 12 years, on 3 May 2026.", language)
    for digits in ("2", "4", "6", "10", "25", "8", "12", "3", "2026"):
        assert digits in text
    assert text.count(OPEN) == text.count(CLOSE) == 6


@pytest.mark.parametrize("sentence", ["Call us if any of these happen:", "Call us if one of the following occurs."])
def test_what_may_happen_is_said_as_a_whole(sentence: str) -> None:
    assert put(sentence, "es").startswith("Call us ⟦si le ocurre algo de lo siguiente⟧")
    assert put("Call us if any of these happen again.", "es") == "Call us if any of these happen again."
