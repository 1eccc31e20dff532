"""Long series as lists: the fixture file, and what becomes of the blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.check.carried import carried
from pipeline.document import Block, BlockKind, Document, Mark, map_segments
from pipeline.parser import Parser
from pipeline.simplify import run
from pipeline.simplify.series import series
from tests.simplify.cases import cases, sample_glossary
from tests.simplify.documents import document

LONG = "The most common side effects are headache, nausea, diarrhea, and tiredness."
PARSE = Parser()


@pytest.mark.parametrize(("source", "expected"), cases("lists.txt"))
def test_series(source: str, expected: str) -> None:
    found = series(PARSE(source))
    assert (source if found is None else "\n".join([found.lead, *(f"- {i}" for i in found.items)])) == expected


def blocks(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH, disable: tuple[str, ...] = ()) -> tuple[Block, ...]:
    return run(document((kind, list(texts))), sample_glossary(), disable=disable).document.sections[0].blocks


def test_a_paragraph_is_cut_around_its_list() -> None:
    made = blocks(f"Rest well. {LONG} They pass soon.")
    assert [(block.id, block.kind, block.text) for block in made] == [
        ("b0", BlockKind.PARAGRAPH, "Rest well. The most common side effects are:"),
        ("b0.1", BlockKind.LIST, "headache\nnausea\ndiarrhea\ntiredness"),
        ("b0.2", BlockKind.PARAGRAPH, "They pass soon."),
    ]
    assert [unit.row for unit in made[1].units] == [0, 1, 2, 3]
    assert {segment.origin for segment in made[1].segments()} == {"b0u0.2"}
    ids = [segment.id for block in made for segment in block.segments()]
    assert len(ids) == len(set(ids))


def test_two_lists_in_one_paragraph() -> None:
    made = blocks(f"{LONG} {LONG}")
    assert [(block.id, block.kind) for block in made] == [
        ("b0", BlockKind.PARAGRAPH),
        ("b0.1", BlockKind.LIST),
        ("b0.2", BlockKind.PARAGRAPH),
        ("b0.3", BlockKind.LIST),
    ]


def test_items_and_quotations_are_left_whole() -> None:
    for kind in (BlockKind.LIST, BlockKind.QUOTE, BlockKind.TABLE):
        assert [block.text for block in blocks(LONG, kind=kind)] == [LONG]


def test_lists_can_be_switched_off() -> None:
    assert [block.text for block in blocks(LONG, disable=("list",))] == [LONG]


def test_nothing_is_lost_and_the_list_is_told_in_the_edits() -> None:
    source = document((BlockKind.PARAGRAPH, [LONG]))
    result = run(source, sample_glossary())
    assert carried(source, result.document) == ()
    (edit,) = [edit for edit in result.edits if edit.rule == "list"]
    assert (edit.before, edit.after.count("\n- "), edit.applied) == (LONG, 4, True)


def test_a_second_time_changes_nothing() -> None:
    once = run(document((BlockKind.PARAGRAPH, [LONG])), sample_glossary()).document
    assert [b.text for b in run(once, sample_glossary()).document.blocks()] == [b.text for b in once.blocks()]


def linked(source: Document, words: str) -> Document:
    start = LONG.index(words)
    mark = Mark("link", start, start + len(words), "https://example.org")
    return map_segments(source, lambda s: replace(s, marks=(mark,)) if s.text == LONG else s)


def test_a_link_goes_with_its_item_and_one_over_two_items_keeps_the_sentence() -> None:
    source = document((BlockKind.PARAGRAPH, [LONG]))
    result = run(linked(source, "nausea"), sample_glossary()).document
    items = [segment for block in result.sections[0].blocks[1:] for segment in block.segments()]
    assert [(i.text, [i.text[m.start : m.end] for m in i.marks]) for i in items][1] == ("nausea", ["nausea"])
    whole = run(linked(source, "nausea, diarrhea"), sample_glossary())
    assert [block.text for block in whole.document.blocks()] == [LONG]
    assert [edit.reason for edit in whole.edits if edit.rule == "list"] == ["a link would be lost"]
