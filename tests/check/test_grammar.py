from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import check
from pipeline.check.grammar.double_negative import _SAY_WHAT_IS_SO
from pipeline.check.grammar.lexicon import table, words
from pipeline.check.subject import Subject
from pipeline.document import Block, BlockKind, Mark, Segment, Unit
from pipeline.edition import Edition
from pipeline.findings import Finding, Severity, catalogue
from pipeline.glossary import entries
from pipeline.glossary.entries import Entry, Glossary, Pos, Treatment
from pipeline.settings import Check
from tests.check.editions import edition, in_language, paragraph, section

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "fixtures" / "grammar.toml").read_text("utf-8"))[
    "case"
]
CODES = sorted(code for code, entry in catalogue().items() if entry.group == "grammar")
own_glossary = cache(entries.load)


def grammar(text: str, language: str = "en", glossary: Glossary | None = None, **more: Any) -> list[Finding]:
    made = edition(section("A heading", paragraph("p", text)), language=language)
    return findings(made, text, own_glossary() if glossary is None else glossary, **more)


def findings(made: Edition, text: str = "", glossary: Glossary | None = None, **more: Any) -> list[Finding]:
    subject = Subject(made, Check(**more), text, glossary=lambda: glossary or Glossary())
    return [found for run, _ in check.CHECKS["grammar"] for found in run(subject)]


def pointed_at(text: str, found: Finding) -> list[str]:
    where = found.where
    assert where.line == where.end_line == 1
    assert where.column is not None
    assert where.end_column is not None
    return [found.code.removeprefix("grammar."), text[where.column - 1 : where.end_column - 1]]


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [pointed_at(text, f) for f in grammar(text)] == case.get("expect", [])


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_cases_that_fire_and_cases_that_must_not(code: str) -> None:
    name = code.removeprefix("grammar.")
    fires = [case for case in CASES if any(row[0] == name for row in case.get("expect", []))]
    traps = [case for case in CASES if case.get("about") == name]
    assert len(fires) >= 3
    assert len(traps) >= 5


def test_the_group_runs_where_the_settings_ask_and_never_on_translations() -> None:
    made = edition(section("A", paragraph("p", "The tablets should be taken with food.")))
    spanish = in_language(made, "es")

    def codes(**more: Any) -> list[str]:
        found = check.run(made, Check(grammar=more.pop("grammar", True)), **more)
        return [f.code for f in found if f.code.startswith("grammar.")]

    assert codes() == ["grammar.passive"]
    assert codes(grammar=False) == []
    assert codes(origin=spanish) == []


def test_english_only() -> None:
    assert grammar("Headaches are not uncommon.", language="en-GB") != []
    made = edition(section("A", paragraph("p", "Headaches are not uncommon.")))
    translated = in_language(made, "fr")
    assert findings(translated) == []


def test_headings_and_code_are_left_alone() -> None:
    made = edition(section("The tablets should be taken with food", paragraph("p", "Rest in bed.")))
    assert findings(made) == []
    text = "Type was given here."
    marked = Segment("s", text, marks=(Mark("code", 5, 14),))
    made = edition(section("A", Block("p", BlockKind.PARAGRAPH, (Unit((marked,)),))))
    assert findings(made) == []


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("Your wound was cleaned by the nurse.", "“was cleaned” is passive.", "“the nurse …”, then “clean”"),
        ("The tablets should be taken twice a day.", "it does not say who", "“Take …”"),
        ("The tablets must not be crushed.", "“must not be crushed”", "“Do not crush …”"),
        ("No food should be eaten before the test.", "“should be eaten”", "“Do not eat …”"),
        ("The tablets should only be taken at night.", "“should only be taken”", "“Only take …”"),
        ("The dressing does not need to be changed.", "“to be changed”", "use “change” in the active"),
        ("The cast is taken off after six weeks.", "“is taken off”", "“take off”"),
        ("The tablet is to be omitted.", "“to be omitted”", "“Omit …”"),
        ("Bandages are not to be removed.", "“to be removed”", "“Do not remove …”"),
        ("Consent must be obtained.", "“must be obtained”", "Say who does it"),
        ("Smoking is not permitted.", "“is not permitted”", "“Do not …”"),
        ("The dose is given by mouth.", "it does not say who", "“give”"),
        ("Blood is usually obtained by skin puncture.", "it does not say who", "“obtain”"),
        ("It may be caused by stress.", "“may be caused” is passive.", "“stress …”, then “cause”"),
        ("This should be borne in mind.", "it does not say who", "Say who does it"),
    ],
)
def test_a_passive_says_what_to_write(text: str, message: str, hint: str) -> None:
    found = next(f for f in grammar(text) if f.code == "grammar.passive")
    assert message in found.message
    assert hint in found.hint


def test_hints_of_the_other_checks() -> None:
    (found,) = grammar("The nurse fills in a patient safety incident report.")
    assert "string of 4 nouns" in found.message
    assert "“report of …”" in found.hint
    (found,) = grammar("You can make a decision later.")
    assert found.hint == "Use the verb: “decide”."
    (found,) = grammar("Headaches are not uncommon.")
    assert found.severity is Severity.WARNING
    assert "what is so" in found.hint
    assert "“common”" not in found.hint
    (found,) = grammar("The patient must not eat for six hours.")
    assert "“Do not eat …”" in found.hint
    (found,) = grammar("Patients should only drink water.")
    assert "“Only drink …”" in found.hint
    (found,) = grammar("Low residue diet sheets are at the desk.")
    assert "“sheets for …”" in found.hint


@pytest.mark.parametrize("word", sorted(words("double-negative", "adjectives")))
def test_no_double_negative_is_answered_with_a_bare_opposite(word: str) -> None:
    found = [f for f in grammar(f"This is not {word}.") if f.code == "grammar.double-negative"]
    assert len({f.hint for f in found} | {_SAY_WHAT_IS_SO}) == 1


def test_a_split_shows_the_words_around_it_and_the_length_is_a_setting() -> None:
    text = "The clinic is on the second floor, and the waiting room is at the end of the corridor."
    assert grammar(text) == []
    (found,) = grammar(text, max_sentence_words=10)
    assert found.code == "grammar.split"
    assert "“on the second floor” and “the waiting room is”" in found.message
    assert "“The waiting room is …”" in found.hint
    assert found.value == 18


def test_a_split_shows_whole_words() -> None:
    text = "The medicine gave a lower risk (a two-thirds reduction), and the nurse-led team looks after people here."
    (found,) = [one for one in grammar(text, max_sentence_words=10) if one.code == "grammar.split"]
    assert "“two-thirds reduction” and “the nurse-led”" in found.message


def test_a_kept_term_of_the_glossary_counts_as_one_noun() -> None:
    text = "Bring your sleep apnea mask cleaning kit."
    kept = Glossary((Entry("mask cleaning kit", Pos.NOUN, Treatment.KEEP),))
    assert [f.code for f in grammar(text, glossary=Glossary())] == ["grammar.noun-string"]
    assert grammar(text, glossary=kept) == []


def test_the_table_of_hidden_verbs_is_large_and_no_noun_is_its_own_verb_of_doing() -> None:
    rows = table("hidden-verb")
    nouns = {noun for group in rows["light"] for noun in group["nouns"]}
    assert len(nouns) >= 150
    assert all(
        better and better.split()[0] not in group["verbs"].split()
        for group in rows["light"]
        for better in group["nouns"].values()
    )
    assert all(better.split()[0].endswith("ing") for better in rows["of"].values())


@pytest.mark.parametrize("name", ["Dr. Smith", "Mr. A. Smith", "Prof. J. Lee-Roe"])
def test_a_name_with_a_title_or_an_initial_says_who_does_it(name: str) -> None:
    segment = Segment("s", f"The clinic is run by {name}.")
    (found,) = findings(edition(section("A", Block("p", BlockKind.PARAGRAPH, (Unit((segment,)),)))))
    assert found.message == "“is run” is passive."
    assert f"“{name} …”" in found.hint


WORDS = """
patients should not be given unless the blood test result management unlikely without , ; and but so “ ” ( ) is was get
taken by nurse make a decision of removal 5 mg - x-ray don't must need to
"""


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=40))
def test_findings_of_any_text_point_into_it(tokens: list[str]) -> None:
    text = " ".join(tokens)
    for found in grammar(text, max_sentence_words=5):
        assert found.code in CODES
        assert pointed_at(text, found)[1].strip()


def test_word_lists_hold_plain_small_words_and_no_word_stands_in_two_lists() -> None:
    passive, strings = table("passive"), table("noun-string")
    adjectives, states = (set(passive[key].split()) for key in ("adjectives", "states"))
    assert not adjectives & states
    assert all(word.isalpha() and word.islower() for word in adjectives | states)
    heads = [noun for nouns in strings["heads"].values() for noun in nouns.split()]
    assert len(heads) == len(set(heads))
