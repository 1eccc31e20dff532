"""The language a source says it is in, and parts of it in another."""

from __future__ import annotations

import pytest

from pipeline.read import Reading, run

ENGLISH = "Take one tablet in the morning. Ask your nurse if you are not sure of the dose."
SPANISH = "Tome una tableta por la mañana con un vaso de agua. No deje de tomarla si se siente mejor."


def page(body: str, lang: str = ' lang="en"') -> Reading:
    return run(f"<html{lang}><head><title>T</title></head><body><h1>Title</h1>{body}</body></html>".encode(), "a.html")


def marked(reading: Reading) -> list[tuple[str, str | None]]:
    return [(s.text, s.language) for section in reading.document.every_section() for s in section.segments()]


@pytest.mark.parametrize(
    ("path", "text", "language"),
    [
        ("a.html", '<html lang="EN"><p>Rest.</p></html>', "en"),
        ("a.html", '<html lang="en_us"><p>Rest.</p></html>', "en-US"),
        ("a.html", '<html lang="ENG"><p>Rest.</p></html>', "en"),
        ("a.html", '<html lang="English"><p>Rest.</p></html>', "fr-CA"),
        ("a.html", '<html lang=""><p>Rest.</p></html>', "fr-CA"),
        ("a.md", "---\nlang: EN-gb\n---\nRest.\n", "en-GB"),
        ("a.md", "---\nlanguage: spa\n---\nDescanse.\n", "es"),
        ("a.md", "---\nlang: the best one\n---\nRest.\n", "fr-CA"),
        ("a.txt", "Rest.\n", "fr-CA"),
    ],
)
def test_the_language_comes_out_in_one_form(path: str, text: str, language: str) -> None:
    assert run(text.encode(), path, language="FRA_ca").document.language == language


def test_a_part_in_another_language_is_marked() -> None:
    reading = page(
        f'<p>{ENGLISH}</p><p lang="ES">Llame al médico. Descanse.</p>'
        '<div lang="es"><ul><li>Beba agua.</li></ul><p lang="en">Rest now.</p></div>'
        '<p>Rest. <span lang="es">Descanse.</span> Drink.</p>'
        '<h2 lang="es">Su visita</h2><p>It is on Monday.</p><img src="a.png" alt="Una mano" lang="es">'
    )
    found = dict(marked(reading))
    assert [text for text, language in found.items() if language == "es"] == [
        "Llame al médico.",
        "Descanse.",
        "Beba agua.",
        "Su visita",
        "Una mano",
    ]
    assert all(found[text] is None for text in ("Rest now.", "Rest.", "Drink.", "It is on Monday."))


def test_a_word_in_another_language_inside_a_sentence_marks_nothing() -> None:
    reading = page('<p>The word is <i lang="es">inhalador</i> in Spanish.</p>')
    assert marked(reading) == [("The word is inhalador in Spanish.", None)]


def test_another_region_of_the_same_language_marks_nothing() -> None:
    assert marked(page('<p lang="en-GB">Mind the colour.</p>', ' lang="en-US"')) == [("Mind the colour.", None)]


def test_a_page_that_is_all_in_one_marked_language_is_in_that_one() -> None:
    assert page(f'<main lang="es"><p>{SPANISH}</p></main>').document.language == "es"
    assert page(f'<main lang="es"><p>{SPANISH}</p></main>', "").document.language == "es"
    mixed = page(f'<p>{ENGLISH}</p><p lang="es">{SPANISH} {SPANISH}</p>')
    assert mixed.document.language == "en"


@pytest.mark.parametrize(
    ("text", "language", "is_found"),
    [
        (SPANISH, "en", True),
        (SPANISH, "fr", True),
        (SPANISH, "es", False),
        (SPANISH, "SPA", False),
        (f"{SPANISH} {SPANISH}\n\nAsk Dr. Smith at St. John's.", "en", True),
        (ENGLISH, "es", True),
        (ENGLISH, "en-GB", False),
        (f"{ENGLISH}\n\nSay: “{SPANISH[:50]}”.", "en", False),
        (
            "Ask María de la Cruz or Luis de los Ríos at the Clínica del Sol.\n\nBring your card to the desk.",
            "en",
            False,
        ),
        (f"{ENGLISH} {ENGLISH}\n\nEn español: llame al 555-0128 para una cita con el médico.", "en", False),
        ("Tabletas de aspirina\n\n500 mg", "en", False),
    ],
)
def test_words_of_another_language_are_noted(text: str, language: str, is_found: bool) -> None:
    found = [finding.code for finding in run(f"Title\n\n{text}\n".encode(), "a.txt", language=language).findings]
    assert ("read.other-language" in found) is is_found


def test_a_part_that_is_marked_is_not_held_against_the_page() -> None:
    reading = page(f'<p>{ENGLISH}</p><p lang="es">{SPANISH}</p><p lang="es">{SPANISH} {SPANISH}</p>')
    assert [finding.code for finding in reading.findings] == []
