"""Which files a user means by the files and folders named. Nothing is left out unseen."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from pipeline.errors import InputError

ASSETS = frozenset([".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".ico", ".css", ".js"])
"""Suffixes of files that lie beside a source and are none."""


def find(paths: Iterable[Path], leave_out: Collection[Path] = ()) -> tuple[Path, ...]:
    """Files named, and everything below folders named that is not hidden, an asset, or in a folder of `leave_out`.

    What cannot be read (an unknown format, a broken link, a pipe, a closed or linked folder) is among them: reading it
    then says why. Raises InputError for a path that does not exist.
    """
    apart = {folder.resolve() for folder in leave_out}
    found: dict[Path, None] = {}
    for path in paths:
        try:
            is_folder, exists = path.is_dir(), os.path.lexists(path)
        except OSError as error:
            raise InputError(f"{path} cannot be read: {error.strerror}.", "Ask for the right to read it.") from error
        if is_folder:
            found.update(dict.fromkeys(sorted(_below(path, apart))))
        elif exists:
            found[path] = None
        else:
            raise InputError(f"{path} does not exist.", "Name a file or a folder of sources.")
    return tuple(found)


def _below(folder: Path, apart: set[Path]) -> Iterator[Path]:
    closed: list[OSError] = []
    for name, folders, files in os.walk(folder, onerror=closed.append):
        here = Path(name)
        linked = [each for each in folders if (here / each).is_symlink()]
        folders[:] = [each for each in folders if not each.startswith(".") and (here / each).resolve() not in apart]
        for each in (*files, *linked):
            if not each.startswith(".") and Path(each).suffix.lower() not in ASSETS:
                yield here / each
    yield from (Path(error.filename) for error in closed)
