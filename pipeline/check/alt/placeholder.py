"""alt.placeholder: an alt text that says nothing: "image", "alt text", "TODO"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.alt.words import alt_words
from pipeline.check.subject import Subject
from pipeline.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The whole alt text is a placeholder in the edition's language, or in English, whose words tools put in."""
    rows = alt_words()
    placeholders = rows["en"].placeholders | (
        rows[subject.language].placeholders if subject.language in rows else set()
    )
    for picture in subject.pictures():
        bare = picture.alt.casefold().strip(" .,:;!?…*#-–—_\"'“”‘’()[]<>{}")
        if bare in placeholders or (picture.alt and not any(c.isalnum() for c in picture.alt)):
            yield subject.at_alt(
                "alt.placeholder",
                picture,
                f"its alt text says nothing: {picture.alt[:80]}.",
                "Say in one sentence what the picture tells.",
            )
