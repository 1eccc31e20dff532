"""alt.blank: an alt text of white space."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """Blanks, or characters that cannot be seen, where either words or nothing should be."""
    for picture in subject.pictures():
        alt = picture.image.alt
        if alt is not None and alt.text and not picture.alt:
            yield subject.at_alt(
                "alt.blank",
                picture,
                "its alt text is only white space.",
                'Say what the picture tells, or write an empty alt (alt="") if it only decorates.',
            )
