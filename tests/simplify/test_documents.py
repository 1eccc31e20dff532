"""Whole documents: ids, origins, definitions, marks, what is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.document import BlockKind, Document, Level, Mark, Segment, Unit, map_segments
from pipeline.glossary.entries import Entry, Glossary, Pos, Treatment
from pipeline.simplify import run
from pipeline.simplify.define import as_spelled
from pipeline.simplify.simplification import Simplification
from tests.simplify.cases import sample_glossary
from tests.simplify.documents import body, document

LONG = "The rash is not painful; it fades within a few weeks."


def plain(*blocks: tuple[BlockKind, list[str]]) -> Simplification:
    return run(document(*blocks), sample_glossary())


def test_a_split_sentence_has_numbered_segments_with_their_origin() -> None:
    result = plain((BlockKind.PARAGRAPH, [LONG + " Rest well."]))
    segments = [s for b in result.document.sections[0].blocks for s in b.segments()]
    assert [(s.id, s.origin) for s in segments] == [
        ("b0u0.1.1", "b0u0.1"),
        ("b0u0.1.2", "b0u0.1"),
        ("b0u0.2", "b0u0.2"),
    ]
    assert result.document.level is Level.PLAIN


def test_every_segment_has_an_origin() -> None:
    result = plain((BlockKind.PARAGRAPH, [LONG]), (BlockKind.CODE, ["x = 1"]))
    assert all(segment.origin for segment in result.document.segments())


def test_every_edit_names_rule_entry_and_reason() -> None:
    result = plain((BlockKind.PARAGRAPH, [LONG + " She utilized it."]))
    assert [(e.rule, e.entry, e.origin, e.segment) for e in result.edits if e.applied] == [
        ("split.semicolon", None, "b0u0.1", "b0u0.1.1"),
        ("lexical", "utilize", "b0u0.2", "b0u0.2"),
    ]
    assert all(edit.reason for edit in result.edits)


def test_a_term_is_defined_once_after_its_first_sentence() -> None:
    text = "A neurologist will see you. The neurologist asks about your pain."
    result = plain((BlockKind.PARAGRAPH, [text]))
    assert body(result.document) == [
        "A neurologist will see you.",
        "A neurologist is a doctor who treats the brain and nerves.",
        "The neurologist asks about your pain.",
    ]
    added = result.document.sections[0].blocks[0].units[0].segments[1]
    assert (added.note, added.origin, added.id) == ("definition", "b0u0.1", "b0u0.1.definition")
    assert [edit.rule for edit in result.edits] == ["define"]


def test_one_definition_a_sentence_two_a_paragraph_the_rest_later() -> None:
    first = "The neurologist plans a biopsy of the lesion. The biopsy is quick. The lesion is small."
    result = plain((BlockKind.PARAGRAPH, [first]), (BlockKind.PARAGRAPH, ["The lesion may heal."]))
    notes = [[s.note is not None for s in b.segments()] for b in result.document.sections[0].blocks]
    assert notes == [[False, True, False, True, False], [False, True]]


def test_an_order_and_a_word_before_a_noun_are_explained_too() -> None:
    result = plain((BlockKind.PARAGRAPH, ["Do not take it if you ever had a hypersensitivity reaction."]))
    assert body(result.document)[1] == "Hypersensitivity is a strong response of the body."


def test_nothing_stands_between_a_list_and_what_leads_to_it() -> None:
    blocks = (
        (BlockKind.PARAGRAPH, ["Rest. Tell the neurologist if you have:"]),
        (BlockKind.LIST, ["a lesion", "pain"]),
    )
    assert body(plain(*blocks).document) == ["Rest.", "Tell the neurologist if you have:", "a lesion", "pain"]


def test_a_section_explains_no_more_than_a_reader_can_take_in() -> None:
    terms = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]
    entries = tuple(
        Entry(term, Pos.NOUN, Treatment.DEFINE, definition=f"{term.title()} is a kind of {term} test.")
        for term in terms
    )
    texts = [f"The doctor explains the {term} to you." for term in terms]
    result = run(document((BlockKind.PARAGRAPH, texts)), Glossary(entries))
    assert sum(1 for segment in result.document.segments() if segment.note) == 4


@pytest.mark.parametrize(
    "own",
    [
        "A neurologist is a doctor for the nerves.",
        "A neurologist, a doctor for the nerves, will see you.",
        "Neurologists are the doctors for the nerves.",
        "You will meet the neurologist. This is a doctor for the nerves.",
        "We work with a neurologist, a kind of doctor for the nerves.",
        "We work with a neurologist (a doctor for the nerves).",
        "A neurologist, which means a doctor for the nerves, will see you.",
        "A doctor for the nerves, called a neurologist, will see you.",
    ],
)
def test_a_term_that_the_text_explains_itself_is_not_defined(own: str) -> None:
    result = plain((BlockKind.PARAGRAPH, ["Ask the neurologist about it.", own]))
    assert not any(segment.note for segment in result.document.segments())


@pytest.mark.parametrize(
    "other",
    [
        "You will meet the neurologist, the nurse and the cook.",
        "You will meet the neurologist. This takes an hour.",
        "After you saw the neurologist, the pain in your hand may ease.",
        "You will meet the neurologist. This is because your hand is weak.",
        "The number is on the door of the neurologist (room 4).",
    ],
)
def test_a_term_that_the_text_only_names_is_defined(other: str) -> None:
    result = plain((BlockKind.PARAGRAPH, [other]))
    assert sum(bool(segment.note) for segment in result.document.segments()) == 1


def test_no_definition_in_headings_and_tables() -> None:
    made = document((BlockKind.TABLE, ["A neurologist will see you."]), heading="Your neurologist")
    assert not any(segment.note for segment in run(made, sample_glossary()).document.segments())


def test_initials_are_written_out_once() -> None:
    result = plain((BlockKind.PARAGRAPH, ["You will have an MRI today. The MRI is loud. An ECG is quick."]))
    assert body(result.document) == [
        "You will have a magnetic resonance imaging (MRI) today.",
        "The MRI is loud.",
        "A heart tracing (ECG) is quick.",
    ]


def test_initials_that_the_text_writes_out_stay() -> None:
    text = "Magnetic resonance imaging (MRI) is loud. An MRI is safe."
    assert body(plain((BlockKind.PARAGRAPH, [text])).document)[1] == "An MRI is safe."


@pytest.mark.parametrize("kind", [BlockKind.QUOTE, BlockKind.CODE, BlockKind.BOILERPLATE, BlockKind.DESCRIPTION])
def test_blocks_that_keep_their_words(kind: BlockKind) -> None:
    text = "She utilized the medication."
    assert body(plain((kind, [text])).document) == [text]


def test_headings_and_cells_are_reworded_but_not_split() -> None:
    made = document((BlockKind.TABLE, [LONG + " She utilized it."]), heading="How we utilize the pump; what it does")
    result = run(made, sample_glossary()).document
    assert result.sections[0].heading is not None
    assert result.sections[0].heading.text.startswith("How we use the pump;")
    assert body(result) == [LONG, "She used it."]


def _linked(text: str, words: str, kind: str = "link") -> Document:
    start = text.index(words)
    mark = Mark(kind, start, start + len(words), "https://example.org" if kind == "link" else None)
    return map_segments(
        document((BlockKind.PARAGRAPH, [text])),
        lambda s: replace(s, marks=(mark,)) if s.text == text else s,
    )


def test_a_link_goes_with_its_words() -> None:
    result = run(_linked(LONG, "a few weeks"), sample_glossary())
    first, second = result.document.sections[0].blocks[0].segments()
    assert first.marks == ()
    (mark,) = second.marks
    assert second.text[mark.start : mark.end] == "a few weeks"
    assert mark.href == "https://example.org"


def test_words_of_a_link_are_not_changed() -> None:
    text = "Read about your medication today."
    assert body(run(_linked(text, "your medication"), sample_glossary()).document) == [text]


def test_a_sentence_that_would_lose_its_link_stays() -> None:
    text = LONG
    result = run(_linked(text, "painful; it"), sample_glossary())
    (segment,) = result.document.sections[0].blocks[0].segments()
    assert segment.text == text
    assert segment.marks
    assert [edit.applied for edit in result.edits] == [False, False]
    assert "simplify.refused" in {finding.code for finding in result.findings}


def test_emphasis_whose_words_went_is_dropped() -> None:
    result = run(_linked("She utilized it.", "utilized", "strong"), sample_glossary())
    (segment,) = result.document.sections[0].blocks[0].segments()
    assert (segment.text, segment.marks) == ("She used it.", ())


def test_a_long_sentence_that_cannot_be_split_is_reported() -> None:
    text = (
        "If the wound opens again or the skin around it feels hot, do not take off the bandage until a nurse has "
        "looked at it."
    )
    result = plain((BlockKind.PARAGRAPH, [text]))
    assert body(result.document) == [text]
    assert [finding.code for finding in result.findings] == ["simplify.long"]


def test_another_language_comes_back_as_it_is() -> None:
    made = document((BlockKind.PARAGRAPH, ["Beba agua."]), language="es")
    result = run(made, sample_glossary())
    assert body(result.document) == ["Beba agua."]
    assert result.edits == ()


def test_a_second_time_changes_nothing() -> None:
    texts = [
        "The neurologist plans a biopsy of the lesion, but the physician will discontinue the medication first.",
        "You will have an MRI today. Although the scan is loud, it does not hurt at all. The lesion may heal.",
    ]
    once = plain((BlockKind.PARAGRAPH, texts), (BlockKind.LIST, [LONG])).document
    again = run(once, sample_glossary())
    assert [s.text for s in again.document.segments()] == [s.text for s in once.segments()]
    assert not [edit for edit in again.edits if edit.applied]


def test_empty_documents_and_units() -> None:
    made = document((BlockKind.PARAGRAPH, [""]))
    assert body(run(made, sample_glossary()).document) == []
    blank = map_segments(document((BlockKind.PARAGRAPH, ["x"])), lambda s: Segment(s.id, ""))
    assert run(blank, sample_glossary()).edits == ()
    assert Unit(()).text == ""


def test_a_sentence_in_another_language_stays_and_is_not_explained() -> None:
    source = document((BlockKind.PARAGRAPH, [LONG + " She utilized it."]))
    there = map_segments(source, lambda s: replace(s, language="es") if s.id.startswith("b0") else s)
    result = run(there, sample_glossary())
    assert body(result.document) == body(there)
    assert result.edits == ()


OWN_ENTRIES = Glossary(
    (
        Entry("AST", Pos.NOUN, Treatment.EXPAND, plain="liver cell enzyme"),
        Entry("ALT", Pos.NOUN, Treatment.EXPAND, plain="liver duct enzyme"),
        Entry("PAD", Pos.NOUN, Treatment.EXPAND, plain="peripheral artery disease"),
        Entry("QoL", Pos.NOUN, Treatment.EXPAND, plain="quality of life"),
        Entry("hypertension", Pos.NOUN, Treatment.REPLACE, plain="high blood pressure"),
        Entry("gonorrhea", Pos.NOUN, Treatment.DEFINE, definition="Gonorrhea is a germ spread by sex.", source="NHS"),
        Entry("syphilis", Pos.NOUN, Treatment.DEFINE, definition="Syphilis is a germ spread by sex.", source="NHS"),
        Entry(
            "esophagitis",
            Pos.NOUN,
            Treatment.DEFINE,
            variants=("oesophagitis",),
            definition="Esophagitis is swelling of the food pipe.",
            source="NHS",
        ),
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The AST and ALT are high.", "The liver cell enzyme (AST) and liver duct enzyme (ALT) are high."),
        ("She has peripheral arterial disease (PAD) now.", "She has peripheral arterial disease (PAD) now."),
        ("Your QoL is good.", "Your quality of life (QoL) is good."),
        ("The ALTs were low.", "The liver duct enzymes (ALTs) were low."),
        ("Hypertension (high blood pressure) is common.", "Hypertension (high blood pressure) is common."),
        ("She has hypertension, also called high blood pressure.",) * 2,
        ("She has hypertension.", "She has high blood pressure."),
    ],
)
def test_initials_and_words_that_the_text_explains_itself(text: str, expected: str) -> None:
    assert " ".join(body(run(document((BlockKind.PARAGRAPH, [text])), OWN_ENTRIES).document)) == expected


def test_two_illnesses_with_like_definitions_are_both_explained() -> None:
    text = "You may have gonorrhea. You may have syphilis."
    result = body(run(document((BlockKind.PARAGRAPH, [text])), OWN_ENTRIES).document)
    assert [line for line in result if "spread by sex" in line] == [
        "Gonorrhea is a germ spread by sex.",
        "Syphilis is a germ spread by sex.",
    ]


def test_a_definition_is_spelled_as_its_text_is() -> None:
    result = body(run(document((BlockKind.PARAGRAPH, ["The doctor found oesophagitis."])), OWN_ENTRIES).document)
    assert result[1] == "Oesophagitis is swelling of the food pipe."


def test_a_name_in_a_definition_keeps_its_capitals() -> None:
    entry = Entry(
        "non-Hodgkin tumor",
        Pos.NOUN,
        Treatment.DEFINE,
        variants=("non-Hodgkin tumour",),
        definition="Non-Hodgkin tumor is a growth of the lymph nodes.",
        source="NHS",
    )
    assert as_spelled(entry, "non-Hodgkin tumour") == "Non-Hodgkin tumour is a growth of the lymph nodes."
