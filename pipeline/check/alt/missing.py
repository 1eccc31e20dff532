"""alt.missing: a picture without alt text."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """No alt at all. An empty alt says that the picture is decorative, and is right."""
    for picture in subject.pictures():
        if picture.image.alt is None:
            yield subject.at_alt(
                "alt.missing",
                picture,
                "it has no alt text.",
                'Say in one sentence what the picture tells; if it only decorates, write an empty alt (alt="").',
            )
