"""What must hold for every text there is."""

from __future__ import annotations

import sys
from itertools import cycle, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import facts as gate
from pipeline.facts import LANGUAGES, compare, extract, protected

PIECES = {
    language: pieces.split(" | ")
    for language, pieces in {
        "en": (
            "Take 2 to 3 tablets | do not stop | 500 mg of metformin | every 8 hours | call 911 | ½ | twice "
            "a day | unless | may | on March 3, 2026 | at 8:30 a.m. | two hundred and five | "
            "www.example.org/a | HbA1c | 10%"
        ),
        "es": (
            "Tome 2 o 3 comprimidos | no deje de | 500 mg de metformina | cada 8 horas | llame al 112 | una "
            "y media | dos veces al día | a menos que | puede | el 3 de marzo de 2026 | a las 8 de la mañana"
            " | 1.000.000 | nunca"
        ),
        "fr": (
            "Prenez 2 à 3 comprimés | n’arrêtez pas | 2,5 mg | toutes les 8 heures | appelez le 15 | 1 000 |"
            " quatre-vingt-dix | à moins que | peut | le 1er mars | à 20 h | jamais | aucun"
        ),
        "pt": (
            "Tome 2 ou 3 comprimidos | não pare de | de 8 em 8 horas | ligue para 192 | duas vezes ao dia | "
            "meia-noite | a menos que | pode | 3 de março | às 8h | dois milhões | nunca | sem"
        ),
        "ca": (
            "Prengui 2 o 3 pastilles | no deixi de | cada 8 hores | truqui al 112 | dues vegades al dia | "
            "tret que | pot | 3 de març | a les 8 del matí | vint-i-cinc | mai | sense"
        ),
        "it": (
            "Prenda 2 o 3 compresse | non smetta | ogni 8 ore | chiami il 112 | due volte al giorno | a meno"
            " che | può | 3 marzo | alle 8 di mattina | centoventitré | mai | senza"
        ),
        "gl": (
            "Tome 2 ou 3 comprimidos | non deixe de | cada 8 horas | chame ao 112 | dúas veces ao día | agás"
            " que | pode | 3 de marzo | ás 8 da mañá | dous mil | nunca | sen"
        ),
    }.items()
}
MARKS = st.sampled_from([" ", ". ", ", ", " - ", "\n", "/", "–", " (", ") ", "\u00a0", ""])
language = st.sampled_from(LANGUAGES)


@st.composite
def realistic(draw: st.DrawFn) -> tuple[str, str]:
    name = draw(language)
    pieces = draw(st.lists(st.tuples(st.sampled_from(PIECES[name]), MARKS), max_size=12))
    return name, "".join(piece + mark for piece, mark in pieces)


anything = st.tuples(language, st.text(max_size=300))
dense = st.tuples(language, st.text(alphabet="0123456789.,/-:+ ()ah%½'’nonesix@\u00a0\u0301", max_size=80))
every_text = st.one_of(realistic(), anything, dense)


@settings(max_examples=400, deadline=None)
@given(every_text)
def test_an_unchanged_text_never_fails(sample: tuple[str, str]) -> None:
    name, text = sample
    # A trailing blank keeps the two from being the very same text, so that nothing is cut short.
    assert compare(text, text + " ", name, name) == ()


@settings(max_examples=400, deadline=None)
@given(every_text)
def test_facts_lie_inside_the_text_and_quote_it(sample: tuple[str, str]) -> None:
    name, text = sample
    facts = extract(text, name)
    for fact in facts:
        assert 0 <= fact.start < fact.end <= len(text)
        assert text[fact.start : fact.end] == fact.text
        assert fact.value
    gate._remembered.cache_clear()
    assert facts == extract(text, name)


@settings(max_examples=300, deadline=None)
@given(every_text)
def test_protected_ranges_are_sorted_and_disjoint(sample: tuple[str, str]) -> None:
    name, text = sample
    ranges = protected(text, name)
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert all(before[1] < after[0] for before, after in pairwise(ranges))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200), language, language)
def test_any_two_texts_can_be_compared(source: str, target: str, first: str, second: str) -> None:
    found = compare(source, target, first, second)
    assert found == compare(source, target, first, second)
    assert [violation.severity.rank for violation in found] == sorted(violation.severity.rank for violation in found)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from(["es", "fr", "pt", "ca", "it", "gl"]))
def test_a_dose_that_differs_is_an_error(first: int, second: int, name: str) -> None:
    found = compare(f"X {first} mg Y", f"X {second} mg Y", "en", name)
    assert [violation.severity.value for violation in found] == ([] if first == second else ["error"])


LONG = (
    "1 |1,|1.|1-|1/2 |a|a-|a.|a@|no |(1)|+1 |1:00 |h1|1h|//a|1 000 |de |and |y |12 y "
    "|12–|x1/1|½|\u0301|http://|1.1.|d'|2 to "
)


def calls(text: str, name: str) -> int:
    """How many functions are called to find a text's facts."""
    count = 0

    def seen(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    gate._remembered.cache_clear()
    sys.setprofile(seen)
    try:
        extract(text, name)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", LONG.split("|"))
def test_work_grows_with_the_length_of_the_text(piece: str) -> None:
    for name in ("en", "fr"):
        extract("warm up", name)
        short, long = (calls(piece * (size // len(piece)), name) for size in (500, 2000))
        assert long < 5 * short + 100


@pytest.mark.parametrize(("piece", "name"), list(zip(LONG.split("|"), cycle(LANGUAGES), strict=False)))
def test_long_texts_of_one_piece_end(piece: str, name: str) -> None:
    """A pattern that looks back or ahead without bound would not end in a test's time."""
    extract(piece * (30_000 // len(piece)), name)


def test_a_text_of_100_kb_ends() -> None:
    text = "Take 2 to 3 tablets of 500 mg every 8 hours. Do not stop unless your doctor says so. Call 911. " * 1050
    assert len(text) > 99_000
    assert compare(text, text + " ") == ()
