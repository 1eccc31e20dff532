"""The glossary of plain words: entries a clinician writes in TOML, read, looked up and checked.

The simplifier replaces and defines by it; the checks suggest from it. Nothing is read before it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.findings import Finding
from pipeline.store import sha256

if TYPE_CHECKING:
    from pipeline.glossary.entries import Glossary

__all__ = ["check", "fingerprint", "load"]


def load(paths: Iterable[Path] = ()) -> Glossary:
    """Plainleaf's own glossary, overridden by these files and folders, the later over the earlier.

    Raises GlossaryError naming the first file, line and entry that cannot be used.
    """
    from pipeline.glossary import entries

    return entries.load(paths)


def fingerprint(paths: Iterable[Path] = ()) -> str:
    """The digest of all glossary files, `paths` as for `load`. Reads no entry. Raises GlossaryError."""
    from pipeline.glossary.files import glossary_files, own_folder

    digests = "".join(sha256(path.read_bytes()) for path in glossary_files([own_folder(), *paths]))
    return f"glossary {sha256(digests.encode())}"


def check(paths: Iterable[Path] = ()) -> tuple[Finding, ...]:
    """What is wrong with these glossary files and folders; with Plainleaf's own where none is named."""
    from pipeline.glossary import checking

    return checking.check(paths)
