"""Results by content: a value is found again by the SHA-256 of all it was made from.

A value is a plain file under `<root>/<first two digits>/<digest>`, written beside its place and renamed
into it, so that nobody sees half a file and a killed build loses only what was under way.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from pipeline.errors import OutputError


def sha256(data: bytes) -> str:
    """Hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


def key(stage: str, version: int, fingerprint: str, **made_from: Any) -> str:
    """The digest of everything a result depends on.

    `stage` and `version` name the code, `fingerprint` the engine, model and its options; `made_from` holds
    options and input as JSON values. Equal arguments give equal keys on every machine.
    """
    parts = [stage, version, fingerprint, made_from]
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode())


def write_atomically(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file so that it is seen whole or not at all. Raises OutputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(name).chmod(mode)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(
            f"cannot write {path}: {error.strerror or error}.", "Choose another folder or make it writable."
        ) from error


class Store:
    """A folder of results. Safe with several processes: the last of two equal writes wins, and they are equal."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, digest: str) -> Path:
        """Where a value lies, or would."""
        return self.root / digest[:2] / digest

    def get(self, digest: str) -> bytes | None:
        """The value, or None when it was never stored."""
        try:
            return self.path(digest).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, digest: str, data: bytes) -> None:
        """Keep a value. Raises OutputError."""
        write_atomically(self.path(digest), data)

    def put_content(self, data: bytes) -> str:
        """Keep bytes under their own SHA-256, and give that."""
        digest = sha256(data)
        if not self.path(digest).exists():
            self.put(digest, data)
        return digest
