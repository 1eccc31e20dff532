"""alt.prefix: an alt text that opens with "image of"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.alt.words import alt_words
from pipeline.check.subject import Subject
from pipeline.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """An opening that only says that this is a picture, in the edition's language."""
    row = alt_words().get(subject.language)
    if row is None:
        return
    for picture in subject.pictures():
        found = _opening(picture.alt.casefold().replace("’", "'"), row.prefixes)
        if found:
            yield subject.at_alt(
                "alt.prefix",
                picture,
                f"its alt text opens with “{found}”.",
                "Leave those words out: a screen reader says that it is a picture.",
            )


def _opening(alt: str, prefixes: tuple[str, ...]) -> str:
    for prefix in sorted(prefixes, key=len, reverse=True):
        rest = alt.removeprefix(prefix)
        if rest != alt and rest.strip() and (prefix[-1] in ":'" or not rest[0].isalnum()):
            return prefix
    return ""
