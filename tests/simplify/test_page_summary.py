"""The summary, words to know and questions. The page is written for these tests."""

from __future__ import annotations

import pytest

from pipeline.document import BlockKind
from pipeline.simplify import run
from pipeline.simplify.page import add
from pipeline.simplify.page.ranking import Ranked, similarity, textrank, weights
from tests.simplify.cases import sample_glossary
from tests.simplify.documents import document
from tests.simplify.pages import page, part, parts

GOUT = (
    "Gout is a kind of arthritis that makes joints swell and hurt. It often begins at night. Crystals of uric acid "
    "cause the pain. But rest does not dissolve the crystals.",
    "Causes of gout",
    "Uric acid is a waste product that the kidneys remove from the blood. Meat and beer raise the uric acid in the "
    "blood. Some families have gout more often. These families share a gene.",
    "Treatment of gout",
    "Medicines for gout lower the uric acid in the blood. Take 100 mg of allopurinol each day. Drink water. Doctors "
    "check the uric acid with a blood test.",
    "If you have an attack",
    "Gout attacks last for some days and then stop. Call your doctor if you have a fever.",
)


def test_a_summary_is_three_to_five_sentences_that_stand_alone() -> None:
    made = part("summary", "What gout is", *GOUT)
    assert 3 <= len(made) <= 5
    assert made[0] == "Gout is a kind of arthritis that makes joints swell and hurt."
    assert all(text in " ".join(GOUT) for text in made)


@pytest.mark.parametrize(
    "begins",
    [
        "It often",  # leans on the sentence before
        "Crystals of",  # taken back by the next one
        "But rest",
        "These families",
        "Take 100 mg",  # a dose
        "Drink",  # an instruction
        "Gout attacks",  # under a condition
        "Call your",
    ],
)
def test_never_in_a_summary(begins: str) -> None:
    assert not [text for text in part("summary", "What gout is", *GOUT) if text.startswith(begins)]


def test_a_short_page_has_no_summary() -> None:
    assert part("summary", "What gout is", "Gout is a kind of arthritis. Joints swell and hurt.") == []


def test_textrank_by_its_formula() -> None:
    one, two, three = frozenset("abc"), frozenset("abd"), frozenset("xyz")
    assert similarity(one, two) == pytest.approx(2 / (2 * 1.0986122887))
    assert similarity(one, three) == 0
    assert textrank([one, two, three]) == pytest.approx((1.0, 1.0, 0.15))


def test_first_sentences_and_words_of_the_heading_weigh_more() -> None:
    words = frozenset("abc")
    first, later = weights([Ranked(words, is_first=True), Ranked(words)])
    headed, other = weights([Ranked(words, frozenset("a")), Ranked(words, frozenset("x"))])
    assert first > later
    assert headed > other


def test_words_to_know_are_all_definitions_once_in_alphabetical_order() -> None:
    texts = ["The neurologist plans a biopsy of the lesion. The biopsy is quick.", "The lesion may heal."]
    source = document((BlockKind.PARAGRAPH, texts))
    plain = run(source, sample_glossary()).document
    defined = [segment.text for segment in plain.segments() if segment.note == "definition"]
    made = parts(run(source, sample_glossary(), page=("words-to-know",)).document)["words-to-know"]
    assert sorted(made) == sorted(defined)
    assert [text.split()[1] for text in made if text.startswith("A ")] == ["biopsy", "lesion", "neurologist"]


def test_no_words_to_know_without_definitions() -> None:
    assert part("words-to-know", "About it", "Sleep is good.") == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Take 1 tablet a day. Call 911 if you faint.", "When will you get help?"),
        ("Take 1 tablet a day. Do not drive.", "In your own words, how will you use your medicine?"),
        ("Take 1 tablet. If you miss a dose, do not take 2.", "What will you do if you miss a dose?"),
        ("Do not drive. Side effects are rare.", "Which side effects can there be?"),
        ("1. Do not shake it.\n2. Open it.", "In your own words, what are the steps?"),
        ("Do not drive. Your appointment is on Monday.", "When and where is your appointment?"),
    ],
)
def test_a_question_is_asked_where_the_page_answers_it(text: str, asked: str) -> None:
    assert asked in part("teach-back", "About it", text)


@pytest.mark.parametrize("absent", ["When will you get help?", "What will you do if you miss a dose?"])
def test_a_question_is_not_asked_where_the_page_has_no_answer(absent: str) -> None:
    every = part("teach-back", "About it", "Take 1 tablet a day. Do not drive.")
    assert every
    assert absent not in every


def test_no_questions_about_a_page_that_says_little() -> None:
    assert part("teach-back", "About it", "Sleep is good. Do not smoke.") == []


def test_at_most_six_questions() -> None:
    text = (
        "Take 1 tablet a day. Do not take more than 2 tablets. If you miss a dose, wait. Side effects are rare. "
        "Your appointment is on Monday. Call 911 if you faint.\n\n1. Open it.\n2. Shake it."
    )
    assert len(parts(add(page("About it", text), ("teach-back",)))["teach-back"]) == 6
