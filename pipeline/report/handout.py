"""Everything that is known of one handout, as JSON values: scores, edits, pictures, left out text, translations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from pipeline.document import COPY, Block, BlockKind, Document, Edit, Image, Segment, State
from pipeline.edition import Edition, Handout, Readability, SectionScore
from pipeline.findings import Finding
from pipeline.report.as_json import listed, row
from pipeline.report.order import counts, ordered

SCHEMA_VERSION = 1

_SRC_SHOWN = 60  # characters of an address that messages show at least

_NOT_SHOWN = {
    BlockKind.DESCRIPTION: "looks like the description of a picture",
    BlockKind.BOILERPLATE: "left over from a web page",
    BlockKind.CODE: "code",
}


def handout_report(
    handout: Handout, pictures: Mapping[str, str] | None = None, refused_pictures: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The report of a handout.

    `pictures` gives the published file of a picture by `Image.path`, `refused_pictures` why one was not published.
    Pictures, edits and passages stand in reading order, findings by edition and place. A change that would break
    a program that reads this raises `schema_version`.
    """
    original = handout.original.document
    return {
        "schema_version": SCHEMA_VERSION,
        "id": handout.id,
        "title": original.title.text,
        "source": asdict(original.source),
        "scores": {"before": handout.original.readability.scores, "after": handout.plain.readability.scores},
        "editions": [_edition(edition) for edition in (handout.original, *handout.published)],
        "sections": _sections(handout),
        "added_parts": list(_added_parts(handout.plain.document)),
        "edits": list(_edits(handout)),
        "pictures": list(_pictures(handout, pictures or {}, refused_pictures or {})),
        "not_shown": list(_not_shown(original)),
        "refused": [dict(entry) for edition in handout.translations for entry in _refused(edition, handout)],
        "findings": [
            {"edition": edition.name} | found
            for edition in (handout.original, *handout.published)
            for found in listed(edition.findings)
        ],
    }


def _edition(edition: Edition) -> dict[str, Any]:
    segments = tuple(edition.document.segments())
    states = Counter(segment.state.value for segment in segments)
    return {
        "name": edition.name,
        "language": edition.document.language,
        "level": edition.document.level.value,
        "title": edition.document.title.text,
        "draft": edition.is_draft,
        "scores": edition.readability.scores,
        "counted": asdict(edition.readability.counted),
        "left_out": _left_out(edition.readability),
        "states": dict(sorted(states.items())),
        "engines": sorted({segment.engine for segment in segments if segment.engine}),
        "voices": sorted({audio.voice for audio in edition.audio}),
        "seconds": round(sum(audio.seconds for audio in edition.audio), 3),
        "findings": counts(edition.findings),
    }


def _left_out(figures: Readability | SectionScore) -> list[dict[str, Any]]:
    return [asdict(left) for left in sorted(figures.left_out, key=lambda left: (left.why, left.words))]


def _sections(handout: Handout) -> list[dict[str, Any]]:
    after = {score.slug: score for score in handout.plain.readability.sections}
    return [
        {
            "slug": before.slug,
            "heading": before.heading,
            "before": _figures(before),
            "after": _figures(after[before.slug]) if before.slug in after else None,
        }
        for before in handout.original.readability.sections
    ]


def _figures(score: SectionScore) -> dict[str, Any]:
    return {"scores": score.scores, "counted": asdict(score.counted), "left_out": _left_out(score)}


def _added_parts(document: Document) -> Iterator[dict[str, Any]]:
    """The parts that were added to the page, with what is in them."""
    for section in document.sections:
        if section.part is not None:
            heading = "" if section.heading is None else section.heading.text
            texts = [segment.text for block in section.blocks for segment in block.segments()]
            yield {"name": section.part, "section": section.slug, "heading": heading, "texts": texts}


def _edits(handout: Handout) -> Iterator[dict[str, Any]]:
    """Every edit in reading order, with the source sentence and the plain ones that came of it."""
    sources = {segment.id: (section, segment) for section, segment in _by_section(handout.original.document)}
    plain: dict[str, list[str]] = {}
    for _, segment in _by_section(handout.plain.document):
        plain.setdefault(segment.origin or segment.id, []).append(segment.text)
    order = {id: place for place, id in enumerate(sources)}
    for edit in sorted(handout.plain.edits, key=lambda edit: order.get(edit.origin, len(order))):
        section, source = sources.get(edit.origin, ("", None))
        yield _edit(edit, section, source) | {"plain_sentences": plain.get(edit.origin, [])}


def _edit(edit: Edit, section: str, source: Segment | None) -> dict[str, Any]:
    span = None if source is None or source.span is None else [source.span.start, source.span.end]
    return asdict(edit) | {"section": section, "source_sentence": "" if source is None else source.text, "span": span}


def _by_section(document: Document) -> Iterator[tuple[str, Segment]]:
    yield "", document.title
    for section in document.every_section():
        for segment in section.segments():
            yield section.slug, segment


def _pictures(handout: Handout, published: Mapping[str, str], refused: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    original = handout.original.document
    for section, block in _blocks(original):
        image = block.image
        if image is None:
            continue
        ids = {block.id, *(segment.id for segment in block.segments())}
        yield {
            "id": block.id,
            "section": section,
            "src": image.src,
            "path": image.path,
            "file": published.get(image.path or ""),
            "why_not_shown": refused.get(image.path or "", "") if image.path else "there is no such file",
            "alt": None if image.alt is None else image.alt.text,
            "caption": None if image.caption is None else image.caption.text,
            "description": image.description,
            "alt_by_language": _alts(handout, block.id),
            "findings": [
                {"edition": edition.name} | row(found)
                for edition in (handout.original, *handout.published)
                for found in ordered(edition.findings)
                if _is_about(found, section, image, ids)
            ],
        }


def _is_about(found: Finding, section: str, image: Image, ids: Collection[str]) -> bool:
    """Whether a finding is on this picture. One on a picture without any words names the picture's address."""
    if not found.code.startswith("alt.") or found.where.section != section:
        return False
    return found.where.segment in ids if found.where.segment else image.src[:_SRC_SHOWN] in found.message


def _alts(handout: Handout, block_id: str) -> dict[str, str]:
    return {
        edition.name: block.image.alt.text
        for edition in handout.published
        for _, block in _blocks(edition.document)
        if block.id == block_id and block.image is not None and block.image.alt is not None
    }


def _blocks(document: Document) -> Iterator[tuple[str, Block]]:
    for section in document.every_section():
        for block in section.blocks:
            yield section.slug, block


def _not_shown(document: Document) -> Iterator[dict[str, Any]]:
    for section, block in _blocks(document):
        if block.kind in _NOT_SHOWN:
            yield {
                "id": block.id,
                "section": section,
                "kind": block.kind.value,
                "why": _NOT_SHOWN[block.kind],
                "rule": block.reason or "",
                "text": block.text,
            }


def _refused(edition: Edition, handout: Handout) -> Iterator[dict[str, Any]]:
    """Sentences of a translation that stand in the source's language."""
    for section, segment in _by_section(edition.document):
        if segment.state is State.REFUSED and segment.note != COPY:
            yield {
                "edition": edition.name,
                "section": section,
                "segment": segment.id,
                "language": segment.language or handout.plain.document.language,
                "text": segment.text,
            }
