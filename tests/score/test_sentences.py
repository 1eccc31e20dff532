"""Sentences: where each ends, in seven languages, and what holds for any text at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.score.sentences import split

# One text a line; " | " stands where a sentence must end, and nowhere else.
CASES = {
    "en": """
        Take one tablet. | Then rest.
        The dose is 2.5 mg. | Take it at 8 a.m. | Do not take more.
        Come at 8 a.m. Monday. | Bring your card.
        Dr. Lee and Mrs. Roe will see you. | They are kind.
        Eat fruit, e.g. apples, i.e. not juice. | It helps.
        It takes approx. 20 minutes. | You can eat after.
        See Fig. 3 and No. 5. | No. | That is wrong.
        John F. Doe wrote it with J. Roe. | He is a nurse.
        Take vitamin C. | It is safe.
        She has hepatitis B. | Doctors can treat it.
        Wait... then breathe out. | Then stop... | Rest now.
        He said "Stop." | Then he left. | (See page 3.) | Go home.
        "Does it hurt?" she asked. | It did.
        Really?! | Yes! | No.
        1. Take the cap off. | 2. Shake it.
        Step 2. Wash your hands. | Dry them.
        Take 2. | Then rest.
        It helps.[3] | It is safe. [4,5] | Few people stop it.
        It helps most people.12 | It is safe.
        See https://example.org/a.Html?b=1. | Then call. | Open C:\\notes\\a.Txt now.
        Write to a.Nurse@example.org. | Then wait.
        Drug A vs. drug B. | Both work.
        The U.S. Food Office agrees. | It is the law in the U.S. | The rule is new.
        Use 1 tab. 3 times a day. | Stop after 5 min. | Rest.
        Bring pills, cream, etc. | Ask us.
        Vaccines work. | mRNA is a molecule. | eGFR is a test.
        No stop here
        Blood pressure of 120/80 is fine. | Over 140.5 is not.
    """,
    "es": """
        El Dr. Ruiz y la Sra. Vega le ven. | Llame antes.
        ¿Le duele? | ¡Llame! | Tome 2,5 mg.
        Tome fruta, p. ej. una manzana. | Ayuda.
        Tome uno a las 8 a. m. | No tome más.
        Vd. puede ir. | Vea la pág. 3 y el núm. 5.
        Dura aprox. 20 minutos. | Luego descanse.
    """,
    "fr": """
        M. Roux et le Dr. Petit arrivent. | Prenez 2,5 mg.
        Vraiment ? | Oui ! | Voir p. 3.
        « Arrêtez. » | Puis il part.
        Mangez des fruits, p. ex. une pomme. | Cela aide.
        Cela dure env. 20 minutes. | Reposez-vous.
    """,
    "pt": """
        O Dr. Reis e a Dra. Lima chegam. | Tome 2,5 mg.
        Coma fruta, p. ex. uma maçã. | Ajuda.
        Veja a pág. 3. | Dura aprox. 20 minutos.
    """,
    "it": """
        Il Dott. Neri e il Sig. Verdi arrivano. | Prenda 2,5 mg.
        Mangi frutta, p. es. una mela. | Aiuta.
        Vedi pag. 3. | Prenda pane, latte, ecc. | Poi riposi.
    """,
    "ca": """
        El Dr. Puig i la Sra. Roca arriben. | Prengui 2,5 mg.
        Mengi fruita, p. ex. una poma. | Ajuda.
        Vegi la pàg. 3 i el núm. 5. | Descansi.
    """,
    "gl": """
        O Dr. Rei e a Sra. Lago chegan. | Tome 2,5 mg.
        Coma froita, p. ex. unha mazá. | Axuda.
        Vexa a páx. 3. | Dura aprox. 20 minutos.
    """,
}
LINES = [(language, line.strip()) for language, text in CASES.items() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("language", "line"), LINES)
def test_sentence_ends(language: str, line: str) -> None:
    expected = line.split(" | ")
    text = " ".join(expected)
    assert [text[start:end] for start, end in split(text, language)] == expected


def test_a_stop_without_a_blank_after_it() -> None:
    text = "It eases the pain.The dose is 2.5 mg.Take it!¿Sí?See a.Txt or e.g.This, in Node.JS or www.a.Org now."
    assert [text[start:end] for start, end in split(text)] == [
        "It eases the pain.",
        "The dose is 2.5 mg.",
        "Take it!",
        "¿Sí?",
        "See a.Txt or e.g.This, in Node.JS or www.a.Org now.",
    ]


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    text = "Take one\ntablet a day\r\n\r\nwith water"
    assert [text[a:b] for a, b in split(text)] == ["Take one\ntablet a day", "with water"]


def test_no_text_has_no_sentence() -> None:
    assert split("") == split(" \n\t\n ") == ()


def test_a_language_without_a_table_still_knows_the_shared_abbreviations() -> None:
    text = "Dr. Lee kommt. Er hilft."
    assert len(split(text, "de-AT")) == 2


@given(
    st.text(alphabet=st.one_of(st.sampled_from(".!?…\"'»«”) ]([31aAbm¿\n 。"), st.characters())),
    st.sampled_from([*CASES, "de"]),
)
def test_ranges_hold_every_character_once(text: str, language: str) -> None:
    ranges = split(text, language)
    assert all(start < end for start, end in ranges)
    assert all(end <= start for (_, end), (start, _) in pairwise(ranges))
    assert all(text[start:end] == text[start:end].strip() for start, end in ranges)
    covered = "".join(text[start:end] for start, end in ranges)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["a.Ba", "word. ", ". ", "a.)", "[3]", "a.»[3] ", "\n", "x", "1.", '."'])
def test_long_texts_are_covered(piece: str) -> None:
    text = piece * 50_000
    assert "".join("".join(text[a:b] for a, b in split(text)).split()) == "".join(text.split())
