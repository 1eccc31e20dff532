"""What holds for any source: an answer, no text lost, spans that fit."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.document import BlockKind
from pipeline.errors import InputError
from pipeline.read import Reading, run
from pipeline.read.inline import INVISIBLE
from tests.read.outlines import words

FOLDER = Path(__file__).parent / "fixtures" / "outlines"
SUFFIXES = (".txt", ".md", ".html")
MARKUP = """
Take 2.5 mg. ~Do not stop~    ~- ~1. ~2) ~a) ~| ~|---|---|~> ~# ~=====~---~**~_~`~```~[~](x)~![~<p>~</p>~<b>~</td>
~<table><tr><td>~<ul><li>~</ul>~<br>~&lt;~&~<!--~-->~<script>~</script>~<img src='a.png' alt='b'>~a.png~<h2>~</h2>
~Latest Posts~[^1]: x~é~µ~¿Qué? ~NOTES~Title Case~<del>~<sup>2</sup>~<figure>~<figcaption>~<pre>~<nav>~<main>
~<blockquote>~Label: value~• ~[ ] ~Q. ~THE WORDS~cell\tcell~x ........ 5~Mon 9:00~call 555-0100~<li value=9>~</pre>~
<ol start=3 reversed>~<dl><dt>~<dd>~<o:p>~~~~[^2]~Ask?~End.~not~https://a.org/b.png~\\~  ~x
""".strip()
PIECES = st.sampled_from(
    [
        *MARKUP.replace("\n", "").split("~"),
        "\n",
        "\n\n",
        "\t",
        "\u00ad",
        "\ufeff",
        "\x0c",
        "~~",
        "\x01",
        "---\ntitle: x\n---\n",
    ]
)
SOURCES = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=200))


def squeezed(text: str) -> str:
    """Without white space and characters that cannot be seen; raised figures as plain ones."""
    return "".join(unicodedata.normalize("NFKC", re.sub(rf"[\s{INVISIBLE}]+", "", text)).split())


def raw_words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def try_run(data: bytes, suffix: str) -> Reading | None:
    try:
        return run(data, f"a{suffix}")
    except InputError:
        return None


@given(st.binary(max_size=300), st.sampled_from(SUFFIXES))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_answered(data: bytes, suffix: str) -> None:
    try_run(data, suffix)


@given(SOURCES, st.sampled_from(SUFFIXES))
@settings(max_examples=250, deadline=None)
def test_any_text_is_answered_in_sound_documents(source: str, suffix: str) -> None:
    reading = try_run(source.encode("utf-8", "replace"), suffix)
    if reading is None:
        return
    document = reading.document
    ids = [segment.id for segment in document.segments()]
    assert len(ids) == len(set(ids))
    for segment in document.segments():
        if segment.span is not None:
            assert 0 <= segment.span.start < segment.span.end <= len(reading.text)
        assert all(0 <= mark.start < mark.end <= len(segment.text) for mark in segment.marks)
        assert not re.search(r"[\x00-\x08\x0b-\x1f]", segment.text)
    for section in document.every_section():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", section.slug)
        for block in section.blocks:
            assert (block.image is not None) == (block.kind is BlockKind.IMAGE)
            assert block.kind is not BlockKind.HEADING


@given(SOURCES)
@settings(max_examples=250, deadline=None)
def test_no_word_of_a_plain_text_is_lost(source: str) -> None:
    reading = try_run(source.encode("utf-8", "replace"), ".txt")
    if reading is None:
        return
    visible = re.sub(rf"[{INVISIBLE}]+", "", reading.text)
    kept = raw_words(" ".join(words(reading.document)))
    markers = re.compile(r"^\s*(?:[-*+•‣⁃◦▪●○·–—✓✔☐□]|\[[ xX]?\]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+", re.MULTILINE)
    # A list marker is a mark, not a word; everything else must be there as often as in the source.
    needed = raw_words(markers.sub("", markers.sub("", visible)))
    for word in set(needed):
        assert kept.count(word) >= needed.count(word), word


@given(SOURCES)
@settings(max_examples=250, deadline=None)
def test_a_span_of_a_plain_text_holds_the_segments_words(source: str) -> None:
    reading = try_run(source.encode("utf-8", "replace"), ".txt")
    for segment in reading.document.segments() if reading else ():
        if segment.id != "title" or segment.span is not None:
            assert segment.span is not None
            raw = reading.text[segment.span.start : segment.span.end] if reading else ""
            assert squeezed(re.sub(r"\n\s*>[> ]*", "\n", raw)) == squeezed(segment.text)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")) + sorted(FOLDER.glob("*.html")), ids=lambda p: p.name)
def test_a_span_of_marked_up_text_holds_the_segments_words(path: Path) -> None:
    """Without its tags, markup and entities the source in the span is the segment's text."""
    reading = run(path.read_bytes(), path.name)
    placed = 0
    for segment in reading.document.segments():
        if segment.span is None:
            continue
        placed += 1
        raw = reading.text[segment.span.start : segment.span.end]
        if path.suffix == ".md":
            raw = re.sub(r"\[\^[^]]+\]:?|~~.*?~~", "", raw)
            raw = re.sub(r"!\[[^]]*\]\([^)]*\)", "", raw)
            raw = re.sub(r"\]\([^)]*\)|\]\[[^]]*\]", "", raw)
        raw = re.sub(r"<(del|script)>.*?</\1>|<!.*?>", "", raw)
        plain = html.unescape(re.sub(r"</?[a-z][a-z0-9:]*(?:\s[^>]*)?>", "", raw))
        if path.suffix == ".md":
            marks = r"[*`\\\[\]<>]|^\s*>"
            assert re.sub(marks, "", squeezed(plain)) == re.sub(marks, "", squeezed(segment.text))
        else:
            assert squeezed(plain) == squeezed(segment.text)
    assert placed > 10


LONG = {  # what is repeated, how often, what stands behind it
    "elements": ("<div>", 10_000, "deep words after"),
    "quotes": ("> ", 10_000, "deep words after"),
    "bullets on a line": ("- ", 10_000, "deep words after"),
    "brackets": ("[", 100_000, "deep words after"),
    "pictures": ("![", 50_000, "deep words after"),
    "tags": ("<a ", 50_000, "> deep words after"),
    "open attributes": ('<a "', 50_000, "> deep words after"),
    "attributes": ("<p " + " ".join(f"a{i}=b" for i in range(30_000)) + ">deep words after</p>", 1, ""),
    "comments": ("<!--", 50_000, "-->deep words after"),
    "ampersands": ("&", 100_000, " deep words after"),
    "words": ("deep words after ", 50_000, ""),
    "letters": ("deepwordsafter", 50_000, ""),
    "stars": ("*deep _words after ", 20_000, ""),
    "tildes": ("~~deep words after ", 20_000, "after"),
    "open marks": ("<b><i>deep words after", 3_000, ""),
    "tables in tables": ("<table><tr><td>deep words after", 300, ""),
    "lists in lists": ("<ul><li>deep words after", 1_000, ""),
    "numbers": ("1. deep words after\n", 20_000, ""),
    "counted": ("\n2. deep words after\n1. x", 10_000, ""),
    "bullets": ("- deep words after\n", 20_000, ""),
    "other bullets": ("- deep words\n* after\n+ x\n", 7_000, ""),
    "bullet paragraphs": ("<p>\u2022 deep words after</p>", 10_000, ""),
    "rows": ("deep | words | after\n", 20_000, ""),
    "tabs": ("deep\twords\tafter\n", 20_000, ""),
    "dots": ("deep ........ after\n", 20_000, ""),
    "lines": ("deep words after\n", 20_000, ""),
    "capitals": ("DEEP WORDS\nAre after.\n", 10_000, ""),
    "labels": ("Deep: words after\n", 20_000, ""),
    "breaks": ("Deep words after<br>", 20_000, ""),
    "marked lines": ("**Deep**\nwords after\n", 5_000, ""),
    "preformatted": ("<pre>Deep words after\n", 10_000, ""),
    "paragraphs": ("deep words after\n\n", 10_000, ""),
    "picture lines": ("a.png\ndeep words after\n", 10_000, ""),
}


def _read_long(name: str, suffix: str, share: int) -> None:
    piece, times, rest = LONG[name]
    reading = try_run((piece * max(1, times // share) + rest).encode(), suffix)
    if reading is not None and name not in ("tags", "open attributes", "comments", "tildes"):
        kept = "".join(segment.text for segment in reading.document.segments())
        assert "after" in kept


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", LONG)
def test_long_and_deep_sources_are_read(name: str, suffix: str) -> None:
    _read_long(name, suffix, 10)


@pytest.mark.soak
@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", LONG)
def test_very_long_and_deep_sources_are_read(name: str, suffix: str) -> None:
    _read_long(name, suffix, 1)


@pytest.mark.parametrize(("depth", "is_told"), [(5, False), (30_000, True)])
@pytest.mark.parametrize(("suffix", "opening"), [(".html", "<div>"), (".md", "> ")])
def test_markup_that_is_too_deep_is_read_as_plain_text_and_says_so(
    suffix: str, opening: str, depth: int, is_told: bool
) -> None:
    reading = try_run((opening * depth + "Rest for two days.\n").encode(), suffix)
    assert reading is not None
    assert "Rest for two days." in {segment.text for segment in reading.document.segments()}
    assert ("read.as-plain-text" in {found.code for found in reading.findings}) is is_told
