"""Where a picture's file is: only ever inside the source file's folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Place:
    """A picture's file as a relative path with forward slashes, or why there is none."""

    path: str | None
    outside: str | None = None  # what takes it out of the folder; None when nothing does


def locate(src: str, folder: Path | None) -> Place:
    """The file that `src` names below `folder`.

    An absolute path, a drive, a network path, an address, "..", or a link that leads out is never opened. No
    file's content is read.
    """
    outside = _leaves(src)
    if outside is not None:
        return Place(None, outside)
    if folder is None:
        return Place(None)
    for name in dict.fromkeys((src, unquote(src), unquote(re.split(r"[?#]", src, maxsplit=1)[0]))):
        outside = _leaves(name)
        if outside is not None:
            return Place(None, outside)
        place = _inside(name, folder)
        if place is not None:
            return place
    return Place(None)


def _leaves(src: str) -> str | None:
    name = src.strip().replace("\\", "/")
    if name.startswith("//"):
        return "a network path"
    if re.match(r"[a-zA-Z]:(?:/|$)", name):
        return "an absolute path"
    if _SCHEME.match(name):
        return "a web address" if re.match(r"(?i)(?:https?|ftp):", name) else "an address"
    if name.startswith(("/", "~")):
        return "an absolute path"
    if ".." in name.split("/"):
        return "a path with .."
    return None


def _inside(name: str, folder: Path) -> Place | None:
    relative = "/".join(part for part in name.strip().replace("\\", "/").split("/") if part not in ("", "."))
    if not relative:
        return None
    try:
        file = (folder / relative).resolve()
        if not file.is_file():
            return None
        return Place(relative) if file.is_relative_to(folder.resolve()) else Place(None, "a link that leads out")
    except (OSError, ValueError, RuntimeError):
        return None  # a name no file can have, or links in a circle: there is no such picture
