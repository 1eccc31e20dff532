from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import glossary
from pipeline.glossary.entries import Entry, Glossary, Pos, Treatment
from pipeline.glossary.lookup import Lookup, lookup
from pipeline.glossary.surface import forms, stems


def entry(term: str, pos: Pos = Pos.NOUN, treatment: Treatment = Treatment.KEEP, **fields: Any) -> Entry:
    return Entry(term, pos, treatment, **fields)


def found(text: str, *entries: Entry) -> list[str]:
    return [text[f.start : f.end] for f in Lookup(Glossary(entries)).find(text)]


def test_regular_forms_and_capitals() -> None:
    words = [entry("biopsy"), entry("metastasis"), entry("shortness of breath"), entry("utilize", Pos.VERB)]
    text = "Biopsies, METASTASES and Shortness  of breath; utilizing, utilized or utilizes."
    assert found(text, *words) == [
        "Biopsies",
        "METASTASES",
        "Shortness  of breath",
        "utilizing",
        "utilized",
        "utilizes",
    ]


def test_irregular_forms() -> None:
    assert found("He underwent it. Bacteria grow.", entry("undergo", Pos.VERB), entry("bacterium")) == [
        "underwent",
        "Bacteria",
    ]


def test_an_initialism_is_found_only_as_written() -> None:
    assert found(
        "AIDS aids MRIs mris ACE inhibitors ace inhibitor", entry("AIDS"), entry("MRI"), entry("ACE inhibitor")
    ) == [
        "AIDS",
        "MRIs",
        "ACE inhibitors",
    ]


def test_the_longest_term_wins_and_guards_the_words_inside() -> None:
    assert found("acute myeloid leukemia", entry("acute", Pos.ADJECTIVE), entry("acute myeloid leukemia")) == [
        "acute myeloid leukemia"
    ]


@pytest.mark.parametrize("text", ["pre-biopsy", "biopsy-like", "biopsy/scan", "and/biopsy", "biopsyx", "@biopsy"])
def test_part_of_a_longer_word_is_no_term(text: str) -> None:
    assert found(text, entry("biopsy")) == []


def test_typographic_apostrophes_and_hyphens_at_the_end() -> None:
    assert found("Crohn’s disease - or Crohn's Disease", entry("Crohn's disease")) == [
        "Crohn’s disease",
        "Crohn's Disease",
    ]


def test_what_an_entry_asks_of_its_context() -> None:
    resolve = entry("resolve", Pos.VERB, needs=("symptom",), avoid=("issue",))
    assert found("The symptoms resolved.", resolve) == ["resolved"]
    assert found("The dispute resolved.", resolve) == []
    assert found("The symptoms and issues resolved.", resolve) == []
    acute = entry("acute", Pos.ADJECTIVE, not_before=("care",), not_after=("very",))
    assert found("acute pain, acute care, very acute", acute) == ["acute"]
    consult = entry("consult", Pos.VERB, frame={"with": ""})
    assert found("consult with them, consult them", consult) == ["consult"]


def test_a_word_of_several_parts_of_speech_is_told_by_its_neighbours() -> None:
    impact = entry("impact", Pos.VERB)
    assert found("It can impact sleep. The impact was small.", impact) == ["impact"]
    individual = entry("individual")
    assert found("an individual who smokes, individual care", individual) == ["individual"]
    potential = entry("potential", Pos.ADJECTIVE)
    assert found("a potential cause; it has potential.", potential) == ["potential"]


def test_the_entry_that_asks_most_is_taken() -> None:
    plain, asking = entry("consume", Pos.VERB), entry("consume", Pos.VERB, needs=("water",))
    (match,) = Lookup(Glossary((plain, asking))).find("Consume water.")
    assert match.entry is asking


def test_entries_of_a_term_whatever_the_context() -> None:
    asking = entry("resolve", Pos.VERB, needs=("symptom",))
    assert Lookup(Glossary((asking,))).entries("Resolved") == (asking,)


def test_a_glossary_is_prepared_once() -> None:
    own = glossary.load()
    assert lookup(own) is lookup(own)
    assert lookup(own) is not lookup(glossary.load())


def test_every_entry_of_the_own_glossary_can_be_found_by_its_term() -> None:
    own = glossary.load()
    prepared = lookup(own)
    assert [e.term for e in own.entries if e not in prepared.entries(e.term)] == []


def test_forms_and_stems_belong_together() -> None:
    assert {"biopsy", "biopsies"} <= forms(entry("biopsy"))
    assert "stop" in stems("stopped")
    assert "study" in stems("studies")


@given(st.text(max_size=200))
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    places = [(f.start, f.end) for f in lookup(OWN).find(text)]
    assert places == sorted(places)
    assert all(a < b <= len(text) for a, b in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


OWN = glossary.load()


def test_the_word_beside_stands_near_where_nothing_is_parsed() -> None:
    augment = entry("augment", Pos.VERB, beside=("safety",))
    assert found("It augments the safety of the cut.", augment) == ["augments"]
    assert found("It augments the long list that a nurse keeps for safety.", augment) == []
