"""One writer at a time in a folder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import OutputError

_EVERY = 0.05  # seconds between two tries


@contextmanager
def locked(folder: Path, seconds: float = 30.0) -> Iterator[None]:
    """Hold the folder until the block ends. The system lets go of it if the program dies.

    Raises OutputError where the folder cannot be made, or another program holds it for longer than `seconds`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = _open(folder)
    except OSError as error:
        raise OutputError(f"cannot write in {folder}: {error.strerror}.", "Make it writable.") from error
    try:
        end = time.monotonic() + seconds
        while not _taken(descriptor):
            if time.monotonic() > end:
                raise OutputError(f"another program is writing in {folder}.", "Wait for it to end, then try again.")
            time.sleep(_EVERY)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        return os.open(folder / ".lock", os.O_RDWR | os.O_CREAT)

    def _taken(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)  # the folder itself: no file is left in what a hospital keeps in git

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
