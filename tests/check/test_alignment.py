from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import read, score
from pipeline.check import run
from pipeline.check.alignment import align
from pipeline.edition import Edition
from pipeline.settings import Check


def written(text: str, source: str, part: str) -> str | None:
    """What stands in the source for a part of the text."""
    places = align(text, source)
    if places is None:
        return None
    start = text.index(part)
    return source[places[start][0] : places[start + len(part) - 1][1]]


@pytest.mark.parametrize(
    ("text", "source", "part", "found"),
    [
        ("Take 5.0 mg now.", "Take 5.0 mg now.", "5.0 mg", "5.0 mg"),
        ("Take 5.0 mg now.", "Take <b>5</b>.0 mg now.", "5.0 mg", "5</b>.0 mg"),
        ("Take 5.0 mg now.", "Take 5.0&nbsp;mg now.", "5.0 mg", "5.0&nbsp;mg"),
        ("Take 5.0 mg now.", "Take **5.0\n   mg** now.", "5.0 mg", "5.0\n   mg"),
        ("Give < 3 tablets.", "Give &lt; 3 tablets.", "< 3 tablets", "&lt; 3 tablets"),
        ("See the list now.", 'See [the list](list.html "mg") now.', "now", "now"),
        ("Take 50 µg.", "Take 50&#160;&micro;g.", "50 µg", "50&#160;&micro;g"),
        ("Bold bed.", '<b class="bold">Bold</b> bed.', "bed", "bed"),
        ("Other words.", "These are the words.", "words", None),
        ("Take it.", "Take", "it", None),
    ],
)
def test_a_part_is_found_as_it_is_written(text: str, source: str, part: str, found: str | None) -> None:
    assert written(text, source, part) == found


@given(st.text(max_size=60), st.text(max_size=120))
def test_places_rise_and_hold_what_they_stand_for(text: str, source: str) -> None:
    places = align(text, source)
    if places is not None:
        assert len(places) == len(text)
        assert all(before[1] <= after[0] for before, after in pairwise(places))


@pytest.mark.parametrize("piece", ["<", "<a ", "](", "[a](", "&", "&#", "*", "<!--", "a"])
def test_a_huge_source_does_not_hang(piece: str) -> None:
    assert align("a" * 10 + "b", piece * 100_000) is None


@pytest.mark.parametrize(
    ("suffix", "text", "line", "column"),
    [
        (".html", "<h1>T</h1><p>Take <b>5</b>.0 mg, then\n5.0 mg.</p>", 1, 22),
        (".md", "# T\n\nTake **5.0 mg**.\n", 3, 8),
        (".txt", "T\n\nTake 5.0 mg.\n", 3, 6),
    ],
)
def test_a_finding_stands_where_its_words_do(suffix: str, text: str, line: int, column: int) -> None:
    reading = read.run(text.encode(), "a" + suffix)
    edition = Edition(reading.document, score.run(reading.document))
    first, *_ = [f for f in run(edition, Check(), source_text=reading.text) if f.code == "dose.trailing-zero"]
    assert (first.where.line, first.where.column) == (line, column)
