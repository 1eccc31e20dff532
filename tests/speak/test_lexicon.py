from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.speak import lexicon
from pipeline.speak.lexicon import LANGUAGES, spoken

CASES = [
    pytest.param(language, case["written"], case["spoken"], id=f"{language}: {case['rule']}")
    for language, cases in tomllib.loads((Path(__file__).parent / "fixtures/spoken.toml").read_text("utf-8")).items()
    for case in cases
]


@pytest.mark.parametrize(("language", "written", "expected"), CASES)
def test_what_is_said(language: str, written: str, expected: str) -> None:
    assert spoken(written, language) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lexicon_says_the_same_things(language: str) -> None:
    english, other = lexicon.load("en"), lexicon.load(language)
    assert other.said.keys() == english.said.keys()
    assert other.fractions.keys() == english.fractions.keys()
    assert other.symbols.keys() == english.symbols.keys()
    assert {"mg", "mcg", "µg", "mL", "g", "kg", "mg/dL", "°C", "°F", "h", "min"} <= other.units.keys()


@given(st.text(st.sampled_from("0123456789 .,-–/+()mgLµ%<≥½@:wWnNo'\n*#ñé"), max_size=60), st.sampled_from(LANGUAGES))
def test_no_digit_is_lost_or_moved(text: str, language: str) -> None:
    said = spoken(text, language)
    fractions = re.compile("[½¼¾]|[13]/[234]")
    if not fractions.search(text) and "@" not in text and "http" not in text and "www" not in text.lower():
        assert re.sub(r"\D", "", said) == re.sub(r"\D", "", text)


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_is_one_clean_line(text: str, language: str) -> None:
    said = spoken(text, language)
    assert said == " ".join(said.split())
    assert "\0" not in said


@pytest.mark.parametrize(
    "text", ["1 " * 50_000, "1-" * 50_000, "a" * 100_000, "a." * 50_000, "1" * 100_000, "½" * 50_000]
)
def test_long_and_odd_texts_come_back(text: str) -> None:
    assert spoken(text, "en")


def test_a_language_without_a_lexicon_is_named() -> None:
    with pytest.raises(KeyError, match="tlh"):
        lexicon.load("tlh")
