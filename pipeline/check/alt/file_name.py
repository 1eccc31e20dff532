"""alt.file-name: a file name, a path, an address or a camera's number as alt text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from pipeline.check.subject import Picture, Subject
from pipeline.findings import Finding

_FILE = re.compile(r"\S{1,250}\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?|heic|heif|avif|ico)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{1,15}://|www\.)\S+", re.IGNORECASE)
_PATH_START = re.compile(r"\.{0,2}[/\\]|~/|[a-z]:[/\\]", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:IMG|DSC[FN]?|DCIM|PXL|MVIMG|SAM|GOPR|WP|VID|PANO|[CK]IMG|SCAN|SCREEN ?SHOT|IMAGE|PHOTO|PICTURE)"
    r"[-_ ]{0,2}\d{3,}(?:[-_ ]\d+)*|P\d{6,}|\d{8}[-_]\d{4,9}|WHATSAPP IMAGE \d.*",
    re.IGNORECASE,
)
_SLUG = re.compile(r"[^\W_]+(?:[-_][^\W_]+){2,}|[^\W_]+_[^\W_]+")
_LONGEST = 300  # characters; no file name is longer


def check(subject: Subject) -> Iterator[Finding]:
    """The whole alt text must be such a name: one inside a sentence ("Photo: NASA/JPL") is none of its business."""
    for picture in subject.pictures():
        if picture.alt and _is_name(picture):
            yield subject.at_alt(
                "alt.file-name",
                picture,
                f"its alt text is a name for machines: {picture.alt[:80]}.",
                "Say in one sentence what the picture tells.",
            )


def _is_name(picture: Picture) -> bool:
    alt = picture.alt.strip("\"'“”‘’()[]")
    if _ADDRESS.fullmatch(alt):
        return True
    if len(alt) > _LONGEST:
        return False
    file = PurePosixPath(unquote(picture.image.src).replace("\\", "/"))
    if alt.casefold() == file.name.casefold() != file.stem.casefold():
        return True
    if alt.casefold() == file.stem.casefold() and (_SLUG.fullmatch(alt) or any(c.isdigit() for c in alt)):
        return True
    return _is_path(alt) or any(pattern.fullmatch(alt) for pattern in (_FILE, _CAMERA))


def _is_path(alt: str) -> bool:
    separators = alt.count("/") + alt.count("\\")
    return bool(_PATH_START.match(alt)) and separators > 1 and not any(c.isspace() for c in alt)
