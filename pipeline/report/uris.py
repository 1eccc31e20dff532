"""Paths of files as URI references (RFC 3986)."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote

from pipeline.characters import encodable


def location(path: str) -> dict[str, str]:
    """A path as SARIF's artifactLocation: relative to where Plainleaf ran, unless it is absolute."""
    quoted = quote(encodable(path))
    if PurePosixPath(path).is_absolute():
        return {"uri": f"file://{quoted}"}
    return {"uri": quoted, "uriBaseId": "SRCROOT"}
