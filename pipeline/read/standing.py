"""Lines that stand by themselves: addresses, phone lists, "label: value" lines, text between <br> or in <pre>.

Where a line of the source ends, the text mostly runs on; to cut "Do not take / aspirin" in two would turn it around.
Some line ends were meant: what they part becomes a unit of its own.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.read.inline import Inline
from pipeline.read.running import denies, is_full, is_open, is_stopped, opens_small, width

_LABEL = re.compile(r"[^\W\d_][\w'’/-]*(?: [\w'’/()-]+){0,4} ?:(?: |$)")
_TIME = re.compile(r"\d{1,2}(?:[:.]\d\d|h\d{0,2}| ?[ap]\.?m\b)")
_CONTACT = re.compile(r"(?:\d[\d\s().-]{4,}\d|\S+@\S+\.\w+|(?:https?://|www\.)\S+)\)?$")
_SHORT_NUMBER = re.compile(r"\b[1-9]\d{2}$")  # "Emergency: 911"
_BULLETED = re.compile(r"[•‣⁃◦▪■●○·✓✔☐□\uf0a7\uf0b7] ")
_LOOK = 80  # no label is longer
_SHORT = 45  # characters; lines of addresses and notes are no longer
_MIN_NOTES = 3  # lines; two may be one title
_FEW = 3  # words; a shorter line between two breaks is no part of a sentence


def lines_apart(text: Inline) -> list[Inline]:
    """`text` cut where a line of it ends that stands by itself; most often the text as it is."""
    whole = text.text
    offsets = [offset for offset in text.breaks if offset < len(whole)]
    if not offsets:
        return [text]
    lines = [whole[a:b].strip() for a, b in pairwise((0, *offsets, len(whole)))]
    wrapped_at = width(lines)
    notes = _are_notes(lines)
    strong = {(mark.start, mark.end) for mark in text.marks if mark.kind == "strong"}
    ends = []
    for i, (start, end) in enumerate(pairwise((-1, *offsets))):
        is_label = (start + 1, end) in strong and _is_label(lines[i], lines[i + 1])
        is_question = i == 0 and lines[0].endswith("?") and not opens_small(lines[1])
        if notes or is_label or is_question or _ends(lines[i], lines[i + 1], text, end, wrapped_at):
            ends.append(end)
    return text.cut(ends) if ends else [text]


def _is_label(line: str, following: str) -> bool:
    """Whether a strong line is a label over what follows, not the strong half of a sentence: "**Do not** / take"."""
    return not (is_open(line) or denies(line) or opens_small(following))


def _ends(line: str, following: str, text: Inline, offset: int, wrapped_at: int) -> bool:
    """Whether `line` stands by itself: nothing of it runs on in the `following` one."""
    if line.endswith(":") or _LABEL.match(following[:_LOOK]) or _BULLETED.match(following):
        return True
    if _TIME.match(following) and _TIME.match(line):
        return True
    if is_open(line):
        return False
    is_contact = _CONTACT.search(line[-_LOOK:]) or (len(line) <= _SHORT and _SHORT_NUMBER.search(line))
    if is_contact and not opens_small(following) and not is_full(line, following, wrapped_at):
        return True
    if offset not in text.hard or is_full(line, following, wrapped_at):
        return False
    return (
        is_stopped(line)
        or not opens_small(following)
        or (text.is_preformatted and max(len(line.split()), len(following.split())) <= _FEW)
    )


def _are_notes(lines: list[str]) -> bool:
    """Whether short lines are an address or the like: none is a sentence, denies something, or asks for more."""
    return (
        len(lines) >= _MIN_NOTES
        and all(
            len(line) <= _SHORT and not is_stopped(line) and not opens_small(line) and not denies(line)
            for line in lines
        )
        and not any(is_open(line) and line[-1] != "," for line in lines)
    )  # a comma ends many a line of an address
