"""Interface words: whole in every language, and true translations rather than copies."""

import re
from dataclasses import fields

import pytest

from pipeline.errors import UsageError
from pipeline.settings import LANGUAGES as TARGETS
from pipeline.wording import LANGUAGES, Wording, _table, key, wording

TEXTS = [field.name for field in fields(Wording) if field.name not in {"languages", "tag", "name", "direction"}]
OTHERS = [language for language in LANGUAGES if language != "en"]
SAME_IN = {"speed_normal", "contrast"}  # "Normal" is the word in several languages


def test_there_is_wording_for_every_language_that_is_made() -> None:
    assert set(_table()) == set(LANGUAGES) == {"en", *TARGETS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_and_tidy(language: str) -> None:
    words = wording(language)
    for name in TEXTS:
        text = getattr(words, name)
        assert text
        assert text == " ".join(text.split()), name
        assert "{language}" not in text, name
        assert not set('"\\') & set(text), name
    assert words.direction in {"ltr", "rtl"}
    assert set(words.languages) == set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_words_in_braces_are_the_same_as_in_english(language: str) -> None:
    for name in TEXTS:
        english, other = (re.findall(r"\{[a-z]+\}", str(_table()[one][name])) for one in ("en", language))
        assert sorted(english) == sorted(other), name


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_was_left_in_english(language: str) -> None:
    english, other = wording("en"), wording(language)
    assert not {name for name in TEXTS if getattr(english, name) == getattr(other, name)} - SAME_IN


@pytest.mark.parametrize("language", OTHERS)
def test_a_draft_says_that_it_is_a_machines_unreviewed_and_what_to_do(language: str) -> None:
    words = wording(language)
    notice = words.draft_notice
    assert words.languages["en"] in notice
    assert len(re.findall(r"[.:]\s|\.$", notice)) >= 4
    assert notice.count(".") >= 3


def test_notices_name_the_language_translated_from() -> None:
    assert wording("fr").refused_notice.endswith("en anglais.")
    assert wording("fr", "es").refused_notice.endswith("en espagnol.")
    assert wording("pt", "pt-BR").refused_mark == "Em português"


def test_a_tag_finds_its_language() -> None:
    assert wording("pt-BR") is not None
    assert wording("pt").tag == "pt-BR"
    assert key("ES_mx") == "es"


@pytest.mark.parametrize("language", ["", "xx", "english", "../en"])
def test_an_unknown_language_is_named(language: str) -> None:
    with pytest.raises(UsageError, match="no wording for the language"):
        wording(language)
