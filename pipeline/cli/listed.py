"""Names of files in a list, as `git diff --name-only` gives them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from pipeline.cli import streams
from pipeline.cli.options import warn
from pipeline.errors import InputError, UsageError

_MAX_BYTES = 50_000_000
_SHOWN = 5  # names in a message
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LETTERS = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}


def sources(file: str) -> list[str]:
    """The sources among the names of a list, "-" for standard input. One name a line, or parted by zero bytes.

    Names that are no source, and folders, are left out; so are files that are not there: a change may have deleted
    them. Stderr says so. Where no name of the list is there, the list is meant for another folder: InputError. Raises
    UsageError for what is no list.
    """
    from pipeline.read import READERS

    names = list(_names(_bytes(file)))
    texts = [name for name in names if PurePath(name).suffix.lower() in READERS]
    there = [name for name in texts if _is_there(name) and not Path(name).is_dir()]
    gone = [name for name in texts if not _is_there(name)]
    if gone and not any(map(_is_there, names)):
        raise InputError(
            f"no file of the list {file} is there: {_some(gone)}.",
            "Run it in the folder the names start from, or leave deleted files out (git diff --diff-filter=d).",
        )
    left_out = len(names) - len(there) - len(gone)
    if left_out:
        warn(f"{left_out} of the {len(names)} names in the list {file} are no texts, so not checked.")
    if gone:
        warn(f"not there, so not checked: {_some(gone)}.")
    return there


def _bytes(file: str) -> bytes:
    if file == "-":
        data = streams.stdin(_MAX_BYTES)
    else:
        try:
            with Path(file).open("rb") as opened:
                data = opened.read(_MAX_BYTES + 1)
        except OSError as error:
            raise UsageError(f"--files-from {file} cannot be read: {error.strerror}.", "Check its name.") from error
    if len(data) > _MAX_BYTES:
        raise UsageError(f"--files-from {file} has more than {_MAX_BYTES:,} bytes.", "It has to be a list of names.")
    return _utf_8(data, file)


def _utf_8(data: bytes, file: str) -> bytes:
    """A list as UTF-8, or as the bytes that names are on this system. PowerShell writes UTF-16."""
    if data.startswith(_UTF_16):
        try:
            return data.decode("utf-16").encode()
        except UnicodeError as error:
            raise UsageError(f"--files-from {file} is no whole UTF-16 text.", "Save the list as UTF-8.") from error
    rows = data.split(b"\0")
    if len(rows) > 2 and sum(len(row) < 2 for row in rows) * 2 > len(rows) + 1:  # no source has a name of one letter
        raise UsageError(f"--files-from {file} looks like UTF-16 without a mark.", "Save the list as UTF-8.")
    return data.removeprefix(codecs.BOM_UTF8)


def _names(data: bytes) -> Iterator[str]:
    """The names of a list, each once."""
    by_zero = b"\0" in data
    rows = data.split(b"\0") if by_zero else data.splitlines()
    seen: set[bytes] = set()
    for row in rows:
        name = row if by_zero else _unquoted(row)
        if name.strip() and name not in seen:
            seen.add(name)
            yield name.decode("utf-8", "surrogateescape")


def _unquoted(row: bytes) -> bytes:
    """A name that git has put into quotation marks because of its letters, as it is: "é" comes as two octal bytes."""
    if len(row) < 2 or not (row.startswith(b'"') and row.endswith(b'"')):
        return row

    def letter(found: re.Match[bytes]) -> bytes:
        escaped = found[1]
        return bytes([int(escaped, 8) & 0xFF]) if len(escaped) == 3 else _LETTERS.get(escaped, escaped)

    return _ESCAPE.sub(letter, row[1:-1])


def _is_there(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    shown = (name.encode("utf-8", "backslashreplace").decode() for name in names[:_SHOWN])
    return ", ".join(shown) + more
