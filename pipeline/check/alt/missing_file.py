"""alt.missing-file: the document names a picture that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.findings import Finding

_STDIN = "-"


def check(subject: Subject) -> Iterator[Finding]:
    """A picture without a file inside the source's folder. A text from stdin has no folder: nothing is said."""
    if subject.document.source.path == _STDIN:
        return
    for picture in subject.pictures():
        src = picture.image.src
        if picture.image.path is not None:
            continue
        if src.startswith(("http://", "https://", "//")):
            yield subject.at_alt(
                "alt.missing-file",
                picture,
                "it lies on another site and is never fetched.",
                "Save the picture beside the source and name that file.",
            )
        elif src.startswith("data:"):
            yield subject.at_alt(
                "alt.missing-file",
                picture,
                "it is written into the text itself, and is not taken from there.",
                "Save the picture beside the source and name that file.",
            )
        else:
            yield subject.at_alt(
                "alt.missing-file",
                picture,
                "there is no such file in the folder of the source.",
                "Put the file there, or mend its name; a path may not leave the folder.",
            )
