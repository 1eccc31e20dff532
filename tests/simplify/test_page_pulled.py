"""Sentences pulled out of a page: which, and what goes with them. The examples are written for these tests."""

from __future__ import annotations

import pytest

from pipeline.document import BlockKind
from pipeline.parser import Parser
from pipeline.simplify.page import add
from pipeline.simplify.page.help import is_emergency, is_help
from pipeline.simplify.page.orders import orders
from pipeline.simplify.page.page import Page
from tests.simplify.pages import page, part, parts

_PARSE = Parser()


@pytest.mark.parametrize(
    "text",
    [
        "Take 1 tablet with food.",
        "Do not drive for 2 days.",
        "Never stop this medicine by yourself.",
        "Please bring this sheet with you.",
        "If you miss a dose, take it as soon as you remember.",
        "You should drink water after the test.",
        "You must not eat for 6 hours.",
        "You need to call the clinic first.",
        "You will need to stay for 1 hour.",
        "Adults should not take more than 8 tablets.",
        "Ibuprofen 200 mg: take 1 tablet 3 times a day.",
        "Store in a cool, dry place.",
        "Rest for 2 days after the test.",
        "You may shower, but do not soak the wound.",
        "Falls can harm the joint, so remove loose rugs.",
    ],
)
def test_an_instruction(text: str) -> None:
    assert orders(_PARSE(text))


@pytest.mark.parametrize(
    "text",
    [
        "Rest helps your body heal.",
        "You should feel better in 3 days.",
        "Most people need 2 types of medicine.",
        "You may have pain and need a rest.",
        "How should you take it?",
        "The nurse will take your blood pressure.",
        "Use of this medicine can harm the liver.",
        "Patients should be told about the risks.",
        "You may need to stay for 1 night.",
        "You do not need to fast.",
        "The forms are useful, but do not always change what doctors ask.",
        "These patients see clinicians, who assess them and engage them in care.",
        "Drive-through centers have helped.",
        "More information is on our website, or call 555-0100.",
    ],
)
def test_no_instruction(text: str) -> None:
    assert not orders(_PARSE(text))


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("Call 911 if you cannot breathe.", True),
        ("Go to the nearest emergency department.", True),
        ("This is an emergency.", True),
        ("Use the pen and call an ambulance.", True),
        ("Call your doctor if the pain gets worse.", False),
        ("See a doctor right away if you have a rash.", False),
        ("Tell your nurse at once if your arm swells.", False),
        ("Get medical help if you have a fever.", False),
        ("Stop the tablets and seek medical advice if your skin turns yellow.", False),
        ("If the cut is red, call us on 555-0100.", False),
        ("You should see your doctor if it lasts more than 3 days.", False),
    ],
)
def test_a_call_for_help(text: str, urgent: bool) -> None:
    made = Page(page("About it", text))
    assert is_help(made, text)
    assert is_emergency(made) is urgent


@pytest.mark.parametrize(
    "text",
    [
        "Tell your doctor if you are pregnant.",
        "Ask a pharmacist before taking this medicine if you have liver disease.",
        "Do not stop the tablets unless your doctor tells you to.",
        "To change your appointment, call 555-0100.",
        "Call us if you have any questions.",
        "Many people go to the emergency room because of falls.",
        "When should you call a doctor?",
        "Your doctor will call you if the test is positive.",
        "Do not call 911 for a refill.",
    ],
)
def test_no_call_for_help(text: str) -> None:
    assert not is_help(Page(page("About it", text)), text)


@pytest.mark.parametrize(
    ("text", "pulled"),
    [
        ("A controller eases swelling. Take it every day.", ["A controller eases swelling.", "Take it every day."]),
        (
            "If you cannot reach us, do not wait. Go to the nearest hospital.",
            ["If you cannot reach us, do not wait.", "Go to the nearest hospital."],
        ),
        (
            "Take aspirin each day. But do not take it if you have an ulcer. Ulcers are sores.",
            ["Take aspirin each day.", "But do not take it if you have an ulcer."],
        ),
        (
            "Use the cream at night. It is not for children. It smells of mint.",
            ["Use the cream at night.", "It is not for children."],
        ),
        (
            "Ibuprofen 200 mg: take 1 tablet for pain. It works fast. Do not take more than 6 tablets in 24 hours.",
            [
                "Ibuprofen 200 mg: take 1 tablet for pain.",
                "It works fast.",
                "Do not take more than 6 tablets in 24 hours.",
            ],
        ),
        (
            "Amlodipine relaxes the arteries. Your ankles may swell. Do not eat grapefruit while you take it.",
            [
                "Amlodipine relaxes the arteries.",
                "Your ankles may swell.",
                "Do not eat grapefruit while you take it.",
            ],
        ),
        ("The scan is loud. Wear ear plugs. The room is cold.", ["Wear ear plugs."]),
    ],
)
def test_an_instruction_keeps_what_it_leans_on_and_what_limits_it(text: str, pulled: list[str]) -> None:
    assert part("what-to-do", "At home", text) == ["At home", *pulled]


def test_an_instruction_stays_with_the_list_it_leads_to() -> None:
    text = "Do not take this medicine if you:\n\n- have liver disease\n- take warfarin\n\nIt is a tablet."
    expected = ["Before you start", "Do not take this medicine if you:", "have liver disease", "take warfarin"]
    assert part("what-to-do", "Before you start", text) == expected


def test_a_list_that_says_who_is_at_risk_is_no_instruction() -> None:
    text = "Your risk is higher if you:\n\n- smoke\n- drink alcohol every day"
    assert part("what-to-do", "Your risk", text) == []


def test_instructions_behind_a_sentence_that_is_none() -> None:
    text = "Small changes help:\n\n- Eat less salt.\n- Walk each day."
    assert part("what-to-do", "At home", text) == ["At home", "Small changes help:", "Eat less salt.", "Walk each day."]


def test_signs_above_a_call_for_help_go_with_it() -> None:
    text = "You may have:\n\n- a high fever\n- a stiff neck\n\nIf you have any of these, call 911."
    expected = ["Watch for", "You may have:", "a high fever", "a stiff neck", "If you have any of these, call 911."]
    assert part("when-to-get-help", "Watch for", text) == expected


def test_a_heading_that_begins_the_sentence_goes_with_its_list() -> None:
    text = "- your lips are blue\n- you cannot talk\n\nYour plan is on the next page."
    assert part("when-to-get-help", "Call 911 if", text) == ["Call 911 if", "your lips are blue", "you cannot talk"]


def test_steps_are_kept_whole_and_in_order() -> None:
    made = add(page("The steps", "1. Shake the bottle.\n2. The liquid turns white.\n3. Drink it."), ("what-to-do",))
    block = made.sections[0].blocks[-1]
    assert (block.kind, block.ordered) == (BlockKind.LIST, True)
    assert [s.text for s in block.segments()] == ["Shake the bottle.", "The liquid turns white.", "Drink it."]


def test_instructions_stand_under_their_headings_and_those_above() -> None:
    source = page("Children", "Ask us first.", "Adults", "The dose is high.\n\n### At night\n\nTake 2 tablets.")
    assert parts(add(source, ("what-to-do",)))["what-to-do"] == [
        "Children",
        "Ask us first.",
        "Adults",
        "At night",
        "Take 2 tablets.",
    ]


def test_quotations_and_tables_are_not_pulled() -> None:
    text = "> Drink it all.\n\n| Morning | Take 1 tablet. |\n|---|---|\n| Night | Take 2 tablets. |"
    assert part("what-to-do", "What people say", text) == []


def test_a_section_about_help_is_not_given_twice() -> None:
    source = page("When to call us", "Call 911 if you faint.", "Dose", "Take 1 tablet. Call us if you feel sick.")
    made = parts(add(source, ("when-to-get-help", "what-to-do")))
    assert made["what-to-do"] == ["Dose", "Take 1 tablet.", "Call us if you feel sick."]
    assert parts(add(source, ("what-to-do",)))["what-to-do"][0] == "When to call us"
