"""Health words and their translations into a language: `glossaries/terms-<language>.toml`; English has its forms."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.glossary.files import own_folder
from pipeline.score.language import root
from pipeline.store import sha256


@cache
def table(language: str) -> dict[str, Any]:
    """The tables of the file for a language (BCP 47); none for a language without a file."""
    path = _file(language)
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


@cache
def fingerprint(*languages: str) -> str:
    """Changes with every change of these languages' files, and when one comes or goes."""
    paths = map(_file, languages)
    return sha256("".join(sha256(path.read_bytes()) if path.is_file() else "none" for path in paths).encode())[:16]


def _file(language: str) -> Path:
    return own_folder() / f"terms-{root(language)}.toml"
