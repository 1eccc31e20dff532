"""Parameters: numbers, plural forms, times and series, as each language writes them."""

from __future__ import annotations

import pytest

from pipeline.translate.patterns import LANGUAGES, Patterns, plurals
from pipeline.translate.patterns.data import load
from pipeline.translate.patterns.kinds import table

KINDS = table(load())


@pytest.mark.parametrize(
    ("kind", "value", "language", "text"),
    [
        ("amount", "one tablet", "es", "una tableta"),  # never "once", which is eleven in Spanish
        ("amount", "1 tablet", "es", "1 tableta"),
        ("amount", "two tablets", "es", "2 tabletas"),
        ("amount", "half a tablet", "de", "eine halbe Tablette"),
        ("amount", "½ tablet", "vi", "nửa viên"),
        ("amount", "1 to 2 tablets", "it", "1-2 compresse"),
        ("amount", "1 or 2 tablets", "fr", "1 ou 2 comprimés"),
        ("amount", "1.5 tablets", "fr", "1,5 comprimé"),
        ("amount", "1.5 tablets", "es", "1,5 tabletas"),
        ("amount", "4,000 mg", "es", "4000 mg"),
        ("amount", "2.5 mL", "pt", "2,5 mL"),
        ("amount", "2.5mL", "zh", "2.5毫升"),
        ("amount", "one tablet", "ar", "قرصًا واحدًا"),
        ("amount", "1 tablet", "ar", "قرصًا واحدًا"),
        ("amount", "2 tablets", "ar", "قرصين"),
        ("amount", "3 tablets", "ar", "3 أقراص"),
        ("amount", "11 tablets", "ar", "11 قرصًا"),
        ("amount", "100 tablets", "ar", "100 قرص"),
        ("amount", "1 to 2 tablets", "ar", "قرصًا واحدًا إلى قرصين"),
        ("span", "1 day", "de", "1 Tag"),
        ("frequency", "once a day", "es", "una vez al día"),
        ("frequency", "twice daily", "es", "2 veces al día"),
        ("frequency", "3 times a week", "zh", "每周3次"),
        ("frequency", "every other day", "es", "en días alternos"),
        ("frequency", "every 2 days", "ar", "كل يومين"),
        ("frequency", "every 4-6 hours", "de", "alle 4 bis 6 Stunden"),
        ("frequency", "every 1 hour", "fr", "toutes les heures"),
        ("time", "8 a.m.", "es", "a las 8:00 a. m."),
        ("time", "1:15 pm", "es", "a la 1:15 p. m."),
        ("time", "12 a.m.", "es", "a las 12:00 a. m."),
        ("time", "12 p.m.", "fr", "à 12 h"),
        ("time", "12 a.m.", "de", "um 0 Uhr"),
        ("time", "10:30 p.m.", "pt", "às 22h30"),
        ("time", "1 a.m.", "pt", "à 1h"),
        ("time", "13:05", "it", "alle 13:05"),
        ("time", "1 a.m.", "it", "all'1:00"),
        ("time", "8:30 p.m.", "ar", "في الساعة 8:30 مساءً"),
        ("time", "8:30 p.m.", "zh", "20:30"),
        ("time", "8 p.m.", "vi", "lúc 20 giờ"),
        ("temperature", "100.4°F (38 °C)", "fr", "100,4 °F (38 °C)"),
        ("temperature", "38.5 degrees Celsius", "ar", "38.5 °C"),
        ("sugar", "3.9 mmol/L", "de", "3,9 mmol/L"),
        ("symptoms", "dizziness, nausea, or hives", "es", "mareos, náuseas o ronchas"),
        ("symptoms", "dizziness or dark urine", "es", "mareos u orina oscura"),
        ("symptoms", "nausea, vomiting or diarrhea", "zh", "恶心、呕吐或腹泻"),
        ("drugs", "aspirin or ibuprofen", "fr", "aspirine ou ibuprofène"),
    ],
)
def test_a_value_is_said(kind: str, value: str, language: str, text: str) -> None:
    said = KINDS[kind].say(value if kind != "frequency" else once(value), "", language)
    assert said == text


def once(value: str) -> str:
    """As `normal` hands it on."""
    return value.replace("once ", "one time ").replace("twice ", "two times ")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("amount", "0 tablets"),
        ("amount", "1.0 mg"),  # read as 10 where the point is lost
        ("amount", "02 tablets"),
        ("amount", "2 to 1 tablets"),
        ("amount", "2 or 2 tablets"),
        ("amount", "half a capsule"),
        ("time", "13 p.m."),
        ("time", "0 a.m."),
        ("symptoms", "a fever or fever"),
        ("drugs", "aspirin or aspirin"),
    ],
)
def test_what_may_be_misread_is_said_in_no_language(kind: str, value: str) -> None:
    said = [KINDS[kind].say(value, "", language) for language in LANGUAGES]
    assert not any(said)


@pytest.mark.parametrize(
    ("language", "number", "category"),
    [
        ("es", "1", "one"),
        ("es", "0.5", "other"),
        ("fr", "0.5", "one"),
        ("pt", "1.5", "one"),
        ("de", "1.5", "other"),
        ("ar", "2", "two"),
        ("ar", "103", "few"),
        ("ar", "99", "many"),
        ("ar", "102", "other"),
        ("ar", "2.5", "other"),
        ("zh", "1", "other"),
        ("vi", "1", "other"),
    ],
)
def test_plural_categories(language: str, number: str, category: str) -> None:
    assert plurals.category(number, language) == category


def test_every_value_of_every_list_has_words_in_every_language() -> None:
    for items in load().lists.values():
        for item in items:
            assert all(form.strip() == form and form for forms in item.wordings.values() for form in forms.values()), (
                item.english
            )


def test_no_value_of_a_series_holds_what_parts_a_series() -> None:
    for name, link in (("symptom", " or "), ("food", " or "), ("drug", " or "), ("thing", " and ")):
        for item in load().lists[name]:
            assert not [value for value in item.english if link in value or "," in value], item.english


def test_no_english_value_stands_in_two_items_of_a_list() -> None:
    for name, items in load().lists.items():
        values = [english.casefold() for item in items for english in item.english]
        assert len(values) == len(set(values)), name


def test_engine_keeps_the_beginning_and_the_end() -> None:
    es, de, zh = Patterns("es"), Patterns("de"), Patterns("zh")
    assert es.translate(["do not drive or use machines"])[0].text == "no maneje ni use maquinaria"  # type: ignore[union-attr]
    assert de.translate(["do not smoke."])[0].text == "Rauchen Sie nicht."  # type: ignore[union-attr]
    assert zh.translate(["Do not smoke"])[0].text == "不要吸烟"  # type: ignore[union-attr]
    assert es.translate(["Do not eat after 10:30 p.m."]) == [None]
    (draft,) = es.translate(["Do not eat or drink after 10:30 p.m."])
    assert draft is not None
    assert draft.text == "No coma ni beba después de las 10:30 p. m."
