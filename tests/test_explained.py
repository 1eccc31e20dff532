from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline.explained import listing, markdown, page, standard_page
from pipeline.findings import CatalogueEntry, catalogue
from pipeline.items import Standard, of_code, standards


def test_the_list_has_every_code_once_under_its_group_and_every_standard() -> None:
    lines = listing().splitlines()
    for entry in catalogue().values():
        (place,) = [number for number, line in enumerate(lines) if line.split()[:1] == [entry.code]]
        heading = next(line for line in reversed(lines[:place]) if line and not line.startswith(" "))
        assert heading.endswith(f"({entry.group})")
        assert entry.title in lines[place]
    for standard in standards().values():
        assert f"  {standard.key:26} {standard.name}" in lines


@pytest.mark.parametrize("entry", catalogue().values(), ids=lambda entry: entry.code)
def test_a_page_has_title_severity_items_in_words_and_the_explanation(entry: CatalogueEntry) -> None:
    for text in (page(entry), markdown(entry)):
        assert entry.title in text
        assert entry.explain in text
        for standard, item in of_code(entry.code):
            assert f"{standard.name}, {item.number}: {item.title}" in text
    assert f"Severity: {entry.severity}." in page(entry)


def test_a_code_that_knows_one_language_says_so() -> None:
    assert "English texts only" in page(catalogue()["reading.grade"])
    assert "English texts only" not in page(catalogue()["alt.missing"])


@pytest.mark.parametrize("standard", standards().values(), ids=lambda standard: standard.key)
def test_a_standard_lists_its_items_with_how_each_is_checked_and_no_score(standard: Standard) -> None:
    text = standard_page(standard)
    for item in standard.items:
        assert item.title in text
        for code in item.codes:
            assert code in text
    assert text.count("\n" + " " * max(len(item.number) for item in standard.items) + "  a person") == sum(
        not item.codes for item in standard.items
    )
    assert f"{len(standard.checkable)} of {len(standard.items)} items can be checked" in text
    assert "does not mean" in text


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("dose.trailing-zero", 0, "ISMP, trailing zero: 1 mg, not 1.0 mg"),
        ("pemat", 0, "9  Sections have telling headings"),
        ("WCAG", 0, "1.1.1  Pictures have words that stand for them"),
        ("trailing-zero", 2, "Near it: dose.trailing-zero."),
        ("reading.grad", 2, "Near it: reading.grade"),
        ("xyzzy", 2, "All of them: plainleaf explain"),
    ],
)
def test_the_command_takes_a_code_or_a_standard_and_knows_what_was_meant(name: str, code: int, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "explain", name], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == code
    assert said in (done.stderr if code else done.stdout)


@pytest.mark.parametrize(
    "entry",
    [entry for entry in catalogue().values() if entry.group in ("read", "alt", "reading", "words", "grammar")],
    ids=lambda entry: entry.code,
)
def test_the_page_of_what_a_writer_mends_has_an_example(entry: CatalogueEntry) -> None:
    assert "Before" in entry.explain or "xample" in entry.explain
