"""Which figures hold for one file: those of [check], with those of every override that fits the file over them."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline import settings

_MAGIC = frozenset("*?[")


def for_file(chosen: settings.Check, path: str, root: Path) -> settings.Check:
    """The settings of one file. A key that several fitting overrides set is taken from the last of them.

    `path` is looked up from the working folder, the globs from `root`, the folder of plainleaf.toml; a file outside of
    it has no override.
    """
    if not chosen.overrides:
        return chosen
    update: dict[str, Any] = {}
    for override in chosen.overrides:
        if any(is_for(path, root, glob) for glob in override.files):
            update |= {key: getattr(override, key) for key in override.model_fields_set - {"files"}}
    return chosen.model_copy(update=update)


def is_for(path: str, root: Path, glob: str) -> bool:
    """Whether a path, looked up from the working folder, fits a glob that starts from `root`."""
    file, folder = (Path(os.path.normpath(Path(one).absolute())) for one in (path, root))
    return file.is_relative_to(folder) and fits(file.relative_to(folder).as_posix(), glob)


def fixed_part(glob: str) -> str:
    """The folders a glob begins with, up to the first that is not named; for a glob without magic, all of it."""
    return "/".join(takewhile(lambda part: not _MAGIC.intersection(part), _parts(glob)))


def fits(place: str, glob: str) -> bool:
    """Whether a path, relative and with slashes, fits a glob.

    `*`, `?` and `[…]` stay within one name, `**` stands for any number of folders, none too. A backslash is a slash. A
    glob that ends in a plain name fits that file, or all below that folder.
    """
    names = place.split("/")
    parts = _parts(glob)
    if not parts:
        return False
    if not _MAGIC.intersection(parts[-1]) and _fits(names, [*parts, "**"]):
        return True
    return _fits(names, parts)


def _parts(glob: str) -> list[str]:
    return [part for part in glob.replace("\\", "/").split("/") if part not in ("", ".")]


def _fits(names: list[str], parts: list[str]) -> bool:
    """Go through the parts once, keeping how many names they may have taken so far."""
    taken = {0}
    for part in parts:
        if part == "**":
            taken = set(range(min(taken), len(names) + 1)) if taken else set()
        else:
            taken = {n + 1 for n in taken if n < len(names) and fnmatchcase(names[n], part)}
    return len(names) in taken
