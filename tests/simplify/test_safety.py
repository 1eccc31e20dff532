"""What must never happen, on generated health sentences: a fact changed, a broken sentence, a second change."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import facts
from pipeline.glossary import load as load_glossary
from pipeline.glossary.entries import Glossary
from pipeline.simplify import simplify_lines

OWN: Glossary = load_glossary()

WHO = st.sampled_from(["The patient", "Your physician", "Most adults", "Some children", "The neurologist", "You"])
MAY = st.sampled_from(["may", "might", "should", "must", "can", "could", "may not", "should not", "must not", "cannot"])
DOES = st.sampled_from(
    [
        "discontinue the medication",
        "take 2.5 mg of warfarin twice a day",
        "utilize 500 mg tablets every 6 hours",
        "experience severe dyspnea",
        "require an additional injection of 10 units of insulin",
        "undergo surgery within 24 hours",
        "commence metformin 850 mg once daily",
        "suffer from hypertension",
        "consume approximately 3 liters of fluid",
        "contact the clinic on 555-0142",
    ]
)
WHEN = st.sampled_from(
    [
        "",
        " if the fever persists",
        " unless a physician advises it",
        " until the pain subsides",
        " prior to the procedure",
    ]
)
JOIN = st.sampled_from([", and ", ", but ", "; ", "; however, ", ", although ", ", whereas "])
OPEN = st.sampled_from(["", "However, ", "Furthermore, ", "In children under 12, ", "If you are pregnant, "])
TAIL = st.sampled_from(
    ["", ", reducing the risk of stroke by 20%", ", which may cause bleeding", ", a drug that is not for children"]
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence with numbers, doses, "not", "may" and conditions in every mixture."""
    first = f"{draw(WHO)} {draw(MAY)} {draw(DOES)}{draw(WHEN)}"
    second = f"{draw(JOIN)}{draw(WHO).lower()} {draw(MAY)} {draw(DOES)}" if draw(st.booleans()) else ""
    text = f"{draw(OPEN)}{first}{second}{draw(TAIL)}."
    return text[0].upper() + text[1:]


@settings(max_examples=30, deadline=None)
@given(st.lists(sentences(), min_size=1, max_size=8))
def test_facts_survive_and_a_second_time_changes_nothing(source: list[str]) -> None:
    once = list(simplify_lines(source, OWN))
    for before, after in zip(source, once, strict=True):
        assert facts.compare(before, after) == ()
        assert "  " not in after
        assert " ." not in after
    again = list(simplify_lines((part for line in once for part in split(line)), OWN))
    assert again == [part for line in once for part in split(line)]


def split(text: str) -> list[str]:
    from pipeline.score import sentences as counting

    return [text[a:b] for a, b in counting.split(text)]


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=120))
def test_any_text_comes_back_as_one_line(text: str) -> None:
    (line,) = simplify_lines([text.replace("\n", " ")], OWN)
    assert isinstance(line, str)
    assert bool(line.strip()) == bool(text.replace("\n", " ").strip())


def test_instructions_keep_their_condition_in_the_same_sentence() -> None:
    source = [
        "Do not take this medication if you are pregnant.",
        "Discontinue the tablets and call your physician if you develop a rash or severe dyspnea.",
        "Take one tablet, and do not drive until the dizziness subsides.",
        "Call 911 if you experience chest pain, and do not wait until morning.",
    ]
    for before, after in zip(source, simplify_lines(source, OWN), strict=True):
        assert after.count(".") == before.count("."), after


def test_what_is_too_long_to_be_a_sentence_is_left_as_it_is() -> None:
    text = "utilize the medication prior to meals and " * 400
    assert list(simplify_lines([text, "Utilize it."], load_glossary())) == [text.strip(), "Use it."]


TERMS = sorted({spelling for entry in OWN.entries for spelling in entry.spellings})
PIECES = st.one_of(
    st.sampled_from(TERMS),
    st.sampled_from(
        [
            "the",
            "a",
            "of",
            "is",
            "was",
            "are",
            "it",
            "there",
            "you",
            "nurse",
            "which",
            "who",
            "by",
            "for",
            "to",
            "and",
            "or",
            "but",
            "not",
            "if",
            ",",
            ".",
            ";",
            ":",
            "(",
            ")",
            "-",
            "'",
            "5",
            "mg",
            "BID",
            "in",
        ]
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=9).map(" ".join), min_size=1, max_size=12))
def test_any_words_in_any_order_are_answered(lines: list[str]) -> None:
    assert len(list(simplify_lines(lines, OWN))) == len(lines)


def test_every_term_is_answered_by_itself() -> None:
    lines = [line for term in TERMS for line in (term, f"{term.capitalize()},", f"The {term}", f"It is {term}.")]
    assert len(list(simplify_lines(lines, OWN))) == len(lines)
