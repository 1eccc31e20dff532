from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import BlockKind, Unit
from pipeline.score import run, score_text
from pipeline.score.language import function_words, guess, is_other_script, root, tag
from pipeline.score.word_features import word_features
from tests.score.documents import block, document, paragraph, section, segment

LEAFLET = "Take one tablet in the morning. Hypertension is a risk to your heart, and it needs to be treated."
SPANISH = "Tome una tableta por la mañana con un vaso de agua. No deje de tomarla si se siente mejor."


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("EN", "en"),
        ("en_US", "en-US"),
        ("EN-gb", "en-GB"),
        ("eng", "en"),
        ("SPA", "es"),
        (" fre-ca ", "fr-CA"),
        ("ger", "de"),
        ("zh-HANT-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("ast", "ast"),
        ("und", ""),
        ("zxx", ""),
        ("English", ""),
        ("e", ""),
        ("", ""),
        ("en US", ""),
        ("<b>", ""),
    ],
)
def test_a_tag_has_one_form(written: str, usual: str) -> None:
    assert tag(written) == usual
    assert root(written) == usual.partition("-")[0]


@given(st.text(max_size=20))
def test_a_tag_in_its_usual_form_stays(written: str) -> None:
    assert tag(tag(written)) == tag(written)


@pytest.mark.parametrize("written", ["EN", "En-GB", "en_US", "eng"])
def test_english_is_scored_as_english_however_it_is_written(written: str) -> None:
    usual, counted = score_text(LEAFLET, "en")
    assert score_text(LEAFLET, written) == (usual, counted)
    parts = paragraph(*LEAFLET.replace(". ", ".|").split("|"))
    assert run(document(section("One", parts), language=written)).scores == usual
    assert usual["difficulty"] > 1


def test_a_difficulty_is_there_for_english_alone() -> None:
    assert "difficulty" in score_text("Rest.", "en")[0]
    assert "difficulty" not in score_text("Descanse.", "es")[0]
    assert "difficulty" not in score_text("…", "en")[0]


@pytest.mark.parametrize(
    ("text", "language", "is_other"),
    [
        ("Принимайте одну таблетку в день.", "en", True),
        ("Принимайте одну таблетку в день.", "ru", False),
        ("Take one tablet each day.", "ru", True),
        ("Take one tablet each day.", "xx", False),
        ("Uzmite jednu tabletu dnevno.", "sr-Latn", False),
        ("TNF-α and IL-6, β-blockers", "en", False),
        ("Ask for 板藍根 tea at the shop.", "en", False),
        ("5 mg", "ar", False),
    ],
)
def test_letters_of_another_script(text: str, language: str, is_other: bool) -> None:
    assert is_other_script(text, language) is is_other
    if is_other:
        assert score_text(text, language)[0] == {}


def test_a_text_in_another_script_has_no_figures_in_any_section() -> None:
    made = run(document(section("One", paragraph("Принимайте одну таблетку в день.", "Да."))))
    assert made.scores == made.margins == made.sections[0].scores == {}


def test_a_sentence_in_another_script_is_left_out() -> None:
    made = run(document(section("One", paragraph("Take one tablet each day.", "Принимайте одну таблетку в день."))))
    assert made.counted.words == 5
    assert ("other language", 5) in [(left.why, left.words) for left in made.left_out]


def test_a_marked_sentence_is_left_out_unless_it_is_of_the_same_language() -> None:
    unit = Unit((segment("Rest."), segment("Llame al médico.", "es"), segment("Mind the colour.", "en-GB")))
    made = run(document(section("One", block(BlockKind.PARAGRAPH, unit)), language="en-US"))
    assert made.counted.words == 4
    assert {left.why: left.words for left in made.left_out}["other language"] == 3


@pytest.mark.parametrize(
    ("text", "expected", "guessed"),
    [
        (SPANISH, "en", "es"),
        (SPANISH, "ENG", "es"),
        (SPANISH, "es-MX", ""),
        ("Prenez un comprimé le matin avec un verre d'eau et ne le croquez pas dans la bouche.", "en", "fr"),
        ("Nehmen Sie die Tablette nicht auf einmal mit der Milch, und fragen Sie nach.", "en", "de"),
        (LEAFLET, "es", "en"),
        (LEAFLET, "xx", ""),
        (LEAFLET, "en", ""),
        # English with names, a quotation, a bilingual line; too little to tell
        ("Ask Dr. de la Cruz at the Hospital de la Santa Creu, Calle de los Olivos, near the Plaza del Sol.", "en", ""),
        ("Say “No tome esta medicina con la leche” to a person who speaks Spanish, and ask if it is clear.", "en", ""),
        ("Take one tablet in the morning. Tome una tableta por la mañana. Ask if you are not sure.", "en", ""),
        ("María de los Ángeles del Río y Luis de la Fuente", "en", ""),
        ("Aspirin, ibuprofen, paracetamol, naproxen", "en", ""),
        ("Descanse mucho.", "en", ""),
        ("", "en", ""),
    ],
)
def test_the_language_of_small_words(text: str, expected: str, guessed: str) -> None:
    assert guess(text, expected) == guessed


def test_small_words_are_written_in_small_letters() -> None:
    assert all(word == word.lower() and word.isalpha() for row in function_words().values() for word in row)


BRITISH = """
anaemia anemia, haemorrhage hemorrhage, tumour tumor, paediatric pediatric, oesophagus esophagus, diarrhoea diarrhea,
colour color, behaviour behavior, centre center, litre liter, grey gray, mum mom, practise practice, programme program,
tyre tire, fibre fiber, organise organize, travelled traveled, sceptical skeptical, foetus fetus, aeroplane airplane
"""


@pytest.mark.parametrize("pair", [tuple(pair.split()) for pair in BRITISH.split(",")], ids=lambda pair: pair[0])
def test_a_british_spelling_is_not_harder(pair: tuple[str, str]) -> None:
    british, american = map(word_features, pair)
    assert british is not None
    assert american is not None
    assert british.zipf >= american.zipf
    assert british.is_unfamiliar == american.is_unfamiliar
    assert british.has_affix == american.has_affix
    assert (
        score_text(f"The {pair[0]} is here.")[0]["dale_chall"] == score_text(f"The {pair[1]} is here.")[0]["dale_chall"]
    )


@pytest.mark.parametrize("word", ["four", "our", "hour", "promise", "exercise", "mourning", "course", "wise", "mummy"])
def test_a_word_that_only_looks_british_stays_what_it_is(word: str) -> None:
    from wordfreq import zipf_frequency

    features = word_features(word)
    assert features is not None
    assert features.zipf == pytest.approx(zipf_frequency(word, "en", "large"), abs=0.5)
