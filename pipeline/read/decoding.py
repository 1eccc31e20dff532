"""Bytes to text: UTF-8, UTF-16, else Windows-1252. What is no text is named for what it looks like."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from pipeline.errors import InputError

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM\x00", "a BMP picture"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, perhaps a Word or OpenDocument file"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"RIFF", "a sound or video recording"),
    (b"SQLite format 3\x00", "a database"),
)
_EXPORT = "Export it as text (UTF-8), Markdown or HTML and build that."
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1a\x1b")
_CONTROLS = bytes(b for b in (*range(0x20), 0x7F) if b not in _TEXT_CONTROLS)
_MAX_CONTROLS = 0.01  # of all bytes; a text saved by an old program may hold a few
_SAMPLE = 4096
_UNDEFINED_1252 = {0x81: "\x81", 0x8D: "\x8d", 0x8F: "\x8f", 0x90: "\x90", 0x9D: "\x9d"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without byte order mark, every line end a line feed."""

    text: str
    encoding: str  # "utf-8", "utf-16-le", "utf-16-be" or "windows-1252"


def decode(data: bytes, path: str) -> Decoded:
    """The text in `data`. Raises InputError, naming `path`, for an empty or binary file."""
    if not data.strip():
        raise InputError(f"{path} is empty.", "Put the text into it, or leave it out of the build.")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"{path} looks like {what}, not like text.", _EXPORT)
    decoded = _decode(data, path)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff \t\n\v\f\x1a\u200b\u00a0"):
        raise InputError(f"{path} has no text, only blanks.", "Put the text into it, or leave it out of the build.")
    return Decoded(text, decoded.encoding)


def _decode(data: bytes, path: str) -> Decoded:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise InputError(f"{path} is UTF-32 text, which is not supported.", "Save it as UTF-8.")
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _utf16(data[2:], encoding, path)
    evident = _evident_utf16(data)
    if evident is not None:
        return _utf16(data, evident, path)
    if b"\x00" in data:
        raise InputError(f"{path} looks like a binary file: it holds zero bytes.", _EXPORT)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > max(2, len(data) * _MAX_CONTROLS):
        raise InputError(f"{path} looks like a binary file: it holds {controls:,} control characters.", _EXPORT)
    try:
        return Decoded(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        # Every byte means something, as browsers have it: five bytes without a letter are control characters.
        return Decoded(data.decode("cp1252", "plainleaf.undefined"), "windows-1252")


def _utf16(data: bytes, encoding: str, path: str) -> Decoded:
    try:
        text = data[: len(data) // 2 * 2].decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{path} begins like UTF-16 text and is not.", _EXPORT) from error
    controls = sum(text.count(chr(b)) for b in _CONTROLS)
    if controls > max(2, len(text) * _MAX_CONTROLS):
        raise InputError(f"{path} looks like a binary file: it holds {controls:,} control characters.", _EXPORT)
    return Decoded(text.replace("\x00", ""), encoding)


def _evident_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of a text in a Latin alphabet is zero, and only those."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    even, odd = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if odd >= pairs * 0.7 and not even:
        return "utf-16-le"
    if even >= pairs * 0.7 and not odd:
        return "utf-16-be"
    return None


def _undefined(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(_UNDEFINED_1252[b] for b in error.object[error.start : error.end]), error.end


codecs.register_error("plainleaf.undefined", _undefined)
