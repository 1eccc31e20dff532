"""Packages installed, listed and removed, in the folder Argos Translate itself uses."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ModelError, OutputError, UsageError
from pipeline.models import archive, network
from pipeline.models.download import Told, digest, download, forget, silent
from pipeline.models.index import INDEX, Offer, offers, route
from pipeline.models.lock import Lock, Pin
from pipeline.translate import argos

PAIR = re.compile(r"([a-z]{2,3}(?:_[A-Za-z]{2,4})?)-([a-z]{2,3}(?:_[A-Za-z]{2,4})?)")
RECORD = ".plainleaf.json"  # in a package's folder: the SHA-256 of the archive it came from


@dataclass(frozen=True, slots=True)
class Installed:
    """A package that is here. `state`: "locked", "unlocked", or "changed" where the lock names other files."""

    pair: str
    version: str
    folder: Path
    state: str
    pinned: bool = False  # by this very call, for the first time


def installed(lock: Lock, folder: Path | None = None) -> tuple[Installed, ...]:
    """The packages in Argos' folder, by pair."""
    found = []
    for package in argos.installed(folder):
        pair = f"{package.source}-{package.target}"
        pin = lock.pins.get(pair)
        state = "unlocked" if pin is None else "locked" if _is_as_pinned(package.folder, pin) else "changed"
        found.append(Installed(pair, package.version, package.folder, state))
    return tuple(sorted(found, key=lambda package: (package.pair, package.folder.name)))


def install(
    what: str | Path,
    lock: Lock,
    *,
    index: str = INDEX,
    folder: Path | None = None,
    told: Told = silent,
    seconds: float = network.SECONDS,
) -> Installed:
    """Installs a file, or the package of a pair ("en-es") from an index, and pins it where it was not pinned before.

    Raises UsageError for a pair that is none, ModelError where the package cannot be had, is not the pinned one,
    or is unsound. Nothing is left half installed.
    """
    folder = argos.packages_folder() if folder is None else folder
    if isinstance(what, Path):
        if not what.is_file():
            raise UsageError(f"there is no file {what}.", "Name an .argosmodel file, or a pair such as en-es.")
        return _from_archive(what, what.name, None, lock, folder)
    offer = _wanted(what, index, seconds, lock)
    part = download(offer.url, folder.parent / ".plainleaf-downloads", told, seconds=seconds)
    try:
        done = _from_archive(part, offer.url, offer.pair, lock, folder)
    finally:
        forget(part)  # whole, it is installed; unsound or another than pinned, it must not be gone on with
    return done


def remove(pair: str, lock: Lock, *, unlock: bool = False, folder: Path | None = None) -> tuple[Installed, ...]:
    """Removes every version of a pair; with `unlock` from the lock too. Raises UsageError where none is installed."""
    gone = tuple(package for package in installed(lock, folder) if package.pair == pair)
    if not gone and not (unlock and pair in lock.pins):
        raise UsageError(f"no package {pair} is installed.", "`plainleaf models list` names those that are.")
    for package in gone:
        with _writing(package.folder):
            shutil.rmtree(package.folder)
    if unlock and pair in lock.pins:
        del lock.pins[pair]
        lock.save()
    return gone


def _wanted(pair: str, index: str, seconds: float, lock: Lock) -> Offer:
    named = PAIR.fullmatch(pair)
    if named is None:
        raise UsageError(f"“{pair}” is no pair of languages and no file.", "Write it as en-es.")
    available = offers(index, seconds, {pair: pin.version for pair, pin in lock.pins.items()})
    way = route(named[1], named[2], available)
    if len(way) == 1:
        return way[0]
    if way:
        both = " and ".join(offer.pair for offer in way)
        raise ModelError(f"the index has no package {pair}.", f"Install {both}: together they lead there.")
    raise ModelError(f"the index has no package {pair}.", "`plainleaf models list --available` names those it has.")


def _from_archive(file: Path, came_from: str, pair: str | None, lock: Lock, folder: Path) -> Installed:
    size = file.stat().st_size
    if size > archive.MOST_BYTES:
        raise ModelError(f"{file.name} is larger than {archive.MOST_BYTES:,} bytes.", "No translation package is.")
    sha256 = digest(file)
    if pair is not None:
        _as_pinned(pair, sha256, lock, came_from)
    with _writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        # Beside the folder, not in it: Argos Translate takes every folder in it for a package.
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".plainleaf-new-") as work:
            unpacked, about = archive.unpack(file, Path(work))
            if pair is not None and about.pair != pair:
                raise ModelError(f"{came_from} holds {about.pair}, not {pair}.", "Use another index.")
            _as_pinned(about.pair, sha256, lock, came_from)
            inside = content(unpacked)
            (unpacked / RECORD).write_text(json.dumps({"sha256": sha256}), "utf-8")
            target = folder / f"translate-{about.source}_{about.target}-{about.version.replace('.', '_')}"
            first = about.pair not in lock.pins
            if first:  # before it is in its place: what is not pinned is not installed
                lock.pins[about.pair] = Pin(about.version, sha256, size, came_from, inside)
                lock.save()
            olds = {p.folder for p in argos.installed(folder) if (p.source, p.target) == (about.source, about.target)}
            _put(unpacked, target, sorted(olds | ({target} if os.path.lexists(target) else set())), Path(work))
    return Installed(about.pair, about.version, target, "locked", first)


def _as_pinned(pair: str, sha256: str, lock: Lock, came_from: str) -> None:
    pin = lock.pins.get(pair)
    if pin is not None and pin.sha256 != sha256:
        raise ModelError(
            f"{came_from} is not the package that {lock.path.name} pins for {pair}: its SHA-256 is {sha256}, the lock "
            f"says {pin.sha256}.",
            f"If the package was meant to change, run `plainleaf models remove {pair} --unlock` and install it again.",
        )


def _put(unpacked: Path, target: Path, olds: list[Path], work: Path) -> None:
    """Rename a package into its place, and those it replaces out of it; where that fails, all is as it was."""
    away: list[tuple[Path, Path]] = []
    try:
        for number, old in enumerate(olds):
            away.append((old, old.rename(work / f"old-{number}")))
        unpacked.rename(target)
    except OSError:
        for old, kept in away:
            kept.rename(old)
        raise


def content(folder: Path) -> str:
    """The SHA-256 of what `sha256sum` prints for the files of a package, by path; our own record is none of them."""
    rows = []
    for path in sorted(path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()):
        name = path.relative_to(folder).as_posix()
        if name != RECORD:
            rows.append(f"{digest(path)}  {name}\n")
    return hashlib.sha256("".join(rows).encode("utf-8", "surrogateescape")).hexdigest()


def _is_as_pinned(folder: Path, pin: Pin) -> bool:
    """Whether the files are those of the pinned archive; by our record alone where an older lock does not tell."""
    try:
        return content(folder) == pin.content if pin.content else _recorded(folder) == pin.sha256
    except OSError:
        return False


def _recorded(folder: Path) -> str:
    try:
        return str(json.loads((folder / RECORD).read_text("utf-8"))["sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"cannot write {folder}: {error.strerror or error}.", "Set ARGOS_PACKAGES_DIR to another folder."
        ) from error
