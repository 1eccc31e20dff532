from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import codec
from pipeline.document import (
    Block,
    BlockKind,
    Document,
    Image,
    Mark,
    Section,
    Segment,
    Source,
    Span,
    State,
    Unit,
    map_segments,
)

TEXT = st.text(max_size=20)
SEGMENTS = st.builds(
    Segment,
    id=TEXT,
    text=TEXT,
    span=st.none() | st.builds(Span, st.integers(0, 99), st.integers(0, 99)),
    origin=st.none() | TEXT,
    state=st.sampled_from(State),
    marks=st.lists(st.builds(Mark, TEXT, st.integers(0, 9), st.integers(0, 9), st.none() | TEXT), max_size=2).map(
        tuple
    ),
)
UNITS = st.builds(Unit, st.lists(SEGMENTS, max_size=3).map(tuple), row=st.integers(0, 5))
IMAGES = st.builds(Image, src=TEXT, alt=st.none() | SEGMENTS, caption=st.none() | SEGMENTS)
BLOCKS = st.builds(
    Block,
    id=TEXT,
    kind=st.sampled_from(BlockKind),
    units=st.lists(UNITS, max_size=2).map(tuple),
    image=st.none() | IMAGES,
)
SECTIONS = st.builds(
    Section,
    id=TEXT,
    slug=TEXT,
    heading=st.none() | BLOCKS,
    level=st.integers(1, 6),
    blocks=st.lists(BLOCKS, max_size=2).map(tuple),
)
DOCUMENTS = st.builds(
    Document,
    id=TEXT,
    title=SEGMENTS,
    language=st.sampled_from(["en", "pt"]),
    sections=st.lists(SECTIONS, max_size=2).map(tuple),
    source=st.builds(Source, TEXT, TEXT, TEXT, TEXT),
    lead=st.none() | SECTIONS,
)


@given(DOCUMENTS)
def test_json_gives_back_the_same_document(document: Document) -> None:
    assert codec.from_json(Document, codec.to_json(document)) == document


@given(DOCUMENTS)
def test_equal_documents_have_equal_bytes(document: Document) -> None:
    assert codec.to_json(document) == codec.to_json(replace(document))


@given(DOCUMENTS)
def test_mapping_visits_every_segment_in_reading_order(document: Document) -> None:
    seen: list[Segment] = []

    def note(segment: Segment) -> Segment:
        seen.append(segment)
        return replace(segment, text=segment.text + "!")

    mapped = map_segments(document, note)
    assert seen == list(document.segments())
    assert [s.text for s in mapped.segments()] == [s.text + "!" for s in document.segments()]


def test_json_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="title"):
        codec.from_json(Document, b'{"id": "a"}')
