"""What becomes of sentences an engine puts wrongly: outputs known from small models, given by a scripted decoder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.translate import gate, retry
from pipeline.translate.decoder import Search
from pipeline.translate.engine import Draft

PLAIN = Search(4)
WIDE, STRAIGHT = retry.searches(4)
PARTS = Search(4, hypotheses=4)
TERMS = Search(retry.TERM_HYPOTHESES, hypotheses=retry.TERM_HYPOTHESES)

NURSE, LIMPIA = "Your nurse will clean the wound.", "Su enfermera limpiará la herida."
FAILURES = {
    "a loop": "Su enfermera limpiará limpiará limpiará limpiará la herida.",
    "invented remarks": "Su enfermera limpiará la herida (risas) (aplausos).",
    "an invented name": "Su enfermera limpiará la herida con Fluxetron.",
    "an invented figure": "Su enfermera limpiará las 3 heridas.",
    "an invented link": "Su enfermera limpiará la herida www.example.org.",
    "a copy": "Your nurse will clean the wound.",
    "nearly a copy": "Your enfermera will clean the wound.",
    "too long": f"{LIMPIA} " * 2 + "Luego irá a casa y le dará de comer a su perro todos los días de la semana.",
    "nothing": "",
}


class Scripted:
    """A decoder that answers from a table by search and sentence, and remembers what it was asked."""

    def __init__(self, answers: Mapping[Search, Mapping[str, Sequence[str]]]) -> None:
        self.answers = answers
        self.asked: list[tuple[Search, tuple[str, ...]]] = []

    def ask(self, sentences: Sequence[str], search: Search) -> list[tuple[str, ...]]:
        self.asked.append((search, tuple(sentences)))
        return [tuple(self.answers.get(search, {}).get(sentence, ())) for sentence in sentences]


def good(source: str, text: str) -> bool:
    return bool(text) and not gate.judge(source, Draft(text), "es").reasons


def translate(engine: Scripted, *sentences: str) -> list[str]:
    return retry.translate(sentences, engine.ask, good, beam=4, language="es")


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize("search", [WIDE, STRAIGHT])
def test_another_search_is_kept_where_it_is_sound(failure: str, search: Search) -> None:
    engine = Scripted({PLAIN: {NURSE: [failure]}, search: {NURSE: [FAILURES["a loop"], LIMPIA]}})
    assert translate(engine, NURSE) == [LIMPIA]


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
def test_without_a_sound_one_the_first_is_left_to_the_gate(failure: str) -> None:
    engine = Scripted({PLAIN: {NURSE: [failure]}, WIDE: {NURSE: [FAILURES["a copy"]]}})
    assert translate(engine, NURSE) == [failure]
    assert not good(NURSE, failure)


def test_a_sound_first_translation_is_not_asked_for_again() -> None:
    engine = Scripted({PLAIN: {NURSE: [LIMPIA]}})
    assert translate(engine, NURSE) == [LIMPIA]
    assert engine.asked == [(PLAIN, (NURSE,))]


def test_a_changed_dose_is_asked_for_again_with_all_others_in_one_go() -> None:
    dose, other = "Take 5 mg of this medicine twice a day.", "Do not take this medicine with alcohol."
    engine = Scripted(
        {
            PLAIN: {
                dose: ["Tome 50 mg de este medicamento dos veces al día."],
                other: ["Tome este medicamento con alcohol."],
                NURSE: [LIMPIA],
            },
            WIDE: {
                dose: ["Tome 5 mg de este medicamento dos veces al día."],
                other: ["No tome este medicamento con alcohol."],
            },
        }
    )
    assert translate(engine, dose, NURSE, other) == [
        "Tome 5 mg de este medicamento dos veces al día.",
        LIMPIA,
        "No tome este medicamento con alcohol.",
    ]
    assert engine.asked == [(PLAIN, (dose, NURSE, other)), (WIDE, (dose, other))]


LONG = "Take 10 mg once a day; call your doctor about the pain."
FIRST, SECOND = "Take 10 mg once a day;", "call your doctor about the pain."


def test_then_by_parts() -> None:
    engine = Scripted(
        {
            PLAIN: {LONG: ["Tome 10 mg una vez al día."]},
            PARTS: {
                FIRST: ["Tome 100 mg una vez al día.", "Tome 10 mg una vez al día."],
                SECOND: ["llame a su médico acerca del dolor."],
            },
        }
    )
    assert translate(engine, LONG) == ["Tome 10 mg una vez al día; llame a su médico acerca del dolor."]


def test_one_bad_part_is_enough_to_give_up() -> None:
    engine = Scripted(
        {
            PLAIN: {LONG: ["Tome 10 mg una vez al día."]},
            PARTS: {FIRST: ["Tome 10 mg una vez al día."], SECOND: [""]},
        }
    )
    assert translate(engine, LONG) == ["Tome 10 mg una vez al día."]
    assert not good(LONG, "Tome 10 mg una vez al día.")


def test_parts_are_joined_as_the_language_joins_them() -> None:
    engine = Scripted({PARTS: {FIRST: ["每日一次，每次10毫克。"], SECOND: ["如疼痛请致电医生。"]}})
    texts = retry.translate([LONG], engine.ask, lambda _, text: bool(text), beam=4, language="zh")
    assert texts == ["每日一次，每次10毫克;如疼痛请致电医生。"]


def absent(source: str, text: str) -> tuple[str, ...]:
    return ("bandage: vendaje",) if "bandage" in source and "vendaje" not in text else ()


def with_terms(engine: Scripted, sentence: str, text: str) -> str:
    (done,) = retry.with_terms([sentence], [text], engine.ask, good, absent, beam=4, language="es")
    return done


CHANGE, VENDA = "Change the bandage twice a day.", "Cambie la venda dos veces al día."
VENDAJE = "Cambie el vendaje dos veces al día."


def test_a_translation_with_the_term_takes_the_place_of_one_without() -> None:
    assert with_terms(Scripted({TERMS: {CHANGE: [VENDA, VENDAJE]}}), CHANGE, VENDA) == VENDAJE


@pytest.mark.parametrize(
    "other",
    [
        "Cambie el vendaje tres veces al día.",  # the gate
        "No cambie el vendaje dos veces al día.",
        "Dos veces por día se le tendrá que poner vendaje.",  # not much like the first
        VENDA,
    ],
)
def test_no_term_at_the_price_of_anything_else(other: str) -> None:
    assert with_terms(Scripted({TERMS: {CHANGE: [other]}}), CHANGE, VENDA) == VENDA


def test_a_lost_clause_is_found_by_its_term() -> None:
    sentence, short = "Wash the wound well; then change the bandage.", "Lave bien la herida y séquela."
    engine = Scripted(
        {
            PARTS: {
                "Wash the wound well;": ["Lave bien la herida;"],
                "then change the bandage.": ["luego cambie el vendaje."],
            },
        }
    )
    assert with_terms(engine, sentence, short) == "Lave bien la herida; luego cambie el vendaje."


def test_what_the_gate_refuses_is_not_asked_for_with_terms() -> None:
    engine = Scripted({})
    assert with_terms(engine, CHANGE, "Cambie la venda 20 veces al día.") == "Cambie la venda 20 veces al día."
    assert engine.asked == []


TEXTS = st.lists(st.sampled_from([*FAILURES.values(), LIMPIA, "Su enfermera limpiará bien la herida."]), max_size=4)


@given(st.lists(st.tuples(st.sampled_from([PLAIN, WIDE, STRAIGHT]), TEXTS), max_size=3))
def test_nothing_bad_is_kept_while_something_sound_was_found(rows: list[tuple[Search, list[str]]]) -> None:
    answers = {search: {NURSE: texts} for search, texts in rows}
    (text,) = translate(Scripted(answers), NURSE)
    first = answers.get(PLAIN, {}).get(NURSE, [])[:1]
    offered = [t for search in (WIDE, STRAIGHT) for t in answers.get(search, {}).get(NURSE, [])]
    assert text == (next(iter(first), "")) or good(NURSE, text)
    if any(good(NURSE, t) for t in [*first, *offered]):
        assert good(NURSE, text)
