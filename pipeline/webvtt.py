"""Cues to WebVTT text (W3C WebVTT: The Web Video Text Tracks Format)."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.edition import Cue

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def webvtt(cues: Iterable[Cue]) -> str:
    """A WebVTT file: one cue a segment, its id the segment's, in the order given.

    A cue without an id (the spoken notice) has no id line. Line breaks become blanks, since an empty line
    would end a cue; `<`, `>` and `&` are escaped, and with them the arrow that would end a cue's id.
    """
    blocks = ["WEBVTT"]
    for cue in cues:
        timing = f"{timestamp(cue.start)} --> {timestamp(max(cue.end, cue.start + 0.001))}"
        lines = [_one_line(cue.segment), timing, _one_line(cue.text)]
        blocks.append("\n".join(line for line in lines if line))
    return "\n\n".join(blocks) + "\n"


def timestamp(seconds: float) -> str:
    """HH:MM:SS.mmm, rounded to the nearest millisecond."""
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def _one_line(text: str) -> str:
    return " ".join(text.replace("\0", "\ufffd").split()).translate(_ESCAPES)
