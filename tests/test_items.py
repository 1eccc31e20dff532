from __future__ import annotations

import pytest

from pipeline.findings import catalogue
from pipeline.items import Standard, english_only, named, of_code, standards


@pytest.mark.parametrize(
    ("key", "numbers"),
    [
        ("cdc", [str(number) for number in range(1, 21)]),
        ("pemat", [str(number) for number in (*range(1, 13), *range(15, 27))]),
    ],
)
def test_numbered_standards_have_all_their_items(key: str, numbers: list[str]) -> None:
    assert [item.number for item in standards()[key].items] == numbers


def test_every_code_named_exists() -> None:
    codes = {code for standard in standards().values() for item in standard.items for code in item.codes}
    assert codes <= set(catalogue())
    assert english_only() <= set(catalogue())


def test_every_finding_names_items_that_name_it() -> None:
    for entry in catalogue().values():
        for standard, item in named(entry.standard):
            assert entry.code in item.codes, f"{entry.code} is not among the codes of {standard.name} {item.number}"


@pytest.mark.parametrize("standard", standards().values(), ids=lambda standard: standard.key)
def test_items_of_a_standard_differ_and_say_something(standard: Standard) -> None:
    assert len({item.number for item in standard.items}) == len(standard.items)
    assert len({item.title for item in standard.items}) == len(standard.items)
    assert all(len(item.codes) == len(set(item.codes)) for item in standard.items)
    assert standard.source
    assert standard.note


def test_no_program_says_what_only_a_person_can() -> None:
    for key, number in (("cdc", "1"), ("cdc", "19"), ("pemat", "10"), ("nhs", "inclusive words"), ("wcag", "2.4.6")):
        (item,) = [item for item in standards()[key].items if item.number == number]
        assert item.codes == ()


def test_an_unknown_item_is_a_bug() -> None:
    assert named("") == ()
    assert [item.number for _, item in named("PEMAT-P 4; WCAG 3.1.3")] == ["4", "3.1.3"]
    for wrong in ("WCAG", "WCAG 9.9.9", "PEMAT-P 13", "some standard 1"):
        with pytest.raises(KeyError):
            named(wrong)


def test_a_code_knows_all_its_items() -> None:
    assert {(standard.key, item.number) for standard, item in of_code("alt.long")} == {("nhs", "alt text length")}
    assert of_code("no.such") == ()
