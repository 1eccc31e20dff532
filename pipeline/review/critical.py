"""Which sections a patient acts on: those with instructions, doses, warnings or numbers to call, and those named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.document import Document, Section
from pipeline.translate import leftover, translation


def sections(plain: Document, named: Sequence[str] = ()) -> frozenset[str]:
    """Slugs of the critical sections of an English document; `named` are headings or slugs, whatever their case."""
    asked = {name.strip().casefold() for name in named}
    return frozenset(section.slug for section in plain.every_section() if _is(section, asked))


def _is(section: Section, asked: set[str]) -> bool:
    heading = "" if section.heading is None else section.heading.text
    if section.slug.casefold() in asked or heading.strip().casefold() in asked:
        return True
    return any(_instructs(text) for text in _texts(section))


def _texts(section: Section) -> Iterator[str]:
    for block in translation.blocks(section):
        for segment in block.segments():
            if segment.text.strip() and segment.language is None:
                yield segment.text


@lru_cache(maxsize=4096)
def _instructs(text: str) -> bool:
    return leftover.is_instruction(text)
