"""What of a section is counted, and what is left out, with the reason.

Counted: every sentence of paragraphs, lists, quotes and tables; a list item without a full stop is a sentence. A table
cell counts when it is a sentence: five words or more, or one that ends as a sentence does. Left out: headings, header
cells and shorter cells, picture texts, descriptions, boilerplate, code, parts that were added to a page (they repeat
sentences that are counted where they stand), and text in another language than the document's (a refused translation, a
part the page marks as such, a sentence in another script). On request names are left out of what is counted
(`names.py`).

Every word of a section is either counted or left out with a reason; a link or a telephone number left out is one word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.document import BODY_KINDS, Block, BlockKind, Section, Segment, Unit
from pipeline.score.language import is_other_script, root
from pipeline.score.names import Names
from pipeline.score.tally import Tally, sentence
from pipeline.score.words import words

_FEWEST_LETTERS = 5  # of a sentence in another script; fewer are signs ("α, β")
_SHORT_CELL = 5  # words; a cell with fewer is a label or a figure, not a sentence
_STOPS = (".", "!", "?", "…")
REASONS = {
    BlockKind.HEADING: "heading",
    BlockKind.IMAGE: "picture text",
    BlockKind.CODE: "code",
    BlockKind.DESCRIPTION: "description",
    BlockKind.BOILERPLATE: "boilerplate",
}
"""Why blocks that are no body text are left out."""
ADDED = "added part"
"""Why what was added to a page is left out."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One sentence with its counts; `left_out` is empty where it is scored, else the reason why not."""

    segment: Segment
    tally: Tally
    left_out: str = ""
    names: int = 0  # words left out of `tally` since they are names


def count(section: Section, language: str, names: Names | None = None) -> Iterator[Counted]:
    """Every segment of a section, the heading's first, in reading order. `names`: those to leave out."""
    blocks = section.blocks if section.heading is None else (section.heading, *section.blocks)
    if section.part is not None:
        for segment in section.segments():
            yield Counted(segment, sentence(segment.text, language), ADDED)
        return
    for block in blocks:
        if block.kind not in BODY_KINDS:
            for segment in block.segments():
                yield Counted(segment, sentence(segment.text, language), REASONS[block.kind])
            continue
        for unit in block.units:
            why = _why_not(block, unit, language)
            for segment in unit.segments:
                reason = "other language" if _is_foreign(segment, language) else why
                whole = sentence(segment.text, language)
                if reason or names is None:
                    yield Counted(segment, whole, reason)
                    continue
                tally = sentence(names.without(segment.text), language)
                yield Counted(segment, tally, names=_tokens(whole) - _tokens(tally))


def left_out(counted: Iterable[Counted]) -> Counter[str]:
    """Words by reason: those of parts left out as a whole, and names, links and telephone numbers in the others."""
    found: Counter[str] = Counter()
    for part in counted:
        if part.left_out:
            found[part.left_out] += _tokens(part.tally)
        else:
            found["name"] += part.names
            found["path or link"] += part.tally.paths
            found["telephone number"] += part.tally.telephones
    return found


def _is_foreign(segment: Segment, language: str) -> bool:
    """Whether a sentence is said to be in another language, or is in letters of another script."""
    if segment.language is not None and root(segment.language) != root(language):
        return True
    return is_other_script(segment.text, language, _FEWEST_LETTERS)


def _tokens(tally: Tally) -> int:
    """Words, links and telephone numbers."""
    return tally.words + tally.paths + tally.telephones


def _why_not(block: Block, unit: Unit, language: str) -> str:
    """Why a unit of body text is not counted; empty where it is."""
    if block.kind is not BlockKind.TABLE:
        return ""
    if unit.header:
        return "table header"
    is_short = len(words(unit.text, language)) < _SHORT_CELL
    return "short table cell" if is_short and not unit.text.rstrip().endswith(_STOPS) else ""
