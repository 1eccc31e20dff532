"""Remarks to Plainleaf are no part of any document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import codec, read
from pipeline.document import Document, Segment, map_segments
from pipeline.errors import InputError
from pipeline.read.remarks import Flaw, blanked, find
from tests.builds import LEAFLET, build, contents, write

REMARK = "<!-- plainleaf ignore reading.grade: a reason of ours -->"
LINES = st.lists(
    st.sampled_from(
        [
            "",
            "Your tablets",
            "KEEP IT DRY",
            "- one",
            "- two",
            "1. Wash your hands.",
            "Take 5 mg with food. Do not",
            "lie down after it.",
            "Name\tDose",
            "> quoted",
            "a.png",
            "----",
        ]
    ),
    min_size=1,
    max_size=12,
)


def bare(document: Document) -> bytes:
    """The document without places in the source."""

    def at_no_place(segment: Segment) -> Segment:
        return replace(segment, span=None)

    made = map_segments(document, at_no_place)
    source = replace(made.source, sha256="")
    sections = tuple(
        replace(
            section,
            heading=None if section.heading is None else replace(section.heading, span=None),
            blocks=tuple(replace(block, span=None) for block in section.blocks),
        )
        for section in made.every_section()
    )
    return codec.to_json(replace(made, source=source, lead=None, sections=sections))


@given(LINES, st.lists(st.integers(0, 12), min_size=1, max_size=3))
def test_a_plain_text_reads_as_if_its_remarks_were_not_there(lines: list[str], places: list[int]) -> None:
    with_remarks = list(lines)
    for place in places:
        with_remarks.insert(place, REMARK)
    try:
        without = read.run("\n".join(lines).encode(), "a.txt")
    except InputError:
        with pytest.raises(InputError):
            read.run("\n".join(with_remarks).encode(), "a.txt")
        return
    reading = read.run("\n".join(with_remarks).encode(), "a.txt")
    assert bare(reading.document) == bare(without.document)
    assert len(reading.remarks) == len(places)
    for segment in reading.document.segments():
        if segment.span is not None:
            assert segment.text.split()[0] in reading.text[segment.span.start : segment.span.end]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<!-- plainleaf ignore a.b: c -->", ["ignore a.b: c"]),
        ("<!--plainleaf ignore a.b: c-->", ["ignore a.b: c"]),
        ("<!-- Plainleaf ignore a.b:\n  c -->", ["ignore a.b: c"]),
        ("x <!-- plainleaf a --> y <!-- plainleaf b --> z", ["a", "b"]),
        ("<!--\n plainleaf ignore a.b: c\n-->", ["ignore a.b: c"]),
        ("<!--- plainleaf ignore a.b: c --->", ["ignore a.b: c"]),
        ("<!--\u00a0plainleaf\u00a0ignore a.b: c -->", ["ignore a.b: c"]),
        ("<!--\ufeff\u200b plainleaf ignore a.b: c -->", ["ignore a.b: c"]),
        ("<!-- plainleaf ignore a.b: c -- d -->", ["ignore a.b: c -- d"]),
        ("<!-- plainleaf " + "a " * 3000 + "-->", [" ".join("a" * 3000)]),
        ("Use `mg` here <!-- plainleaf a: b --> and rest.", ["a: b"]),
        ("<!-- plainleafs a -->", []),
        ("<!-- other -->", []),
        ("x <- plainleaf", []),
        ("<!-- the plain leaf -->", []),
        ("Ask <plainleaf@example.org> to ignore it.", []),
    ],
)
def test_what_is_a_remark(source: str, words: list[str]) -> None:
    assert [(one.words, one.flaw) for one in find(source)] == [(text, None) for text in words]


@pytest.mark.parametrize(
    ("source", "flaws"),
    [
        ("<!-- plainleaf a\nb\n\nc -->", [Flaw.OPEN]),
        ("<!-- plainleaf a", [Flaw.OPEN]),
        ("<!-- plainleaf a: b\nTake it.\n<!-- plainleaf a: b -->", [Flaw.OPEN, None]),
        ("<!-- plainleaf a: b\nTake it.\n<!-- for the printer -->", [Flaw.OPEN]),
        ("<! -- plainleaf ignore a.b: c -->", [Flaw.NEAR]),
        ("<!- plainleaf ignore a.b: c ->", [Flaw.NEAR]),
        ("<!— plainleaf ignore a.b: c —>", [Flaw.NEAR]),
        ("<-- plainleaf ignore a.b: c -->", [Flaw.NEAR]),
        ("<!-- plain-leaf ignore a.b: c -->", [Flaw.NEAR]),
        ("<!-- Plain Leaf: ignore a.b: c -->", [Flaw.NEAR]),
    ],
)
def test_what_was_meant_as_a_remark_and_is_none(source: str, flaws: list[Flaw | None]) -> None:
    assert [one.flaw for one in find(source)] == flaws


@pytest.mark.parametrize("opening", ["<!--\n plainleaf", "<!--- plainleaf", "<!--\u00a0plainleaf", "<!--PLAINLEAF"])
@pytest.mark.parametrize("closing", ["-->", "--->"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize("place", ["{}\nTake it.", "Take it. {}", "- Take it.\n{}\n- Rest.", "    {}\n\nTake it."])
def test_a_remark_is_one_in_every_format_and_is_not_seen(name: str, place: str, opening: str, closing: str) -> None:
    remark = f"{opening} ignore reading.grade: a reason of ours {closing}"
    text = place.format(remark)
    source = f"<h1>T</h1><p>{text}</p>" if name.endswith("html") else f"Your tablets\n============\n\n{text}\n"
    reading = read.run(source.encode(), name)
    assert [(one.words, one.flaw) for one in reading.remarks] == [("ignore reading.grade: a reason of ours", None)]
    shown = " ".join(segment.text for segment in reading.document.segments())
    assert "Take it." in shown
    assert "ours" not in shown
    assert "leaf" not in shown.lower()


@pytest.mark.parametrize("text", ["Use `mg` here {} and rest.", "Use {} `mg`.", "Use `mg` {}.", "`a`{}`b`"])
def test_code_beside_a_remark_is_not_the_remark(text: str) -> None:
    reading = read.run(f"# T\n\n{text.format(REMARK)}\n".encode(), "a.md")
    assert [one.flaw for one in reading.remarks] == [None]


def test_a_remark_that_a_format_takes_for_text_is_said_to_be_seen() -> None:
    shown = read.run(f"# T\n\nTake it. \\{REMARK}\n".encode(), "a.md")
    assert [one.flaw for one in shown.remarks] == [Flaw.SHOWN]


def test_many_remarks_that_are_not_closed_take_no_time() -> None:
    assert len(find("<!-- plainleaf a\n" * 50_000)) == 50_000


@pytest.mark.parametrize("source", [f"{REMARK} " * 20_000, f"{REMARK}\n" * 20_000, f"a {REMARK}" * 20_000])
def test_many_remarks_are_blanked_in_no_time(source: str) -> None:
    without, unseen = blanked(source)
    assert len(without) == len(source)
    assert without.replace("a", "").strip() == ""
    assert len(unseen) == (0 if "a <" in source else 20_000 if "\n" in source else 1)


def test_words_beside_a_remark_stay_and_other_comments_are_text() -> None:
    reading = read.run(f"Your tablets\n\nTake it. {REMARK} Rest.\n\n<!-- for the printer -->\n".encode(), "a.txt")
    text = " ".join(segment.text for segment in reading.document.segments())
    assert "Take it. Rest." in " ".join(text.split())
    assert "for the printer" in text
    assert "plainleaf" not in text


def test_a_file_of_remarks_alone_has_no_text() -> None:
    with pytest.raises(InputError):
        read.run(REMARK.encode(), "a.txt")


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_no_remark_reaches_an_edition(tmp_path: Path, suffix: str) -> None:
    lines = LEAFLET.splitlines()
    lines[4:4] = [REMARK]
    text = "\n".join(lines)
    if suffix == ".html":
        text = "".join(f"{line}\n" if line == REMARK else f"<p>{line}</p>\n" for line in lines)
    write(tmp_path / "source", f"wound{suffix}", text)
    build(tmp_path)
    for name, data in contents(tmp_path / "outputs").items():
        assert b"a reason of ours" not in data, name
