"""Which entry is taken where several stand, and how often a glossary is made ready."""

from __future__ import annotations

import pytest

from pipeline.glossary.entries import Entry, Glossary, Pos, Treatment
from pipeline.parser import load
from pipeline.simplify.match import Matcher, matcher
from tests.simplify.cases import sample_glossary


@pytest.mark.parametrize("verb", ["reduce", "assess", "examine", "remove", "describe", "compare", "observe", "measure"])
def test_of_two_that_fit_alike_the_one_as_written_is_taken(verb: str) -> None:
    as_lemma = Entry(verb, Pos.VERB, Treatment.REPLACE, plain="look")
    as_written = Entry(f"{verb}d" if verb.endswith("e") else f"{verb}ed", Pos.PHRASE, Treatment.REPLACE, plain="looked")
    doc = load()(f"The nurse {as_written.term} the dose.")
    (match,) = Matcher(Glossary((as_lemma, as_written))).find(doc)
    assert match.entry is as_written


def test_a_term_is_found_with_what_stands_around_it_as_lemmas() -> None:
    entry = Entry(
        "acute", Pos.ADJECTIVE, Treatment.REPLACE, plain="sudden", not_before=("kidney injury",), needs=("pain",)
    )
    found = Matcher(Glossary((entry,))).find
    assert found(load()("It treats acute attacks of pain."))
    assert not found(load()("It treats acute kidney injuries and pain."))
    assert not found(load()("It treats acute attacks."))


def test_a_phrase_before_a_term_keeps_it() -> None:
    entry = Entry("acute", Pos.ADJECTIVE, Treatment.REPLACE, plain="sudden", not_after=("less than",))
    found = Matcher(Glossary((entry,))).find
    assert found(load()("It is acute."))
    assert not found(load()("It is less than acute."))


def test_a_glossary_is_made_ready_once() -> None:
    glossary = sample_glossary()
    assert matcher(glossary, frozenset()) is matcher(glossary, frozenset())
    assert matcher(glossary, frozenset({"utilize"})) is not matcher(glossary, frozenset())
    assert matcher(sample_glossary(), frozenset()) is not matcher(glossary, frozenset())
