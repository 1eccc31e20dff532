"""A document in plain words: every body sentence rewritten, terms explained at their first use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from pipeline import parser
from pipeline.document import (
    BODY_KINDS,
    Block,
    BlockKind,
    Document,
    Edit,
    Level,
    Section,
    Segment,
    Unit,
    map_segments,
)
from pipeline.findings import Finding, Where, finding
from pipeline.glossary.entries import Glossary
from pipeline.simplify.bullets import RULE as LIST
from pipeline.simplify.bullets import Bullets
from pipeline.simplify.explain import Explainer
from pipeline.simplify.grammar import length
from pipeline.simplify.marks import FIXED, carry
from pipeline.simplify.rewrite import Rewriter, Step, Work
from pipeline.simplify.sections import hold

_REWORDED = (BODY_KINDS - {BlockKind.QUOTE}) | {BlockKind.HEADING}  # a quotation keeps its speaker's words
_AT_ONCE = 500  # lines whose parses are kept together
_SPLIT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST})  # a heading or a cell stays one


@dataclass(frozen=True, slots=True)
class Simplification:
    """A plain document, and all that was done or refused on the way."""

    document: Document
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]


def make(
    document: Document, glossary: Glossary, *, max_words: int = 20, disable: Collection[str] = ()
) -> Simplification:
    """The document in plain words, in its own language.

    `max_words` is the length above which every way to shorten a sentence is tried; `disable` names rules and glossary
    terms not to use. A document that is not in English comes back as it is, at level plain.
    Raises EngineMissingError without the language model.
    """
    if document.language.split("-")[0] != "en":
        plain = map_segments(document, lambda segment: replace(segment, origin=segment.id))
        return Simplification(replace(plain, level=Level.PLAIN), (), ())
    with parser.passing():
        return _Simplifier(document, glossary, max_words, disable).result()


def make_lines(
    lines: Iterable[str], glossary: Glossary, *, max_words: int = 20, disable: Collection[str] = ()
) -> Iterator[str]:
    """Each sentence in plain words: the plain sentences of one line joined by blanks. Nothing is defined or added."""
    rest = iter(lines)
    while batch := [Work(line.strip()) for line in islice(rest, _AT_ONCE)]:
        with parser.passing():
            rewriter = Rewriter(glossary, max_words=max_words, disable=disable)
            rewriter.rewrite([work for work in batch if work.source])
        yield from (" ".join(work.sentences) for work in batch)


class _Simplifier:
    """One document on its way."""

    def __init__(self, document: Document, glossary: Glossary, max_words: int, disable: Collection[str]) -> None:
        self._document = document
        self._max_words = max_words
        self._rewriter = Rewriter(glossary, max_words=max_words, disable=disable)
        self._works = {segment.id: _work(block, segment) for block, segment in _reworded(document)}
        self._rewriter.rewrite(list(self._works.values()))
        for section in document.every_section():
            hold([self._works[segment.id] for segment in section.segments() if segment.id in self._works])
        self._explainer = Explainer(self._rewriter, self._body_texts(), disable)
        self._bullets = None if LIST in disable else Bullets(self._rewriter.parse, max_words)
        self._findings: list[Finding] = []

    def result(self) -> Simplification:
        """All sections, in reading order."""
        plain = map_segments(self._document, lambda segment: replace(segment, origin=segment.id))
        lead = None if plain.lead is None else self._section(plain.lead)
        sections = tuple(self._section(section) for section in plain.sections)
        document = replace(plain, level=Level.PLAIN, lead=lead, sections=sections)
        edits = self._explainer.edits + ([] if self._bullets is None else self._bullets.edits)
        return Simplification(document, tuple(edits), tuple(self._findings))

    def _body_texts(self) -> Iterator[str]:
        """Every plain sentence of the body: what the document explains itself is found in them."""
        for section in self._document.every_section():
            for block in section.body():
                for segment in block.segments():
                    work = self._works.get(segment.id)
                    yield from [segment.text] if work is None else work.sentences

    def _section(self, section: Section) -> Section:
        self._explainer.begin_section()
        heading = None if section.heading is None else self._block(section, section.heading)
        blocks = [self._block(section, block) for block in section.blocks]
        if self._bullets is not None:
            blocks = [part for block in blocks for part in self._bullets.spread(block)]
        return replace(section, heading=heading, blocks=tuple(blocks))

    def _block(self, section: Section, block: Block) -> Block:
        return replace(block, units=tuple(self._unit(section, block, unit) for unit in block.units))

    def _unit(self, section: Section, block: Block, unit: Unit) -> Unit:
        segments: list[Segment] = []
        for source in unit.segments:
            work = self._works.get(source.id)
            if work is None:
                segments.append(source)
                continue
            plain = _plain(source, work)
            segments += plain
            self._explainer.edits += _edits(source, work, plain)
            self._report(section, source, work)
        if block.kind in _SPLIT:
            segments = self._explainer.explain(segments)
        return replace(unit, segments=tuple(segments))

    def _report(self, section: Section, source: Segment, work: Work) -> None:
        where = Where(self._document.source.path, section=section.slug, segment=source.id)
        for step in work.steps:
            if not step.applied:
                message = f"“{step.before}” was not changed to “{' '.join(step.after)}”: {step.reason.rstrip('.')}."
                self._findings.append(finding("simplify.refused", message, where))
        for text in work.sentences:
            words = length(self._rewriter.parse(text)) or len(text.split())
            if words > self._max_words:
                message = f"A sentence of {words} words is left; the settings ask for {self._max_words} or fewer."
                self._findings.append(finding("simplify.long", message, where))


def _reworded(document: Document) -> Iterator[tuple[Block, Segment]]:
    """Headings and body blocks, segment by segment, with no definition that was added earlier."""
    for section in document.every_section():
        for block in (*((section.heading,) if section.heading else ()), *section.blocks):
            if block.kind in _REWORDED:
                for unit in block.units:
                    for segment in unit.segments:
                        if segment.text.strip() and segment.note is None and segment.language is None:
                            yield block, segment


def _work(block: Block, segment: Segment) -> Work:
    fixed = tuple(segment.text[mark.start : mark.end] for mark in segment.marks if mark.kind in FIXED)
    return Work(segment.text, block.kind in _SPLIT, fixed)


def _plain(source: Segment, work: Work) -> list[Segment]:
    """The segments made of one source segment, with their marks; the source itself where a link would be lost."""
    if work.sentences == [source.text]:
        return [source]
    marks = carry(source.text, source.marks, work.sentences)
    if marks is None:
        work.keep_source("a link would be lost")
        return [source]
    if len(work.sentences) == 1:
        return [replace(source, text=work.sentences[0], marks=marks[0])]
    return [
        replace(source, id=f"{source.id}.{number}", text=text, marks=own)
        for number, (text, own) in enumerate(zip(work.sentences, marks, strict=True), start=1)
    ]


def _edits(source: Segment, work: Work, plain: list[Segment]) -> Iterator[Edit]:
    for step in work.steps:
        place = _place(step, plain)
        yield Edit(
            place, source.id, step.rule, step.before, " ".join(step.after), step.reason, step.entry, step.applied
        )


def _place(step: Step, plain: list[Segment]) -> str:
    """Id of the plain segment that shows the edit: the one with its words, or else the first."""
    return next((segment.id for segment in plain if step.applied and step.after[0] in segment.text), plain[0].id)
