"""alt.numbers: figures of a chart that are in its description alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.subject import Picture, Subject
from pipeline.document import BlockKind
from pipeline.findings import Finding

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def check(subject: Subject) -> Iterator[Finding]:
    """A description, found in the body text and paired with its picture, whose figures the alt text lacks."""
    paired = {picture.image.description: picture for picture in subject.pictures()}
    for section in subject.document.every_section():
        for block in section.blocks:
            if block.kind is not BlockKind.DESCRIPTION:
                continue
            picture = paired.get(block.id)
            if picture is None:
                continue
            lost = [number for number in _numbers(block.text) if number not in _numbers(_published(picture))]
            if lost:
                yield subject.at_alt(
                    "alt.numbers",
                    picture,
                    f"its description gives {', '.join(lost[:5])}, its alt text does not.",
                    "Give the figures that matter in the alt text or the caption: the description is not published.",
                )


def _published(picture: Picture) -> str:
    """What readers get in place of the picture: alt text and caption."""
    caption = picture.image.caption
    return picture.alt if caption is None else f"{picture.alt} {caption.text}"


def _numbers(text: str) -> list[str]:
    """Numbers in figures, each once, in order."""
    return list(dict.fromkeys(_NUMBER.findall(text)))
