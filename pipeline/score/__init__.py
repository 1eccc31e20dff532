"""Document → Readability: what is counted, what is left out and why, and the formulas of the language.

Counted: every sentence of paragraphs, lists, quotes and tables; a list item without a full stop is a sentence. A table
cell counts when it is a sentence: five words or more, or one that ends as a sentence does. Left out, and reported: the
title, headings, header cells and shorter cells, picture texts, descriptions, boilerplate, code, links and paths, and
text in another language than the document's (a refused translation).
"""

from __future__ import annotations

from collections import Counter

from pipeline.document import BODY_KINDS, Block, BlockKind, Document, Section, Unit
from pipeline.edition import Counts, LeftOut, Readability, SectionScore
from pipeline.score import formulas, sentences
from pipeline.score.tally import Tally, sentence, total
from pipeline.score.words import words

__all__ = ["run", "score_text"]

_SHORT_CELL = 5  # words; a cell with fewer is a label or a figure, not a sentence
_STOPS = (".", "!", "?", "…")
_REASONS = {
    BlockKind.HEADING: "heading",
    BlockKind.IMAGE: "picture text",
    BlockKind.CODE: "code",
    BlockKind.DESCRIPTION: "description",
    BlockKind.BOILERPLATE: "boilerplate",
}


def run(document: Document) -> Readability:
    """The figures of a document and of each of its sections."""
    language = document.language
    counted = [_count(section, language) for section in document.every_section()]
    tally = total(section_tally for section_tally, _ in counted)
    left_out = Counter({"title": len(words(document.title.text, language))})
    for _, section_left_out in counted:
        left_out += section_left_out
    return Readability(
        language,
        formulas.scores(tally, language),
        tally.counts,
        _left_out(left_out),
        tuple(
            SectionScore(
                section.slug,
                "" if section.heading is None else section.heading.text,
                formulas.scores(section_tally, language),
                section_tally.counts,
                _left_out(section_left_out),
            )
            for section, (section_tally, section_left_out) in zip(document.every_section(), counted, strict=True)
        ),
    )


def score_text(text: str, language: str = "en") -> tuple[dict[str, float], Counts]:
    """The figures of a bare text: each line stands by itself and is parted into sentences."""
    tally = total(
        sentence(line[start:end], language)
        for line in text.splitlines()
        for start, end in sentences.split(line, language)
    )
    return formulas.scores(tally, language), tally.counts


def _count(section: Section, language: str) -> tuple[Tally, Counter[str]]:
    """A section's counts, and the words left out by reason."""
    tally = Tally()
    left_out: Counter[str] = Counter()
    blocks = section.blocks if section.heading is None else (section.heading, *section.blocks)
    for block in blocks:
        if block.kind not in BODY_KINDS:
            left_out[_REASONS[block.kind]] += sum(len(words(s.text, language)) for s in block.segments())
            continue
        for unit in block.units:
            why = _why_not(block, unit, language)
            for segment in unit.segments:
                reason = "other language" if segment.language not in (None, language) else why
                if reason:
                    left_out[reason] += len(words(segment.text, language))
                else:
                    tally += sentence(segment.text, language)
    left_out["path or link"] += tally.paths
    return tally, left_out


def _why_not(block: Block, unit: Unit, language: str) -> str:
    """Why a unit of body text is not counted; empty where it is."""
    if block.kind is not BlockKind.TABLE:
        return ""
    if unit.header:
        return "table header"
    is_short = len(words(unit.text, language)) < _SHORT_CELL
    return "short table cell" if is_short and not unit.text.rstrip().endswith(_STOPS) else ""


def _left_out(words_by_reason: Counter[str]) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(count, why) for why, count in sorted(words_by_reason.items()) if count)
