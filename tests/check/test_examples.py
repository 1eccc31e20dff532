"""The examples on the explain pages: what stands under "Before" is found, what stands under "After" is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from pipeline import check, read, score
from pipeline.edition import Edition
from pipeline.findings import catalogue
from pipeline.settings import Check
from tests.check.cases import own_glossary

GROUPS = {"words", "grammar", "reading"}
_EXAMPLE = re.compile(r"\b(Before|After): (\"[^\"]+\"(?:(?:,| then|,? and further down)+ \"[^\"]+\")*)")
_QUOTED = re.compile(r"\"([^\"]+)\"")
_TIMES = {"reading.grade": 4, "reading.difficulty": 4, "reading.no-you": 25}  # so few words are not judged
_BEFORE = {"reading.heading-level": "# A leaflet\n\n", "reading.long-heading": "# A leaflet\n\n## "}


def examples() -> Iterator[tuple[str, str, str]]:
    """Code, "Before" or "After", and the text, of every example that is given word by word."""
    for code, entry in catalogue().items():
        if entry.group in GROUPS:
            for match in _EXAMPLE.finditer(" ".join(entry.explain.split())):
                if "…" not in match[2]:
                    yield code, match[1], "\n\n".join(_QUOTED.findall(match[2]))


EXAMPLES = list(examples())


@pytest.mark.parametrize(("code", "place", "text"), EXAMPLES, ids=[f"{code} {place}" for code, place, _ in EXAMPLES])
def test_the_example_shows_what_the_page_says(code: str, place: str, text: str) -> None:
    page = _BEFORE.get(code, "") + " ".join([text] * _TIMES.get(code, 1))
    reading = read.run(page.encode(), "page.md", language="en")
    edition = Edition(reading.document, score.run(reading.document))
    settings = Check(grammar=True)
    found = {f.code for f in check.run(edition, settings, source_text=reading.text, glossary=own_glossary)}
    assert (code in found) is (place == "Before")


ENGLISH_ONLY = {
    "reading.no-you",
    "reading.wants-list",
    *(code for code, entry in catalogue().items() if entry.group in {"words", "grammar"}),
}


@pytest.mark.parametrize("code", sorted(ENGLISH_ONLY))
def test_a_page_says_where_only_english_is_looked_at(code: str) -> None:
    assert "English only" in catalogue()[code].explain


@pytest.mark.parametrize(("code", "place", "text"), EXAMPLES, ids=[f"{code} {place}" for code, place, _ in EXAMPLES])
def test_what_is_found_in_another_language_is_not_said_to_be_english_only(code: str, place: str, text: str) -> None:
    page = _BEFORE.get(code, "") + " ".join([text] * _TIMES.get(code, 1))
    reading = read.run(page.encode(), "page.md", language="de")
    edition = Edition(reading.document, score.run(reading.document))
    found = {f.code for f in check.run(edition, Check(), source_text=reading.text, glossary=own_glossary)}
    assert found.isdisjoint(ENGLISH_ONLY)


def test_the_pages_give_examples() -> None:
    """The rest are of a whole page, or leave words out."""
    given = {code for code, place, _ in EXAMPLES if place == "Before"}
    without = {code for code, entry in catalogue().items() if entry.group in GROUPS} - given
    assert without == {
        "grammar.split",
        "reading.few-headings",
        "reading.long-paragraph",
        "reading.no-heading",
        "reading.no-stop",
    }
