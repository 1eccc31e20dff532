"""alt.missing-file: the document names a picture that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.subject import Subject
from pipeline.findings import Finding

_STDIN = "stdin.txt"  # the name a text from stdin has when none is given


def check(subject: Subject) -> Iterator[Finding]:
    """A picture that is named by a place outside the source's folder, or has no file in it.

    A text from stdin has no folder: nothing can be said of its files.
    """
    has_folder = subject.document.source.path != _STDIN
    for picture in subject.pictures():
        outside = picture.image.outside
        if outside is not None:
            message = f"it is named by {outside}, and is never looked up."
        elif picture.image.path is None and has_folder:
            message = "there is no such file in the folder of the source."
        else:
            continue
        hint = "Put the picture beside the source and name it by its relative path."
        yield subject.at_alt("alt.missing-file", picture, message, hint)
