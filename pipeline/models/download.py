"""A package brought into a file, going on where it was cut off."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable
from pathlib import Path

from pipeline.errors import ModelError
from pipeline.models import network
from pipeline.store import sha256

MOST_BYTES = 1_000_000_000
ATTEMPTS = 3
Told = Callable[[int, int | None], None]  # bytes so far, bytes in all where known


def silent(_: int, __: int | None) -> None:
    """Tells nobody."""


def download(
    url: str, folder: Path, told: Told = silent, *, most: int = MOST_BYTES, seconds: float = network.SECONDS
) -> Path:
    """The file of an address, in `folder`. Raises ModelError; what came so far stays for the next time."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{sha256(url.encode())[:24]}.part"
    for attempt in range(ATTEMPTS):
        try:
            _go_on(url, part, told, most, seconds)
            return part
        except ModelError:
            if attempt + 1 == ATTEMPTS or not part.is_file() or part.stat().st_size == 0:
                raise
    raise AssertionError("unreachable")


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _go_on(url: str, part: Path, told: Told, most: int, seconds: float) -> None:
    mark = part.with_suffix(".etag")
    have = part.stat().st_size if part.is_file() else 0
    etag = mark.read_text("utf-8") if mark.is_file() else ""
    headers = {"Range": f"bytes={have}-", "If-Range": etag} if have and etag else {}
    with network.opened(url, headers, seconds) as response:
        if response.status_code == 416:  # nothing behind what we have
            return
        resumed = response.status_code == 206 and response.headers.get("Content-Range", "").startswith(f"bytes {have}-")
        have = have if resumed else 0
        length = response.headers.get("Content-Length", "")
        total = have + int(length) if length.isdigit() else None
        _bounded(url, total or 0, most)
        mark.write_text(response.headers.get("ETag", ""), "utf-8")
        with part.open("ab" if resumed else "wb") as out:
            for data in network.pieces(response, seconds):
                have += len(data)
                _bounded(url, have, most)
                out.write(data)
                told(have, total)
        if total is not None and have != total:
            raise ModelError(f"{url} broke off after {have:,} of {total:,} bytes.", "Run the command again.")


def _bounded(url: str, size: int, most: int) -> None:
    if size > most:
        raise ModelError(f"{url} is larger than {most:,} bytes: no translation package is.", "Use another index.")


def forget(part: Path) -> None:
    """Deletes what was downloaded, and its mark."""
    for path in (part, part.with_suffix(".etag")):
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
