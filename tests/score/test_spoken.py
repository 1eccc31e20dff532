from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.score import english, numerals, syllables
from pipeline.score.tally import sentence


@pytest.mark.parametrize(
    ("figure", "language", "said"),
    [
        ("0", "en", "zero"),
        ("2.5", "en", "two point five"),
        ("0.05", "en", "zero point zero five"),
        ("24", "en", "twenty four"),
        ("100", "en", "one hundred"),
        ("1,500", "en", "one thousand five hundred"),
        ("1918", "en", "nineteen eighteen"),
        ("1500", "en", "fifteen hundred"),
        ("2000", "en", "two thousand"),
        ("2024", "en", "twenty twenty four"),
        ("2,000,000", "en", "two million"),
        ("0800", "en", "zero eight zero zero"),
        ("1234567890", "en", "one two three four five six seven eight nine zero"),
        ("31", "es", "treinta y uno"),
        ("2,5", "es", "dos coma cinco"),
        ("1.500", "es", "mil quinientos"),
        ("75", "fr", "soixante quinze"),
        ("92", "fr", "quatre-vingt douze"),
        ("1918", "fr", "mille neuf cents dix-huit"),
        ("21", "pt", "vinte e um"),
        ("350", "pt", "trezentos e cinquenta"),
        ("1000", "it", "mille"),
        ("2000", "it", "due mila"),
        ("45", "ca", "quaranta cinc"),
        ("45", "gl", "corenta e cinco"),
        ("101", "es", "ciento uno"),
        ("1.000.000", "es", "un millón"),
        ("100", "pt", "cem"),
        ("71", "fr", "soixante et onze"),
        ("81", "fr", "quatre-vingt un"),
        ("28", "it", "ventotto"),
        ("138", "it", "cento trentotto"),
        ("22", "ca", "vint i dos"),
        ("32", "ca", "trenta dos"),
        ("21", "de", "eins und zwanzig"),
        ("2,5", "nl", "twee komma vijf"),
        ("3.2.1", "en", "three point two point one"),
        ("05.06.2024", "de", "null fünf null sechs zwei tausend vier und zwanzig"),
    ],
)
def test_a_figure_in_words(figure: str, language: str, said: str) -> None:
    assert numerals.say(figure, language) == said


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("2.5", 3),  # two point five
        ("mg", 3),  # milligrams
        ("mL", 4),  # milliliters
        ("2.5mg", 6),
        ("500mg/kg", 10),  # five hundred milligrams per kilograms
        ("24/7", 5),  # twenty-four seven
        ("a.m.", 2),
        ("8am", 3),
        ("8:30", 3),
        ("10-20", 4),  # ten to twenty
        ("5-day", 2),
        ("50%", 4),
        ("$20", 4),
        ("$20–$30", 9),  # twenty dollars to thirty dollars
        ("$20-30", 7),
        ("£5-£10/day", 7),
        ("20/day", 3),  # no unit: the slash is not said
        ("5mg/day", 6),
        ("1,250mg/day", 13),
        ("20mg/d", 7),
        ("10-20/min", 7),
        ("21st", 3),
        ("MRI", 3),
        ("MRIs", 3),
        ("MRI-guided", 5),
        ("X-ray", 2),
        ("HbA1c", 5),
        ("B12", 2),
        ("COVID-19", 4),
        ("mRNA", 4),
        ("pH", 2),
        ("WWW", 9),
        ("IV", 2),
        ("CT", 2),
        ("AIDS", 1),
        ("NASA", 2),
        ("NOT", 1),
        ("STOP", 1),
        ("OEDEMA", 3),
        ("Dr", 2),
        ("911", 3),
        ("½", 2),
        ("5½", 4),  # five and one half
        ("10⁹/L", 7),  # ten to the nine per liters
        ("cm²", 5),  # square centimeters
        ("1-0-1", 4),
        ("5MG", 4),
        ("0.9%NaCl", 10),  # zero point nine percent, N A C L
        ("β-blocker", 4),
        ("IL-6", 3),
        ("US", 2),
        ("EEG", 3),
        ("ALT", 3),
        ("AST", 3),
        ("ALS", 3),
        ("BID", 3),
        ("ROM", 3),
        ("IgE", 3),
        ("siRNA", 5),
        ("NSAID", 2),
        ("NSAIDs", 2),
        ("NICU", 2),
        ("PICC", 1),
        ("CABG", 2),
        ("ECMO", 2),
        ("CPAP", 2),
        ("BiPAP", 2),
        ("RASH", 1),
        ("PILL", 1),
        ("EYE", 1),
        ("TOE", 1),
        ("DRAINED", 1),
        ("ACHE", 1),
        ("IN", 1),
        ("MS", 2),
        ("CO-AMOXICLAV", 5),
        ("e.g.", 4),
        ("AstraZeneca", 5),
        ("don't", 1),
        ("nurse's", 2),
        ("well-being", 3),
    ],
)
def test_syllables_as_read_aloud(word: str, count: int) -> None:
    assert syllables.count(word, "en") == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("CALL US NOW.", 3),
        ("WHO CAN HELP?", 3),
        ("Call the US now.", 5),  # the place
        ("MRI, CT, US", 7),
        ("THE ID IS OLD.", 5),  # a short form in any case
    ],
)
def test_common_words_are_no_initialisms_where_all_is_in_capitals(text: str, count: int) -> None:
    assert sentence(text, "en").syllables == count


def test_figures_are_said_in_the_language_of_the_text() -> None:
    assert syllables.count("5mg", "es") == 2 + 4  # cinco miligramos
    assert syllables.count("80", "fr") == 2  # quatre-vingt
    assert syllables.count("TAC", "es") == 3  # te a ce


@given(
    st.integers(min_value=0, max_value=10**12), st.sampled_from(["en", "es", "fr", "it", "pt", "ca", "gl", "de", "nl"])
)
def test_every_number_can_be_said(number: int, language: str) -> None:
    said = numerals.say(str(number), language)
    assert said
    assert not any(c.isdigit() for c in said)


def test_number_words_of_english_are_dictionary_words() -> None:
    for number in (*range(100), 100, 1_000, 1_000_000):
        assert all(english.known(word) for word in numerals.say(f"{number:,}", "en").split())
