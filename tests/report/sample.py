"""Reports to render: a small one as a reader meets it, and odd ones that must break nothing."""

from __future__ import annotations

from hypothesis import strategies as st

from pipeline.edition import Counts, LeftOut, Readability, SectionScore
from pipeline.findings import Finding, Severity, Where, catalogue, digest
from pipeline.report import CheckedFile, CheckReport, Failed, Ignored

ALT = Finding(
    "alt.missing",
    Severity.ERROR,
    "The picture has no alt text.",
    Where("source/b.md", 9, 4, "care", "s2", "en", 9, 12),
    "Say what it shows.",
    "WCAG 1.1.1",
    digest("pump.png"),
)
GRADE = Finding(
    "reading.grade",
    Severity.WARNING,
    "Section “Care” reads at grade 9.1.",
    Where("source/b.md", 7, 1, "care", None, "en"),
    "Split its longest sentences.",
    "WCAG 3.1.5",
    digest("section care"),
    9.1,
)
REVIEW = Finding(
    "read.description",
    Severity.NEEDS_REVIEW,
    "A description of a picture.",
    Where("source/a.txt", 3, 1, "", "s1", None, 4, 9),
    standard="WCAG 1.1.1",
    about=digest("A pump."),
)
FILE = Finding("read.decoded-windows-1252", Severity.NOTE, "Read as\nWindows-1252.", Where("source/a.txt"))
KNOWN = Finding(
    "reading.long-sentence", Severity.NOTE, "The sentence has 31 words.", Where("source/b.md", 11, 1, "care")
)
SPARED = Finding("alt.short", Severity.NEEDS_REVIEW, "“Pump” is very short.", Where("source/b.md", 13, 1, "care"))


def readability(*sections: str) -> Readability:
    """Figures with the named sections; each has 40 words counted and 3 left out."""
    scores, counted, left_out = {"fkgl": 7.25, "smog": 8.5}, Counts(40, 4, 60, 5), (LeftOut(3, "heading"),)
    parts = tuple(SectionScore(name.lower().replace(" ", "-"), name, scores, counted, left_out) for name in sections)
    return Readability("en", scores, counted, left_out, parts)


REPORT = CheckReport(
    findings=(GRADE, FILE, ALT, REVIEW),
    files=(CheckedFile("source/b.md", readability("Care", "Call us")), CheckedFile("source/a.txt", readability(""))),
    failed=(Failed("source/c.md", "source/c.md: the file is empty.", "Write something into it."),),
    known=(KNOWN,),
    ignored=(Ignored(SPARED, "the caption says the rest"),),
    fixed=2,
    baseline="baseline.json",
    codes=frozenset({"alt.missing", "alt.short", "reading.grade", "reading.no-heading", "read.description"}),
)  # fmt: skip
EMPTY = CheckReport(())

# Any character there is: control characters, line ends, halves of surrogate pairs, and what the formats give a meaning.
odd = st.one_of(
    st.text(st.characters(), max_size=40),
    st.lists(
        st.sampled_from(
            [
                *(
                    "::error::",
                    "##[error]",
                    "%0A",
                    "%25",
                    ":",
                    ",",
                    "]]>",
                    "{0}",
                    "[a](b)",
                    "<b>",
                    "&amp;",
                    '"',
                    "../",
                    "C:\\a b.md",
                ),
                *("\n", "\r\n", "\r", "\x00", "\x1b[31m", "\x85", "\u2028", "\u202e", "\ufffe", "\ud800", "\udcff"),
                *("é", "😀", "x" * 5000),
            ]
        ),
        max_size=6,
    ).map("".join),
)
lines = st.none() | st.integers(1, 10_000)
places = st.builds(Where, odd, lines, lines, st.none() | odd, st.none() | odd, st.none() | odd, lines, lines)
findings = st.builds(
    Finding,
    st.sampled_from(sorted(catalogue())),
    st.sampled_from(Severity),
    odd,
    places,
    odd,
    odd,
    st.just("") | odd.map(lambda text: digest(text.encode("utf-8", "replace").decode())),
    st.none() | st.floats(allow_nan=False, allow_infinity=False),
)
few = st.lists(findings, max_size=4).map(tuple)
sections = st.builds(SectionScore, odd, odd, st.just({"fkgl": 7.25}), st.just(Counts(40, 4, 60, 5)))
figures = st.builds(
    Readability,
    st.sampled_from(["en", "es", "xx"]),
    st.just({"fkgl": 7.25}) | st.just({}),
    st.just(Counts(40, 4, 60, 5)),
    st.lists(st.builds(LeftOut, st.integers(0, 9), odd), max_size=3).map(tuple),
    st.lists(sections, max_size=3).map(tuple),
)
reports = st.builds(
    CheckReport,
    few,
    st.lists(st.builds(CheckedFile, odd, figures), max_size=2).map(tuple),
    st.lists(st.builds(Failed, odd, odd, odd), max_size=2).map(tuple),
    few,
    st.lists(st.builds(Ignored, findings, odd), max_size=2).map(tuple),
    st.integers(0, 9),
    odd,
    st.sampled_from(Severity),
    st.sets(st.sampled_from(sorted(catalogue()))).map(frozenset),
)
