"""A package unpacked by hand: name, number, kind and real size of every entry are checked."""

from __future__ import annotations

import json
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.errors import ModelError
from pipeline.models.index import CODE, VERSION

MOST_ENTRIES = 500
MOST_BYTES = 2_000_000_000
MOST_RATIO = 20  # unpacked to packed; a model hardly shrinks
FREE_BYTES = 10_000_000  # that any archive may have, however it shrinks
MOST_METADATA = 1_000_000
CHUNK = 1 << 20
_END = struct.Struct("<4s4H2LH")  # APPNOTE.TXT of PKWARE, 4.3.16: end of central directory record
_MOST_TABLE = 1 << 20
_ODD = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_LONGEST = 200
_NEEDED = ("model/model.bin",)
_TOKENIZERS = ("sentencepiece.model", "bpe.model")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a package says of itself."""

    source: str
    target: str
    version: str

    @property
    def pair(self) -> str:
        """How the package is named."""
        return f"{self.source}-{self.target}"


def unpack(archive: Path, into: Path) -> tuple[Path, Metadata]:
    """The one top folder of the archive, unpacked in the empty folder `into`, and what it is.

    Raises ModelError for anything that is no sound package, OSError where it cannot be written; `into` may then hold a
    part of it.
    """
    with _reading(archive):
        _check_end(archive)
        opened = zipfile.ZipFile(archive)
    with opened:
        entries = [entry for entry in opened.infolist() if not entry.is_dir()]
        top = _checked(opened.infolist(), archive)
        allowed = min(MOST_BYTES, MOST_RATIO * archive.stat().st_size + FREE_BYTES)
        for entry in entries:
            allowed -= _write(opened, entry, into, allowed, archive)
    return into / top, metadata(into / top, archive)


@contextmanager
def _reading(archive: Path) -> Iterator[None]:
    """What the libraries raise on reading damaged data, as a ModelError. An OSError of the disk written to is none."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError, OSError,
            struct.error) as error:  # fmt: skip
        raise _unsound(archive, f"it is no sound archive ({error})") from error


def _check_end(archive: Path) -> None:
    """Refuse an archive whose table of contents is too large to be read at all, or that is no plain ZIP file."""
    size = archive.stat().st_size
    with archive.open("rb") as file:
        file.seek(max(0, size - _END.size))
        end = file.read(_END.size)
        file.seek(max(0, size - _END.size - 20))
        is_zip64 = file.read(4) == b"PK\x06\x07"
    if len(end) < _END.size or not end.startswith(b"PK\x05\x06"):
        raise _unsound(archive, "it is no sound archive (cut short, or no ZIP file)")
    entries, table, start, comment = _END.unpack(end)[4:]
    if is_zip64 or comment or start + table + _END.size != size:
        raise _unsound(archive, "it is no sound archive (something stands before, between or after)")
    if entries > MOST_ENTRIES or table > _MOST_TABLE:
        raise _unsound(archive, f"it has more than {MOST_ENTRIES} entries")


def metadata(folder: Path, archive: Path | None = None) -> Metadata:
    """The metadata of an unpacked package, checked, with the files a package must have."""
    named = archive or folder
    try:
        with (folder / "metadata.json").open("rb") as stream:
            data = json.loads(stream.read(MOST_METADATA))
        source, target, version = (data[key] for key in ("from_code", "to_code", "package_version"))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise _unsound(
            named, "it has no metadata.json that says from which language into which it translates"
        ) from error
    texts = (source, target, version)
    if not all(isinstance(text, str) for text in texts):
        raise _unsound(named, "its metadata.json is odd")
    if not (CODE.fullmatch(source) and CODE.fullmatch(target) and VERSION.fullmatch(version)):
        raise _unsound(named, "its metadata.json names no languages or no version")
    if not all((folder / name).is_file() for name in _NEEDED) or not any((folder / n).is_file() for n in _TOKENIZERS):
        raise _unsound(named, f"it lacks {' or '.join((*_NEEDED, *_TOKENIZERS))}")
    return Metadata(source, target, version)


def _checked(entries: list[zipfile.ZipInfo], archive: Path) -> str:
    """The name of the one top folder. Raises ModelError for odd entries."""
    if len(entries) > MOST_ENTRIES:
        raise _unsound(archive, f"it has more than {MOST_ENTRIES} entries")
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        mode = entry.external_attr >> 16
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise _unsound(archive, "it holds a link or a device")
        if entry.flag_bits & 0x1:
            raise _unsound(archive, "it is encrypted")
        if not _plain(name) or name.casefold().rstrip("/") in seen:
            raise _unsound(archive, "it holds a name that leads elsewhere, or twice the same")
        seen.add(name.casefold().rstrip("/"))
    return _top(entry.filename for entry in entries) or _none(archive)


def _plain(name: str) -> bool:
    parts = name.rstrip("/").split("/")
    return (
        0 < len(name) <= _LONGEST
        and not name.startswith("/")
        and not _ODD.search(name)
        and all(part not in ("", ".", "..") and not part.endswith((" ", ".")) for part in parts)
    )


def _top(names: Iterable[str]) -> str:
    tops = {PurePosixPath(name).parts[0] for name in names}
    return tops.pop() if len(tops) == 1 else ""


def _none(archive: Path) -> str:
    raise _unsound(archive, "it does not have exactly one folder at its top")


def _write(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, into: Path, allowed: int, archive: Path) -> int:
    """One entry written, read in pieces, so that a size it lies about cannot fill the disk. Gives its real size."""
    target = into.joinpath(*PurePosixPath(entry.filename).parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    size = 0
    with target.open("xb") as out:
        for data in _pieces(opened, entry, archive):
            size += len(data)
            if size > allowed:
                raise _unsound(archive, "it grows far beyond its size when unpacked")
            out.write(data)
    return size


def _pieces(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, archive: Path) -> Iterator[bytes]:
    with _reading(archive):
        source = opened.open(entry)
    with source:
        while True:
            with _reading(archive):
                data = source.read(CHUNK)
            if not data:
                return
            yield data


def _unsound(archive: Path, why: str) -> ModelError:
    return ModelError(f"{archive.name} is not installed: {why}.", "Get the package from its maker again.")
