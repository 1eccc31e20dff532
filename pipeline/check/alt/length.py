"""alt.short and alt.long: an alt text of one or two characters, or one too long to listen to."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.findings import Finding

SHORTEST = 3  # characters
LONGEST = 125  # characters: NHS content guide; screen readers cut longer ones into pieces


def check(subject: Subject) -> Iterator[Finding]:
    """Characters of the alt text, white space around it not counted."""
    for picture in subject.pictures():
        length = len(picture.alt)
        if 0 < length < SHORTEST and any(c.isalnum() for c in picture.alt):
            yield subject.at_alt(
                "alt.short",
                picture,
                f"its alt text has only {length} character{'s' * (length > 1)}.",
                "Say in one sentence what the picture tells.",
            )
        elif length > LONGEST:
            yield subject.at_alt(
                "alt.long",
                picture,
                f"its alt text has {length} characters; {LONGEST} is the most.",
                "Keep what the reader needs, and move the rest into the text or a caption.",
            )
