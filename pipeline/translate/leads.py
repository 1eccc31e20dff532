"""List items that go on with a sentence begun before the list: "Ask us if you:" - "take warfarin".

By itself such an item reads as an order. It is translated with its subject before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.document import Block, BlockKind, Section

_OPEN = re.compile(r"\b(?P<subject>you(?: (?:may|might|can|could|should|must|will))?) ?:?$", re.IGNORECASE)
_LOWER = re.compile(r"[a-z]")


def subjects(section: Section) -> Iterator[tuple[str, str]]:
    """Texts of list items of a section that lack the subject their lead-in ends with, and that subject."""
    lead = ""
    for block in section.blocks:
        if block.kind is BlockKind.LIST and lead:
            for item in _texts(block):
                if _LOWER.match(item) and _begins_with_verb(item):
                    yield item, lead
        else:
            found = _OPEN.search(_last(block))
            lead = found["subject"].lower() if found else ""


def _texts(block: Block) -> Iterator[str]:
    for unit in block.units:
        for segment in unit.segments[:1]:
            yield " ".join(segment.text.split())


def _last(block: Block) -> str:
    return next((segment.text.strip() for unit in reversed(block.units) for segment in reversed(unit.segments)), "")


def _begins_with_verb(item: str) -> bool:
    from pipeline.translate import english

    doc, shift = english.parse(item)
    first = next(token for token in doc if token.idx >= shift)
    return first.tag_ in ("VB", "VBP", "VBZ", "VBD", "MD") or first.lower_ in english.word_lists()["verb"]
