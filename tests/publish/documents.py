"""Documents of every shape, for properties that must hold for all of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from pipeline.document import Block, BlockKind, Document, Image, Level, Mark, Section, Segment, State, Unit
from tests.publish.sample import SOURCE

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")) | st.sampled_from("<>&\"'{}%[]`"),
    min_size=1,
    max_size=30,
).filter(lambda text: bool(text.strip()))
HREFS = st.sampled_from(
    [
        "https://example.org/a",
        "javascript:alert(1)",
        "tel:911",
        "../x.html",
        "data:text/html,x",
        "JaVaScRiPt:x",
        "//a.b",
    ]
)


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    text = draw(WORDS)
    ends = st.integers(0, len(text) + 2)
    marks = tuple(
        Mark(kind, *sorted((draw(ends), draw(ends))), href=draw(HREFS) if kind == "link" else None)
        for kind in draw(st.lists(st.sampled_from(["link", "strong", "emphasis", "code"]), max_size=3))
    )
    refused = draw(st.booleans())
    state = State.REFUSED if refused else draw(st.sampled_from([State.MACHINE, State.REVIEWED]))
    note = draw(st.sampled_from([None, "definition"]))
    return Segment("", text, marks=marks, state=state, language="en" if refused else None, note=note)


def units(**more: st.SearchStrategy[int] | st.SearchStrategy[bool]) -> st.SearchStrategy[Unit]:
    return st.builds(Unit, st.lists(segments(), min_size=1, max_size=3).map(tuple), **more)


def cells() -> st.SearchStrategy[list[Unit]]:
    unit = units(row=st.integers(0, 3), column=st.integers(0, 3), header=st.booleans())
    return st.lists(unit, min_size=1, max_size=6, unique_by=lambda u: (u.row, u.column)).map(
        lambda us: sorted(us, key=lambda u: (u.row, u.column))
    )


@st.composite
def items(draw: st.DrawFn) -> list[Unit]:
    made = draw(st.lists(units(depth=st.integers(0, 9)), min_size=1, max_size=5))
    return [replace(unit, row=row) for row, unit in enumerate(made)]


IMAGES = st.builds(
    Image,
    WORDS,
    st.sampled_from([None, "images/Thermo meter.PNG", "../escape.png"]),
    st.none() | segments(),
    st.none() | segments(),
)


def blocks() -> st.SearchStrategy[Block]:
    plain = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.CODE, BlockKind.BOILERPLATE])
    return st.one_of(
        st.builds(Block, st.just("b"), plain, st.lists(units(), min_size=1, max_size=3).map(tuple)),
        st.builds(Block, st.just("b"), st.just(BlockKind.LIST), items().map(tuple), ordered=st.booleans()),
        st.builds(Block, st.just("b"), st.just(BlockKind.TABLE), cells().map(tuple)),
        st.builds(Block, st.just("b"), st.just(BlockKind.IMAGE), image=IMAGES),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A Spanish document with ids, slugs and levels of its own."""

    def section(number: int, headed: bool) -> Section:
        heading = Block("h", BlockKind.HEADING, (draw(units()),)) if headed else None
        body = tuple(draw(st.lists(blocks(), max_size=3)))
        return Section(f"s{number}", f"part-{number}", heading, draw(st.integers(1, 6)), body)

    sections = tuple(section(number, True) for number in range(1, draw(st.integers(1, 4))))
    lead = section(0, False) if draw(st.booleans()) else None
    title = replace(draw(segments()), marks=())
    return Document("any", title, "es", sections, SOURCE, lead, Level.PLAIN)
