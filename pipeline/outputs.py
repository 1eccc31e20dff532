"""What a build leaves in the output folder, and the manifest that names every file of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline import __version__, codec
from pipeline.document import State
from pipeline.edition import Edition, Handout, HandoutEntry, Published
from pipeline.errors import OutputError
from pipeline.store import Store, sha256, write_atomically

SCHEMA_VERSION = 1
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Built:
    """One handout as the store keeps it: its files, and what the manifest and the index say of it."""

    entry: HandoutEntry
    source: dict[str, str]
    editions: dict[str, dict[str, Any]]
    pictures: dict[str, str]  # SHA-256 of each picture the source names, as written there; empty for a missing one
    files: tuple[Published, ...]


def summary(handout: Handout, entry: HandoutEntry, pictures: dict[str, str], files: tuple[Published, ...]) -> Built:
    """What is to be kept of a handout once it is published."""
    original = handout.original.document.source
    editions = {edition.name: _edition(edition) for edition in (handout.original, *handout.published)}
    files = tuple(sorted(files, key=lambda file: file.path))
    return Built(entry, {"path": original.path, "sha256": original.sha256}, editions, pictures, files)


def _edition(edition: Edition) -> dict[str, Any]:
    states = Counter(segment.state.value for segment in edition.document.segments())
    engines = {segment.engine for segment in edition.document.segments() if segment.engine}
    voices = {audio.voice for audio in edition.audio}
    return {
        "language": edition.document.language,
        "level": edition.document.level.value,
        "state": _state(edition),
        "segments": dict(sorted(states.items())),
        "engines": sorted(engines | voices),
        "scores": {name: round(value, 2) for name, value in sorted(edition.readability.scores.items())},
        "counted": asdict(edition.readability.counted),
        "findings": dict(sorted(Counter(found.severity.value for found in edition.findings).items())),
    }


def _state(edition: Edition) -> str:
    states = {segment.state for segment in edition.document.segments()}
    if State.REFUSED in states:
        return "partial"
    return "draft" if edition.is_draft else "complete"


@dataclass(frozen=True, slots=True)
class Manifest:
    """manifest.json: every handout with its editions' state, every file with its digest. No clock, no machine."""

    schema_version: int
    plainleaf: str
    documents: dict[str, Built]  # by document id, sorted
    files: tuple[Published, ...]  # shared by all handouts

    def listed(self) -> dict[str, str]:
        """Path → SHA-256 of every file."""
        tables = (self.files, *(one.files for one in self.documents.values()))
        return {file.path: file.sha256 for table in tables for file in table}


def manifest(built: Mapping[str, Built], shared: tuple[Published, ...]) -> Manifest:
    """Give the manifest of these handouts."""
    return Manifest(SCHEMA_VERSION, __version__, dict(sorted(built.items())), shared)


def read_manifest(out: Path) -> Manifest:
    """Give the manifest in `out`, or an empty one where there is none of this version."""
    try:
        return codec.from_json(Manifest, (out / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return Manifest(SCHEMA_VERSION, __version__, {}, ())


def materialise(files: Mapping[str, str], out: Path, store: Store) -> int:
    """Make `out` hold these files (path → SHA-256), writing only what differs; give how many were written.

    Raises OutputError where a file cannot be written, or its content is missing from the store.
    """
    written = 0
    for path, digest in files.items():
        target = out / path
        if _digest(target) == digest:
            continue
        data = store.get(digest)
        if data is None:
            raise OutputError(f"the store lost the content of {path}.", "Run `plainleaf clean` and build again.")
        write_atomically(target, data)
        written += 1
    return written


def remove_stale(before: Mapping[str, str], now: Mapping[str, str], out: Path) -> int:
    """Delete files an earlier build wrote and this one did not, unless somebody changed them; give how many."""
    removed = 0
    for path in before.keys() - now.keys():
        target = out / path
        if target.resolve().is_relative_to(out.resolve()) and _digest(target) == before[path]:
            target.unlink()
            removed += 1
            for folder in target.parents:
                if folder == out or any(folder.iterdir()):
                    break
                folder.rmdir()
    return removed


def _digest(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise OutputError(f"cannot read {path}: {error.strerror}.", "Make the output folder readable.") from error
