"""Proper names: what is taken for one, and what must not be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.score import names
from pipeline.score.words import tokens

# The sentences of a document; the names in [brackets].
CASES = [
    ("en", "[Maria] helps.", "Ask [Maria]."),
    ("en", "Bell rings mean help.", "Ring the bell near [Leeds]."),
    ("en", "Ask [Mr] [Bell].", "Hear the bell."),
    ("en", "Take it with food.", "I think I can, and I'm sure I'll try."),
    ("en", "Your MRI, HbA1c, COVID-19 and BMIs are fine."),
    ("en", "See Table 2, Step 3 and Vitamin D."),
    ("en", "[Dr.] [John] [F.] [Doe] [of] [Kent] [Hospital] came; [Doe's] talk was long."),
    ("en", "[St.] [John's] wort is a herb from [Asia]."),
    ("en", "Use Less Salt And Eat Well"),
    ("en", "Note: Rest now (Take two) and say “Stop”."),
    ("en", "1. Take it on [Monday].", "a. Rest after [Easter]."),
    ("en", "The [Sam] [Lee] [House], [Mary] and [Parkinson's] group meet."),
    ("en", "DO NOT DRIVE AFTER SEEING MARIA."),
    ("es", "Llame al [Sr.] [Luis] [de] [la] [Vega] en [Madrid].", "[Luis] le ayuda.", "La sala es grande."),
    ("fr", "Appelez [Mme] [Roux] à [Paris], près [d'Orly].", "[Roux] est là."),
    ("it", "Chieda alla [Dott.ssa] [Neri] [dell'Aquila]."),
    ("pt", "A [Dra.] [Ana] [dos] [Reis] vem de [Lisboa]."),
    ("ca", "Truqui a la [Sra.] [Roca] [de] [Girona]."),
    ("gl", "Chame á [Sra.] [Lago] en [Vigo]."),
    ("nl", "Bel [mevrouw] [Bos]."),
    ("de", "Die Frau Doktor Lang gibt Anna die Tablette."),
    ("ar", "Ask Maria."),
]


def unmarked(text: str) -> str:
    return text.replace("[", "").replace("]", "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1][:30])
def test_names_of_a_document(case: tuple[str, ...]) -> None:
    language, *marked = case
    found = names.find(map(unmarked, marked), language)
    for text in marked:
        expected = [word for word in text.split() if not word.startswith(("[", "(["))]
        rest = found.without(unmarked(text))
        assert tokens(rest, language).words == tokens(" ".join(expected), language).words


def test_a_document_in_german_has_no_names_and_keeps_its_text() -> None:
    text = "Die Frau gibt Anna die Tablette."
    assert names.find([text], "de-AT").without(text) == text


@given(st.lists(st.text(max_size=60), max_size=5), st.sampled_from(["en", "es", "fr", "de", "zh"]))
def test_nothing_is_added_and_no_small_word_of_english_lost(texts: list[str], language: str) -> None:
    found = names.find(texts, language)
    for text in texts:
        rest = found.without(text)
        kept = rest.split()
        assert len(tokens(rest, language).words) <= len(tokens(text, language).words)
        assert all(piece in text for piece in kept)


@pytest.mark.parametrize("piece", ["Ann ", "a", "A", "Dr. ", "of ", "A. ", "A-", "'A", "Ann of "])
def test_a_long_text_does_not_hang(piece: str) -> None:
    text = piece * 20_000
    assert len(names.find([text], "en").without(text)) <= len(text)
