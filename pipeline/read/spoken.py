"""What language a source is in: what it says itself, part by part, and whether its letters and words bear that out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.document import BODY_KINDS
from pipeline.read.inline import Inline
from pipeline.read.parts import Parsed
from pipeline.score.language import guess, is_other_script, root, tag

_ALL_BUT_A_LITTLE = 0.9  # of the characters
_SAMPLE = 20_000  # characters that are looked at


def language(parsed: Parsed, otherwise: str) -> str:
    """The language of a source (BCP 47), or `otherwise` where it names none.

    Where all but a little of the body text is marked as one language, it is that one, whatever stands at its top.
    """
    sizes: Counter[str] = Counter()
    tags: dict[str, str] = {}
    for text in _body(parsed):
        marked = text.language_of(0, len(text.text)) or ""
        sizes[root(marked)] += len(text.text)
        tags.setdefault(root(marked), marked)
    most = max(sizes, key=lambda name: sizes[name], default="")
    said = parsed.language or tag(otherwise) or otherwise
    is_marked = bool(most) and most != root(said) and sizes[most] >= _ALL_BUT_A_LITTLE * sizes.total()
    return tags[most] if is_marked else said


def doubts(parsed: Parsed, spoken: str) -> Iterator[str]:
    """The codes of findings: the text is surely not in the language it is said to be in.

    Parts that are marked as another language are left aside.
    """
    pieces: list[str] = []
    left = _SAMPLE
    for text in _body(parsed):
        marked = text.language_of(0, len(text.text))
        if marked is None or root(marked) == root(spoken):
            pieces.append(text.text)
            left -= len(text.text)
        if left < 0:
            break
    sample = " ".join(pieces)
    if is_other_script(sample, spoken):
        yield "read.other-script"
    elif guess(sample, spoken):
        yield "read.other-language"


def _body(parsed: Parsed) -> Iterator[Inline]:
    return (unit.text for part in parsed.parts if part.kind in BODY_KINDS for unit in part.units)
