"""A document in plain words: every body sentence rewritten, terms explained at their first use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

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
from pipeline.simplify import gate, lexical
from pipeline.simplify.define import DEFINE, EXPAND, PER_PARAGRAPH, FirstUses, first_uses
from pipeline.simplify.glossary import Glossary
from pipeline.simplify.grammar import main_verb
from pipeline.simplify.marks import FIXED, carry
from pipeline.simplify.rewrite import Rewriter, Step, Work

DEFINITION = "definition"
_REWORDED = BODY_KINDS - {BlockKind.QUOTE}  # a quotation keeps its speaker's words
_SPLIT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST})  # a heading or a cell stays one


@dataclass(frozen=True, slots=True)
class Simplification:
    """A plain document, and all that was done or refused on the way."""

    document: Document
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]


def run(
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
    return _Simplifier(document, glossary.without(disable), max_words, disable).result()


def simplify_lines(
    lines: Iterable[str], glossary: Glossary, *, max_words: int = 20, disable: Collection[str] = ()
) -> Iterator[str]:
    """Each sentence in plain words: the plain sentences of one line joined by blanks. Nothing is defined or added."""
    rewriter = Rewriter(glossary.without(disable), max_words=max_words, disable=disable)
    works = [Work(line.strip()) for line in lines]
    rewriter.rewrite([work for work in works if work.source])
    return (" ".join(work.sentences) for work in works)


class _Simplifier:
    """One document on its way."""

    def __init__(self, document: Document, glossary: Glossary, max_words: int, disable: Collection[str]) -> None:
        self._document = document
        self._disable = disable
        self._max_words = max_words
        self._rewriter = Rewriter(glossary, max_words=max_words, disable=disable)
        self._works: dict[str, Work] = {}
        self._edits: list[Edit] = []
        self._findings: list[Finding] = []
        self._section = ""
        self._uses = FirstUses("")

    def result(self) -> Simplification:
        """All sections, in reading order."""
        for block, segment in _worked_on(self._document):
            fixed = tuple(segment.text[m.start : m.end] for m in segment.marks if m.kind in FIXED)
            self._works[segment.id] = Work(segment.text, block.kind in _SPLIT, fixed)
        self._rewriter.rewrite(list(self._works.values()))
        body = (s.text for sec in self._document.every_section() for b in sec.body() for s in b.segments())
        self._uses = first_uses(body)
        plain = map_segments(self._document, lambda segment: replace(segment, origin=segment.id))
        lead = None if plain.lead is None else self._section_of(plain.lead)
        sections = tuple(self._section_of(section) for section in plain.sections)
        document = replace(plain, level=Level.PLAIN, lead=lead, sections=sections)
        return Simplification(document, tuple(self._edits), tuple(self._findings))

    def _section_of(self, section: Section) -> Section:
        self._section = section.slug
        heading = None if section.heading is None else self._block(section.heading)
        return replace(section, heading=heading, blocks=tuple(self._block(block) for block in section.blocks))

    def _block(self, block: Block) -> Block:
        return replace(block, units=tuple(self._unit(block, unit) for unit in block.units))

    def _unit(self, block: Block, unit: Unit) -> Unit:
        segments: list[Segment] = []
        room = PER_PARAGRAPH - sum(1 for segment in unit.segments if segment.note == DEFINITION)
        for at, source in enumerate(unit.segments):
            work = self._works.get(source.id)
            if work is None:
                segments.append(source)
                continue
            plain = self._plain(source, work)
            if block.kind in _SPLIT:
                plain = self._expanded(source, plain)
                followed = at + 1 < len(unit.segments) and unit.segments[at + 1].note == DEFINITION
                added = self._definition(source, plain, wanted=room > 0 and not followed)
                room -= len(added)
                plain += added
            segments += plain
            self._report(source, work)
        return replace(unit, segments=tuple(segments))

    def _plain(self, source: Segment, work: Work) -> list[Segment]:
        """The segments made of one source segment, with their marks."""
        if work.sentences == [source.text]:
            self._record(source, work.steps)
            return [source]
        marks = carry(source.text, source.marks, work.sentences)
        if marks is None:
            work.keep_source("a link would be lost")
            self._record(source, work.steps)
            return [source]
        self._record(source, work.steps)
        if len(work.sentences) == 1:
            return [replace(source, text=work.sentences[0], marks=marks[0])]
        return [
            replace(source, id=f"{source.id}.{number}", text=text, marks=own)
            for number, (text, own) in enumerate(zip(work.sentences, marks, strict=True), start=1)
        ]

    def _expanded(self, source: Segment, plain: list[Segment]) -> list[Segment]:
        """Initialisms written out where they are first used."""
        if EXPAND in self._disable:
            return plain
        result = []
        for segment in plain:
            matches = self._rewriter.matches(segment.text)
            for change in self._uses.expansions(self._rewriter.parse(segment.text), matches)[:1]:
                text = lexical.apply(segment.text, [change])
                marks = carry(segment.text, segment.marks, [text])
                refusal = gate.facts_kept(segment.text, text) or (None if marks else "a link would be lost")
                reason = refusal or "Initials are written out at their first use."
                step = Step(EXPAND, change.before(segment.text), (change.text,), reason, change.entry.term, not refusal)
                self._record(source, [step])
                if marks and not refusal:
                    segment = replace(segment, text=text, marks=marks[0])
            result.append(segment)
        return result

    def _definition(self, source: Segment, plain: list[Segment], *, wanted: bool) -> list[Segment]:
        """At most one definition, of a term this sentence is the first to use with room for it."""
        if DEFINE in self._disable or not wanted or not _is_sentence(self._rewriter, plain):
            return []
        matches = [match for segment in plain for match in self._rewriter.matches(segment.text)]
        entry = self._uses.definition(matches)
        if entry is None:
            return []
        reason = "The term is explained where it is first used."
        self._record(source, [Step(DEFINE, entry.term, (entry.definition,), reason, entry.term)])
        return [
            Segment(f"{source.id}.definition", entry.definition, origin=source.id, note=DEFINITION, state=source.state)
        ]

    def _record(self, source: Segment, steps: Iterable[Step]) -> None:
        for step in steps:
            after = " ".join(step.after)
            edit = Edit(source.id, source.id, step.rule, step.before, after, step.reason, step.entry, step.applied)
            self._edits.append(edit)

    def _report(self, source: Segment, work: Work) -> None:
        where = Where(self._document.source.path, section=self._section, segment=source.id)
        for step in work.steps:
            if not step.applied:
                message = f"“{step.before}” was not changed to “{' '.join(step.after)}”: {step.reason}."
                self._findings.append(finding("simplify.refused", message, where))
        for text in work.sentences:
            length = sum(1 for token in self._rewriter.parse(text) if token.is_alpha or token.like_num)
            if length > self._max_words:
                message = f"A sentence of {length} words is left; the settings ask for {self._max_words} or fewer."
                self._findings.append(finding("simplify.long", message, where))


def _worked_on(document: Document) -> Iterator[tuple[Block, Segment]]:
    """Headings and body blocks, segment by segment, with no definition that was added earlier."""
    for section in document.every_section():
        for block in (*((section.heading,) if section.heading else ()), *section.blocks):
            if block.kind in _REWORDED or block.kind is BlockKind.HEADING:
                for unit in block.units:
                    for segment in unit.segments:
                        if segment.text.strip() and segment.note is None and segment.language is None:
                            yield block, segment


def _is_sentence(rewriter: Rewriter, plain: list[Segment]) -> bool:
    """The last plain segment is prose that ends: a definition can follow it."""
    text = plain[-1].text.rstrip()
    return text.endswith((".", "!", "?")) and main_verb(rewriter.parse(text)) is not None
