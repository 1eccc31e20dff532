"""The sentences that reading level is made of, each with its figures."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import root
from pipeline.document import Document, Section, Segment
from pipeline.score.tally import Tally, sentence


def graded(document: Document, section: Section) -> Iterator[tuple[Segment, Tally]]:
    """Every sentence of a section's body text in the document's language, with its counts."""
    for block in section.body():
        for segment in (segment for unit in block.units for segment in unit.segments):
            if segment.language in (None, document.language):
                counts = sentence(segment.text, root(document.language))
                if counts.words:
                    yield segment, counts
