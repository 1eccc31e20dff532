"""Forms of words, against forms any dictionary gives."""

from __future__ import annotations

import pytest

from pipeline.glossary import inflect


@pytest.mark.parametrize(
    ("plain", "form", "expected"),
    [
        ("use", "third", "uses"),
        ("use", "gerund", "using"),
        ("use", "past", "used"),
        ("stop", "past", "stopped"),
        ("stop", "gerund", "stopping"),
        ("check", "third", "checks"),
        ("watch", "third", "watches"),
        ("carry", "third", "carries"),
        ("carry", "past", "carried"),
        ("carry", "gerund", "carrying"),
        ("play", "past", "played"),
        ("treat", "past", "treated"),
        ("visit", "past", "visited"),
        ("agree", "gerund", "agreeing"),
        ("tie", "gerund", "tying"),
        ("give", "participle", "given"),
        ("give", "past", "gave"),
        ("have", "third", "has"),
        ("put in", "participle", "put in"),
        ("take out", "past", "took out"),
        ("set off", "gerund", "setting off"),
        ("make worse", "third", "makes worse"),
        ("begin", "gerund", "beginning"),
        ("open", "gerund", "opening"),
        ("help", "base", "help"),
    ],
)
def test_verbs(plain: str, form: str, expected: str) -> None:
    assert inflect.verb(plain, form) == expected


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("medicine", "medicines"),
        ("body", "bodies"),
        ("blood test", "blood tests"),
        ("illness", "illnesses"),
        ("person", "people"),
        ("child", "children"),
        ("kind of cell", "kinds of cell"),
        ("shortness of breath", "shortness of breath"),
        ("day", "days"),
    ],
)
def test_plurals(plain: str, expected: str) -> None:
    assert inflect.noun(plain, plural=True) == expected


@pytest.mark.parametrize(
    ("plain", "degree", "expected"),
    [
        ("big", "comparative", "bigger"),
        ("easy", "superlative", "easiest"),
        ("harmful", "comparative", "more harmful"),
        ("bad", "comparative", "worse"),
        ("safe", "comparative", "safer"),
        ("long-lasting", "superlative", "most long-lasting"),
    ],
)
def test_degrees(plain: str, degree: str, expected: str) -> None:
    assert inflect.adjective(plain, degree) == expected


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("apple", "an"),
        ("blood test", "a"),
        ("hour", "an"),
        ("uterus", "a"),
        ("unusual rash", "an"),
        ("MRI scan", "an"),
        ("CT scan", "a"),
        ("X-ray", "an"),
        ("ulcer", "an"),
        ("urine test", "a"),
        ("one-day plan", "a"),
        ("UTI", "a"),
        ("EEG", "an"),
        ("heart tracing (ECG)", "a"),
        ("8-week course", "an"),
        ("magnetic resonance imaging (MRI)", "a"),
    ],
)
def test_articles(following: str, expected: str) -> None:
    assert inflect.article(following) == expected


def test_forms_of_an_entry_come_first() -> None:
    assert inflect.verb("hang up", "past", {"past": "hung"}) == "hung up"
    assert inflect.noun("swelling", plural=True, forms={"plural": "swelling"}) == "swelling"
