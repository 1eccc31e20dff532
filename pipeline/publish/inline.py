"""A segment as safe HTML: text escaped, known marks as elements, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from pipeline.document import Mark, Segment, State
from pipeline.publish.links import is_shown_by, safe_href
from pipeline.wording import NOTED, Wording, wording

NESTING = ("link", "strong", "emphasis", "code")
"""Marks from the outermost to the innermost. Emphasis becomes strong: italics are hard to read."""

TOGETHER = re.compile(r"\d+(?:[.,]\d+)*[ \u00a0][°%µ]?[^\W\d_]{1,12}(?![^\W\d_])")
"""A number and the word behind it, mostly its unit: never to be torn apart at the end of a line."""

_CONTROLS = {c: None for c in (*range(0x20), 0x7F) if chr(c) not in "\t\n\r"}
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_REL = Markup('rel="noopener noreferrer"')

Times = Mapping[str, tuple[float, float]]
"""When each segment is spoken: id → start and end in seconds of its section's audio."""


def inline(segment: Segment) -> Markup:
    """The segment's text with its marks."""
    return _wrap(segment, 0, len(segment.text), NESTING)


def _wrap(segment: Segment, start: int, end: int, kinds: tuple[str, ...]) -> Markup:
    if not kinds:
        return _words(segment.text[start:end].translate(_CONTROLS))
    kind, *rest = kinds
    inner = tuple(rest)
    made = []
    for mark, left, right in _of_kind(segment.marks, kind, start, end):
        made.append(_wrap(segment, start, left, inner))
        made.append(_element(mark, segment.text[left:right], _wrap(segment, left, right, inner)))
        start = right
    made.append(_wrap(segment, start, end, inner))
    return Markup("").join(made)


def _words(text: str) -> Markup:
    pieces = []
    at = 0
    for found in TOGETHER.finditer(text):
        pieces += [escape(text[at : found.start()]), Markup('<span class="together">{}</span>').format(found[0])]
        at = found.end()
    return Markup("").join([*pieces, escape(text[at:])])


def _of_kind(marks: tuple[Mark, ...], kind: str, start: int, end: int) -> Iterator[tuple[Mark, int, int]]:
    """Marks of a kind inside `[start, end)`, in order, cut so that none overlaps the one before."""
    for mark in sorted((m for m in marks if m.kind == kind), key=lambda m: (m.start, m.end)):
        left, right = max(mark.start, start), min(mark.end, end)
        if left < right:
            yield mark, left, right
            start = right


def _element(mark: Mark, words: str, content: Markup) -> Markup:
    if mark.kind == "code":
        return Markup("<code>{}</code>").format(content)
    if mark.kind != "link":
        return Markup("<strong>{}</strong>").format(content)
    href = safe_href(mark.href)
    if href is None:
        return content
    bare = Markup(' class="bare"') if is_shown_by(href, words) else Markup("")
    return Markup('<a href="{}" {}{}>{}</a>').format(href, _REL, bare, content)


def sentence(segment: Segment, words: Wording, times: Times) -> Markup:
    """A segment as the reader meets it: language, state and time of speech on it, a mark where it was refused."""
    attributes = [Markup(' class="{}"').format(" ".join(_classes(segment))), language_of(segment, words)]
    if segment.id in times:
        start, end = times[segment.id]
        attributes.append(
            Markup(' data-segment="{}" data-start="{}" data-end="{}"').format(
                segment.id, _seconds(start), _seconds(end)
            )
        )
    span = Markup("<span{}>{}</span>").format(Markup("").join(attributes), inline(segment))
    if segment.state is not State.REFUSED:
        return span
    return Markup('<span class="mark">{}</span> {}').format(refused_mark(segment, words), span)


def refused_mark(segment: Segment, words: Wording) -> str:
    """What marks a refused sentence, for instance "En inglés", in the reader's language."""
    return wording(words.tag, segment.language or "en").refused_mark


def language_of(segment: Segment, words: Wording) -> Markup:
    """Attributes of a text in another language than its page; nothing for one in the page's own."""
    if segment.language is None:
        return Markup("")
    if segment.language.partition("-")[0] == words.tag.partition("-")[0]:
        return Markup("")
    direction = "rtl" if segment.language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
    return Markup(' lang="{}" dir="{}"').format(segment.language, direction)


def _classes(segment: Segment) -> Iterator[str]:
    yield "sentence"
    if segment.note == "definition":
        yield "definition"
    if (segment.note or "").startswith(f"{NOTED}added_"):
        yield "added-mark"
    if segment.state is State.REFUSED:
        yield "refused"


def _seconds(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
