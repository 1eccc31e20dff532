"""One document in one language as its reviewer sees it: a row for each sentence, in reading order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.document import COPY, Document, Mark, Segment, State
from pipeline.edition import Edition, Handout
from pipeline.findings import Finding
from pipeline.review import critical, terms
from pipeline.review.terms import Term
from pipeline.translate import translation
from pipeline.translate.approvals import Approval, flattened
from pipeline.translate.earlier import Earlier
from pipeline.translate.engine import InlineCode


class Standing(StrEnum):
    """How far the review of a sentence has come."""

    DRAFT = "draft"  # machine translation
    STALE = "stale"  # machine translation; the source was approved once and has changed since
    REFUSED = "refused"  # no machine translation may stand: `target` is empty
    REVIEWED = "reviewed"


STALE = "translate.stale"  # the code of the finding
_STANDINGS = {State.REVIEWED: Standing.REVIEWED, State.STALE: Standing.STALE, State.REFUSED: Standing.REFUSED}


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence. `segment` is its id in the plain edition and in every translation."""

    segment: str
    section: str | None  # slug; None: the title
    is_heading: bool
    original: str  # the source's own words
    source: str  # plain English, which is what is translated
    target: str  # empty where every draft was refused
    standing: Standing
    engine: str = ""  # fingerprint of what made the target
    source_codes: tuple[InlineCode, ...] = ()  # links and emphasis of the source, numbered
    links: tuple[str, ...] = ()  # address of each source code; empty for emphasis
    target_codes: tuple[InlineCode, ...] = ()  # the same numbers, where they stand in the target
    findings: tuple[Finding, ...] = ()
    terms: tuple[Term, ...] = ()
    approval: Approval | None = None  # REVIEWED: the record
    suggestion: Approval | None = None  # an earlier or similar pair; never to be used unseen
    is_critical: bool = False  # a patient acts on its section


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of a document in a language."""

    document: str  # id
    path: str  # of the source file, as reports show it
    title: str
    language: str  # BCP 47
    rows: tuple[Row, ...]

    def counts(self) -> dict[str, int]:
        """How many rows stand how; every standing is there."""
        found = Counter(row.standing for row in self.rows)
        return {standing.value: found[standing] for standing in Standing}

    def stale(self) -> tuple[Row, ...]:
        """The rows that were approved before their source changed; a refused one may be among them."""
        return tuple(row for row in self.rows if any(found.code == STALE for found in row.findings))

    def unreviewed(self) -> tuple[Row, ...]:
        """The rows of critical sections nobody has approved."""
        return tuple(row for row in self.rows if row.is_critical and row.standing is not Standing.REVIEWED)


def sheet(handout: Handout, edition: Edition, approvals: Mapping[str, Approval], named: Sequence[str] = ()) -> Sheet:
    """The sheet of one translated `edition` of a handout.

    `approvals` are those of its language by source sentence, as `load` gives them; `named` are headings or slugs of
    sections that are critical whatever they hold.
    """
    plain, document = handout.plain.document, edition.document
    made = {segment.id: segment for segment in document.segments()}
    originals = {segment.id: segment.text for segment in handout.original.document.segments()}
    found: dict[str, dict[tuple[str, str], Finding]] = defaultdict(dict)
    for one in edition.findings:
        if one.where.segment:
            found[one.where.segment].setdefault((one.code, one.message), one)
    slugs = critical.sections(plain, named)
    suggest = Earlier(plain, approvals)
    rows = []
    for slug, segment in translation.translatable(plain, document.language):
        target = made[segment.id]
        if segment.note == COPY or target.state is State.SOURCE:
            continue
        standing = _STANDINGS.get(target.state, Standing.DRAFT)
        source, source_codes = coded(segment, segment.marks)
        text, target_codes = coded(target, segment.marks)
        approval = approvals.get(source)
        is_reviewed = standing is Standing.REVIEWED
        is_refused = standing is Standing.REFUSED
        rows.append(
            Row(
                segment=segment.id,
                section=slug,
                is_heading=_is_heading(plain, segment),
                original=originals.get(segment.origin or segment.id, ""),
                source=source,
                target="" if is_refused else text,
                standing=standing,
                engine=target.engine or "",
                source_codes=source_codes,
                links=tuple(mark.href or "" for mark in segment.marks),
                target_codes=() if is_refused else target_codes,
                findings=tuple(found[segment.id].values()),
                terms=(*terms.of_plain(handout.plain.edits, segment.id), *terms.of_target(source, document.language)),
                approval=approval if is_reviewed else None,
                suggestion=None if is_reviewed else suggest.near(segment.id, source),
                is_critical=slug in slugs,
            )
        )
    return Sheet(document.id, document.source.path, plain.title.text, document.language, tuple(rows))


def coded(segment: Segment, marks: Sequence[Mark]) -> tuple[str, tuple[InlineCode, ...]]:
    """The segment's words with single blanks, and where those of the source's `marks` stand in it that it has."""
    text, places = flattened(segment.text)
    left = list(enumerate(marks))
    codes = []
    for mark in segment.marks:
        number = next((n for n, one in left if (one.kind, one.href) == (mark.kind, mark.href)), None)
        if number is not None:
            left = [one for one in left if one[0] != number]
            codes.append(InlineCode(number, mark.kind, places[mark.start], places[mark.end]))
    return text, tuple(sorted(codes, key=lambda code: code.number))


def _is_heading(plain: Document, segment: Segment) -> bool:
    if segment is plain.title:
        return True
    headings = (section.heading for section in plain.every_section() if section.heading is not None)
    return any(segment is one for heading in headings for one in heading.segments())
