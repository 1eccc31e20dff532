"""alt.repeats: an alt text that says again what stands beside the picture."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.alt.words import same_text
from pipeline.check.subject import Picture, Subject
from pipeline.document import BODY_KINDS
from pipeline.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """Equal, but for case and punctuation, to the caption, the section's heading, or a sentence right beside it."""
    for picture in subject.pictures():
        repeated = _repeated(picture)
        if repeated:
            yield subject.at_alt(
                "alt.repeats",
                picture,
                f"its alt text repeats {repeated}.",
                'Say what the picture adds; if it adds nothing, write an empty alt (alt="").',
            )


def _repeated(picture: Picture) -> str:
    alt, caption, heading = picture.alt, picture.image.caption, picture.section.heading
    if caption is not None and same_text(alt, caption.text):
        return "its caption"
    if heading is not None and same_text(alt, heading.text):
        return "the heading of its section"
    if any(same_text(alt, text) for text in _beside(picture)):
        return "a sentence beside it"
    return ""


def _beside(picture: Picture) -> Iterator[str]:
    """Every sentence, and every whole unit, of the body text right before and right after the picture."""
    blocks = [block for block in picture.section.blocks if block.kind in BODY_KINDS or block.id == picture.block.id]
    here = next(i for i, block in enumerate(blocks) if block.id == picture.block.id)
    for block in blocks[max(0, here - 1) : here + 2]:
        if block.id == picture.block.id:
            continue
        for unit in block.units:
            yield unit.text
            yield from (segment.text for segment in unit.segments)
