from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.edition import Cue
from pipeline.webvtt import timestamp, webvtt


def test_a_file_with_ids_times_and_text() -> None:
    cues = [Cue("", "Draft.", 0.05, 1.2), Cue("s1.2", "Take 5 mg.", 1.5, 3_723.4)]
    assert webvtt(cues) == (
        "WEBVTT\n\n00:00:00.050 --> 00:00:01.200\nDraft.\n\ns1.2\n00:00:01.500 --> 01:02:03.400\nTake 5 mg.\n"
    )


def test_text_cannot_break_out_of_its_cue() -> None:
    text = webvtt([Cue("a-->b", "x < y & z --> w\n\n00:00 --> 00:01\nno", 0, 1)])
    assert text.count("-->") == 1
    assert text.endswith("x &lt; y &amp; z --&gt; w 00:00 --&gt; 00:01 no\n")


def test_no_cues() -> None:
    assert webvtt([]) == "WEBVTT\n"


def test_rounding_carries() -> None:
    assert timestamp(59.9996) == "00:01:00.000"
    assert timestamp(3_599.9999) == "01:00:00.000"


@given(st.lists(st.tuples(st.text(), st.text(), st.floats(0, 10_000), st.floats(0, 100))))
def test_one_block_a_cue_whatever_the_text(rows: list[tuple[str, str, float, float]]) -> None:
    text = webvtt(Cue(segment, words, start, start + length) for segment, words, start, length in rows)
    header, *blocks = text.rstrip("\n").split("\n\n")
    assert header == "WEBVTT"
    assert len(blocks) == len(rows)
    assert all(block.count("-->") == 1 for block in blocks)
