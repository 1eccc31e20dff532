"""What is found in a text, and what is not."""

from __future__ import annotations

import pytest

from pipeline.errors import UsageError
from pipeline.facts import LANGUAGES, Violation, extract, protected, to_finding
from pipeline.facts.lexicon import table
from pipeline.findings import Severity, Where, catalogue


def values(text: str, language: str, *kinds: str) -> list[str]:
    return [fact.value for fact in extract(text, language) if fact.kind in kinds and fact.weight > 0]


NUMBERS = ("number", "unit", "dose")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("2.5 mg", "en", ["2.5 mg"]),
        ("2,5 mg", "fr", ["2.5 mg"]),
        ("1,000 people", "en", ["1000"]),
        ("1.000 personas", "es", ["1000"]),
        ("1 000 personnes", "fr", ["1000"]),
        ("1\u202f000\u202f000 personnes", "fr", ["1000000"]),
        ("0,125 mg", "es", ["0.125 mg"]),
        ("twenty-five people", "en", ["25"]),
        ("two hundred and five people", "en", ["205"]),
        ("veinticinco personas", "es", ["25"]),
        ("treinta y dos personas", "es", ["32"]),
        ("quatre-vingt-dix-neuf personnes", "fr", ["99"]),
        ("deux cent cinquante personnes", "fr", ["250"]),
        ("vint-i-cinc persones", "ca", ["25"]),
        ("centocinquantotto persone", "it", ["158"]),
        ("vinte e cinco pessoas", "pt", ["25"]),
        ("dous mil trescentos", "gl", ["2300"]),
        ("2 million people", "en", ["2000000"]),
        ("mil millones de personas", "es", ["1000000000"]),
        ("1.5 billion people", "en", ["1500000000"]),
        ("half a tablet", "en", ["0.5 tablet"]),
        ("1½ tablets", "en", ["1.5 tablet"]),
        ("1 1/2 tablets", "en", ["1.5 tablet"]),
        ("two and three", "en", ["2", "3"]),
        ("between 2 and 3 weeks", "en", ["2 week", "3 week"]),
        ("5-10 mg/kg", "en", ["5 mg/kg", "10 mg/kg"]),
        ("120/80 mmHg", "en", ["120", "80 mmHg"]),
        ("38.5°C", "en", ["38.5 °C"]),
        ("101 degrees Fahrenheit", "en", ["101 °F"]),
        ("one of the main risks, one by one", "en", []),
        ("l’un des risques", "fr", []),
        ("the 3rd visit", "en", ["3"]),
        ("la 2.ª dosis", "es", ["2"]),
        ("the years 2019-20", "en", ["2019", "2020"]),
    ],
)
def test_numbers(text: str, language: str, expected: list[str]) -> None:
    assert values(text, language, *NUMBERS) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("twice a day", "en", "2/day"),
        ("2x/day", "en", "2/day"),
        ("two to three times a week", "en", "2-3/week"),
        ("every other day", "en", "every 2 day"),
        ("every 4 to 6 hours", "en", "every 4-6 hour"),
        ("40 mg daily", "en", "1/day"),
        ("dos veces por semana", "es", "2/week"),
        ("tous les deux jours", "fr", "every 2 day"),
        ("de 12 em 12 horas", "pt", "every 12 hour"),
        ("due volte al giorno", "it", "2/day"),
        ("dúas veces ao día", "gl", "2/day"),
        ("tres vegades al dia", "ca", "3/day"),
    ],
)
def test_frequencies(text: str, language: str, expected: str) -> None:
    assert values(text, language, "frequency") == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("at 8 a.m.", "en", ["08:00"]),
        ("12 a.m. and 12 p.m.", "en", ["00:00", "12:00"]),
        ("8 to 10 p.m.", "en", ["20:00", "22:00"]),
        ("a las 8 de la noche", "es", ["20:00"]),
        ("à 20 h 30", "fr", ["20:30"]),
        ("às 8h", "pt", ["08:00"]),
        ("alle 8:15", "it", ["08:15"]),
        ("for 8 hours", "en", []),
        ("pendant 20 h", "fr", []),
    ],
)
def test_times(text: str, language: str, expected: list[str]) -> None:
    assert values(text, language, "time") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("October 3, 2026", "en", ["2026-10-03"]),
        ("3 October 2026", "en", ["2026-10-03"]),
        ("10/03/2026", "en", ["2026-10-03"]),
        ("03/10/2026", "es", ["2026-10-03"]),
        ("2026-10-03", "fr", ["2026-10-03"]),
        ("el 1.º de mayo", "es", ["--05-01"]),
        ("le 1er mai", "fr", ["--05-01"]),
        ("3 d'octubre de 2026", "ca", ["2026-10-03"]),
        ("March 11 and 12", "en", ["--03-11", "--03-12"]),
        ("You may march in", "en", []),
        ("In May", "en", ["--05"]),
        ("next Monday", "en", ["weekday 1"]),
        ("na segunda-feira", "pt", ["weekday 1"]),
    ],
)
def test_dates(text: str, language: str, expected: list[str]) -> None:
    assert values(text, language, "date") == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Call 911.", "phone", ["911"]),
        ("Call 9-1-1 now", "phone", ["911"]),
        ("Phone +44 20 7946 0000 today", "phone", ["442079460000"]),
        ("Ring (555) 555-0142.", "phone", ["5555550142"]),
        ("from 2010-2011 to 2020", "phone", []),
        ("Call if the fever is 38 °C", "phone", []),
        ("See https://example.org/a?b=1.", "link", ["https://example.org/a?b=1"]),
        ("Write to a.b@example.org, please", "link", ["a.b@example.org"]),
        ("and/or his/her", "link", []),
        ("/output/x7/792/img/0.jpg", "link", ["/output/x7/792/img/0.jpg"]),
        ("open leaflet.pdf", "link", ["leaflet.pdf"]),
        ("HbA1c and B12 and x7/792", "code", ["hba1c", "b12", "x7/792"]),
        ("non-COVID-19-related", "code", ["covid-19"]),
        ("5mg, 8am, 2nd, 60-year-old, mid-2020", "code", []),
    ],
)
def test_names_and_numbers_of_other_kinds(text: str, kind: str, expected: list[str]) -> None:
    assert values(text, "en", kind) == expected


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Do not take it.", "en", 1),
        ("Neither this nor that.", "en", 1),
        ("not only this", "en", 0),
        ("No tome nunca nada.", "es", 1),
        ("Nunca lo tome.", "es", 1),
        ("Ne prenez jamais rien.", "fr", 1),
        ("Ne conduisez pas si vous n’avez pas dormi.", "fr", 2),
        ("Aucun patient n’est venu.", "fr", 1),
        ("Non prenda mai nulla.", "it", 1),
        ("Ningú no ho sap.", "ca", 1),
        ("Não tome nada.", "pt", 1),
        ("Nunca o tome sen comer.", "gl", 2),
    ],
)
def test_double_negation_counts_once(text: str, language: str, count: int) -> None:
    assert len(values(text, language, "negation")) == count


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Do not drive.", "en", ["order", "not"]),
        ("Do not use it.", "en", ["order", "not"]),
        ("People who do not smoke", "en", ["not"]),
        ("You must never share it, please, and do not sell it.", "en", ["order", "never", "order", "not"]),
        ("You are unable to eat without help.", "en", ["hidden unable", "without"]),
        ("Il n’a que deux jours.", "fr", ["hidden only"]),
        ("Il n’a plus de fièvre.", "fr", ["not"]),
        ("Il n’avait plus de 3 ans.", "fr", ["half"]),
        ("Ne cible pas seulement le foie.", "fr", []),
        ("Elle prend pas de sel.", "fr", ["half"]),
        ("Pas de sel.", "fr", ["not"]),
        ("Aucun patient n’est venu et personne n’a appelé.", "fr", ["not", "concord", "concord", "not"]),
        ("Sauf si votre médecin ne le dit.", "fr", ["unless", "concord"]),
        ("A meno che il medico non lo dica.", "it", ["unless", "concord"]),
        ("Vio ningún daño.", "es", ["half"]),
        ("Ningún daño y nadie enfermo.", "es", ["not", "not"]),
        ("No coma y nunca beba.", "es", ["not", "never"]),
    ],
)
def test_what_negations_count_as(text: str, language: str, expected: list[str]) -> None:
    found = [fact.value for fact in extract(text, language) if fact.kind == "negation"]
    assert [value for value in found if value not in {"loose", "concord"} or language in {"fr", "it"}] == expected


def test_what_is_protected() -> None:
    text = "Take 500 mg of metformin twice a day, two tablets; call 911 or see www.example.org (HbA1c)."
    assert [text[start:end] for start, end in protected(text, "en")] == [
        "500 mg",
        "metformin",
        "911",
        "www.example.org",
        "HbA1c",
    ]


def test_an_unknown_language_is_answered() -> None:
    with pytest.raises(UsageError, match="xx"):
        extract("text", "xx")
    assert extract("2 mg", "pt-BR") == extract("2 mg", "pt")


def test_every_kind_has_a_finding() -> None:
    values_kinds = ["number", "unit", "dose", "frequency", "date", "time", "phone", "link", "drug", "code"]
    for kind in [*values_kinds, "negation", "hedge", "instruction"]:
        assert f"facts.{kind}" in catalogue()
        violation = Violation(kind, Severity.NEEDS_REVIEW, "message", "a", "b")
        finding = to_finding(violation, Where("a.txt"))
        assert (finding.code, finding.severity, finding.message) == (f"facts.{kind}", Severity.NEEDS_REVIEW, "message")


def test_every_language_has_every_table() -> None:
    english = table("en")
    for language in LANGUAGES:
        data = table(language)
        for name, section in english.items():
            assert set(section) <= set(data[name]) | {"morning_at", "afternoon_at"} | (
                set(section) if name == "units" else set()
            ), (language, name)


@pytest.mark.parametrize("text", [".0.0", ".,1", "a ..5", "1..2", ".5.5 mg"])
def test_figures_that_are_none_are_answered(text: str) -> None:
    assert all(fact.value for fact in extract(text, "en"))


@pytest.mark.parametrize("text", ["0H .0", "8: .5 mg", "At 8h ½.", "8h ²²", "7:³0"])
def test_what_is_no_minute_is_no_time(text: str) -> None:
    for language in LANGUAGES:
        assert not any(fact.kind == "time" and ":" in fact.value for fact in extract(text, language))
