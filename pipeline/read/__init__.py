"""Reading: bytes to a Document. One module a format, listed in `READERS` by the file's suffix.

load ─► decode ─► reader: parts ─► infer descriptions and boilerplate ─► assemble: sections, sentences, ids
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING

from pipeline.document import Document, Source
from pipeline.errors import InputError
from pipeline.findings import Finding
from pipeline.read.loading import load

if TYPE_CHECKING:
    from pipeline.read.parts import Parsed
    from pipeline.read.remarks import Remark

__all__ = ["READERS", "Reader", "Reading", "load", "run"]


@dataclass(frozen=True, slots=True)
class Reader:
    """How files of one format are read."""

    media_type: str
    module: str  # of this folder, imported when the first such file is read

    def parse(self, text: str) -> Parsed:
        """Give the parts of a decoded text of this format."""
        parsed: Parsed = import_module(f"pipeline.read.{self.module}").parse(text)
        return parsed


_TEXT = Reader("text/plain", "text")
_MARKDOWN = Reader("text/markdown", "markdown")
_HTML = Reader("text/html", "html")

READERS: dict[str, Reader] = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A source, read."""

    document: Document
    text: str  # decoded, without byte order mark, every line end "\n"; spans are offsets into it
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...] = ()  # to Plainleaf, in the source and in no edition


def run(data: bytes, path: str, *, language: str = "en", folder: Path | None = None) -> Reading:
    """The document in `data`, a file's bytes.

    `path` is used for its suffix, the document's id and where findings are; it is not opened. `language` (BCP 47)
    holds unless the source names its own; however it is written, it comes out in one way ("en-GB"). `folder` is where
    the picture files a document names are looked up: only whether they exist, only inside it; None looks up nothing.

    The words of a span of the source and of its segment are equal but for white space and characters that cannot
    be seen; in Markdown and HTML the span also covers the markup and entities between its first and last character.
    Text that stands in an attribute (an alt in HTML) has no span.

    Raises InputError for a suffix without a reader and for data that is no text or has none.
    """
    from pipeline.read import spoken
    from pipeline.read.assemble import Assembler
    from pipeline.read.comments import unclosed
    from pipeline.read.decoding import decode
    from pipeline.read.infer import infer
    from pipeline.read.marked import find_lists
    from pipeline.read.remarks import addressed

    path = PurePath(path).as_posix()  # a backslash parts folders where the system says so, and is a letter elsewhere
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in READERS:
        known = ", ".join(READERS)
        raise InputError(f"{path} is not of a kind that can be read.", f"Known are {known}: export it as one of them.")
    decoded = decode(data, path)
    parsed = READERS[suffix].parse(decoded.text)
    if READERS[suffix] is _HTML:
        parsed.unclosed += unclosed(decoded.text)
    if decoded.encoding == "windows-1252":
        parsed.notes.append("read.decoded-windows-1252")
    spoken_in = spoken.language(parsed, language)
    parsed.notes += spoken.doubts(parsed, spoken_in)
    if READERS[suffix] is not _TEXT:
        find_lists(parsed.parts)
    infer(parsed.parts, spoken_in)
    source = Source(path, hashlib.sha256(data).hexdigest(), READERS[suffix].media_type, decoded.encoding)
    assembler = Assembler(decoded.text, source, spoken_in, folder)
    document = assembler.document(parsed)
    return Reading(document, decoded.text, tuple(assembler.findings), addressed(decoded.text, document))
