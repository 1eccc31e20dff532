"""Where glossaries lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from pipeline.errors import GlossaryError

PATTERN = "plain-*.toml"  # a folder may hold other glossaries (translations, pronunciation) beside these


def own_folder() -> Path:
    """glossaries/, inside the installed package or beside it in a checkout."""
    package = Path(str(files("pipeline")))
    inside = package / "glossaries"
    return inside if inside.is_dir() else package.parent / "glossaries"


def glossary_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The glossary files among these files and folders, a folder's in the order of their names.

    Raises GlossaryError for a path that is not there and for a folder without any `plain-*.toml`.
    """
    for path in paths:
        if path.is_dir():
            found = sorted(path.glob(PATTERN))
            if not found:
                raise GlossaryError(f"no glossary in the folder {path}.", f"Name its files {PATTERN}.")
            yield from found
        elif path.is_file():
            yield path
        else:
            raise GlossaryError(f"there is no glossary {path}.", "Check the path in [simplify] glossaries.")
