"""Versions of installed distributions, without importing them."""

from __future__ import annotations

from functools import cache
from importlib import metadata


@cache
def version(distribution: str) -> str:
    """The version, or "missing"."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "missing"
