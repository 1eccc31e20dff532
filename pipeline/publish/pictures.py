"""The picture files of a handout: found inside the source's folder, checked, and given safe names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.document import Document
from pipeline.publish import svg

MAX_BYTES = 20_000_000
MAX_PIXELS = 100_000_000

_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is published."""

    name: str  # below images/
    data: bytes
    width: int | None = None  # pixels; None where the format does not say simply
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Pictures:
    """All pictures of a handout, by path as `Image.path` has it."""

    published: dict[str, Picture]
    refused: dict[str, str]  # why a picture that is named is not published


class _RefusedError(Exception):
    """The picture cannot be published; the message says why."""


def collect(documents: Iterable[Document], folder: Path | None) -> Pictures:
    """Read every picture these documents name, each once. Without a folder there are none."""
    paths = {
        block.image.path
        for document in documents
        for section in document.every_section()
        for block in section.blocks
        if block.image is not None and block.image.path is not None
    }
    published: dict[str, Picture] = {}
    refused: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(paths):
        try:
            if folder is None:
                raise _RefusedError("the source has no folder to look in")
            data = _read(folder, path)
            extension, width, height = sniff(data)
        except _RefusedError as error:
            refused[path] = str(error)
            continue
        published[path] = Picture(_name(path, extension, taken), data, width, height)
    return Pictures(published, refused)


def _read(folder: Path, path: str) -> bytes:
    root = folder.resolve()
    try:
        file = (root / path).resolve(strict=True)
        if not file.is_relative_to(root) or not file.is_file():
            raise _RefusedError("there is no such file inside the source's folder")
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError, RuntimeError) as error:
        raise _RefusedError("there is no such file inside the source's folder") from error
    if len(data) > MAX_BYTES:
        raise _RefusedError(f"the file is larger than {MAX_BYTES // 1_000_000} MB")
    return data


def sniff(data: bytes) -> tuple[str, int | None, int | None]:
    """File extension, width and height, from the content alone. Raises where it is no picture we publish."""
    width: int | None = None
    height: int | None = None
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        kind, width, height = "png", int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    elif data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        kind, width, height = "gif", int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    elif data.startswith(b"\xff\xd8\xff"):
        kind, (width, height) = "jpg", _jpeg_size(data)
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kind = "webp"
    elif b"<svg" in data[:4096].lower():
        kind = "svg"
        problem = svg.problem(data)
        if problem is not None:
            raise _RefusedError(problem)
    else:
        raise _RefusedError("it is not a PNG, JPEG, GIF, WebP or SVG picture")
    if width is not None and height is not None and width * height > MAX_PIXELS:
        raise _RefusedError(f"it has more than {MAX_PIXELS // 1_000_000} million pixels")
    return kind, width or None, height or None


def _jpeg_size(data: bytes) -> tuple[int | None, int | None]:
    """Width and height from the first frame header (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _JPEG_SIZES:
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 1 if marker == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4])
    return None, None


def _name(path: str, extension: str, taken: set[str]) -> str:
    """A name safe on every file system and in a link, unlike any in `taken`, which it joins."""
    stem = re.sub(r"[^a-z0-9]+", "-", PurePosixPath(path).stem.lower()).strip("-")[:60] or "picture"
    name, number = f"{stem}.{extension}", 2
    while name in taken:
        name, number = f"{stem}-{number}.{extension}", number + 1
    taken.add(name)
    return name
