from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Block, BlockKind, Unit
from pipeline.publish.layout import heading_depths, items, refused_notices, table
from pipeline.wording import wording
from tests.publish.documents import items as item_units
from tests.publish.sample import cell, segment


@pytest.mark.parametrize(
    ("levels", "depths"),
    [
        ([2, 2, 2], (2, 2, 2)),
        ([1, 1], (2, 2)),
        ([2, 4, 4, 3, 2], (2, 3, 3, 3, 2)),
        ([3, 2, 3], (2, 2, 3)),
        ([1, 2, 3, 4, 5, 6], (2, 3, 4, 5, 6, 6)),
        ([], ()),
    ],
)
def test_heading_levels_skip_nothing(levels: list[int], depths: tuple[int, ...]) -> None:
    assert heading_depths(levels) == depths


@given(st.lists(st.integers(1, 6)))
def test_a_heading_is_at_most_one_level_below_the_one_before(levels: list[int]) -> None:
    depths = (1, *heading_depths(levels))
    assert all(2 <= after <= before + 1 for before, after in pairwise(depths))


def _item(text: str, row: int, depth: int = 0) -> Unit:
    return Unit((segment(text, text),), row=row, depth=depth)


def test_items_side_by_side_stay_so() -> None:
    nodes = items(Block("l", BlockKind.LIST, tuple(_item(text, row) for row, text in enumerate("abc"))))
    assert [(node.units[0].text, node.children) for node in nodes] == [("a", ()), ("b", ()), ("c", ())]


def test_a_nested_list_nests() -> None:
    units = (_item("a", 0), _item("a.1", 1, 1), _item("a.1.x", 2, 2), _item("a.2", 3, 1), _item("b", 4))
    first, second = items(Block("l", BlockKind.LIST, units))
    assert [child.units[0].text for child in first.children] == ["a.1", "a.2"]
    assert first.children[0].children[0].units[0].text == "a.1.x"
    assert second.children == ()


def test_two_paragraphs_of_one_item_stay_in_it() -> None:
    (item,) = items(Block("l", BlockKind.LIST, (_item("a", 0), _item("more", 0))))
    assert [unit.text for unit in item.units] == ["a", "more"]


def test_a_list_a_thousand_deep_does_not_fall_over() -> None:
    units = tuple(_item("x", row, depth=row) for row in range(1000))
    assert len(items(Block("l", BlockKind.LIST, units))) == 1


@given(item_units())
def test_no_item_is_lost(units: list[Unit]) -> None:
    def flat(nodes: tuple[object, ...]) -> list[Unit]:
        return [u for node in nodes for u in (*node.units, *flat(node.children))]

    assert flat(items(Block("l", BlockKind.LIST, tuple(units)))) == units


def test_a_cell_nobody_wrote_is_an_empty_one() -> None:
    units = (cell("a", "Age", 0, 0, True), cell("b", "Dose", 0, 1, True), cell("c", "5 mL", 1, 1))
    rows = table(Block("t", BlockKind.TABLE, units))
    assert [[c.scope for c in row] for row in rows] == [["col", "col"], ["", ""]]
    assert rows[1][0].units == ()


def test_headers_down_the_side_are_headers_of_rows() -> None:
    units = (cell("a", "Dose", 0, 0, True), cell("b", "5 mL", 0, 1), cell("c", "Age", 1, 0, True), cell("d", "3", 1, 1))
    assert [[c.scope for c in row] for row in table(Block("t", BlockKind.TABLE, units))] == [["row", ""], ["row", ""]]


def test_an_empty_header_cell_is_no_header() -> None:
    units = (cell("a", " ", 0, 0, True), cell("b", "Dose", 0, 1, True))
    assert [c.scope for c in table(Block("t", BlockKind.TABLE, units))[0]] == ["", "col"]


def test_a_column_far_away_costs_nothing() -> None:
    units = (cell("a", "x", 0, 0), cell("b", "y", 0, 10**9))
    assert len(table(Block("t", BlockKind.TABLE, units))[0]) == 2


def test_sentences_left_in_two_languages_get_a_notice_each() -> None:
    refused = [segment(str(i), "x", language=language) for i, language in enumerate(["en", "es", "en"])]
    assert refused_notices(refused, wording("fr")) == (
        "Les phrases marquées « En anglais » n’ont pas pu être traduites de façon sûre. "
        "Elles sont affichées en anglais.",
        "Cette phrase n’a pas pu être traduite de façon sûre. Elle est affichée en espagnol.",
    )
