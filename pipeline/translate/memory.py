"""Reviewed translation memory: exact matches from `<folder>/<language>.tmx` (TMX 1.4)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pipeline.store import sha256
from pipeline.translate import tmx
from pipeline.translate.approvals import Approval, flat
from pipeline.translate.engine import Draft


def file(folder: Path, language: str) -> Path:
    """Where the memory of a language lies."""
    return folder / f"{language}.tmx"


def load(folder: Path, language: str) -> dict[str, Approval]:
    """The approvals of a language by their English sentence, those that do not hold among them; none without a file.

    Raises UsageError for a file that is too large or is no TMX.
    """
    path = file(folder, language)
    return dict(_by_source(tmx.content(path), path, language)) if path.is_file() else {}


@lru_cache(maxsize=8)
def _by_source(data: bytes, path: Path, language: str) -> dict[str, Approval]:
    """The approvals of a file's bytes: one memory serves every document of a run."""
    return tmx.parse(data, path, language).by_source()


class Memory:
    """Translations a named reviewer approved, word for word."""

    name = "memory"

    def __init__(self, folder: Path, language: str) -> None:
        self.fingerprint = fingerprint(folder, language)
        self.approvals = load(folder, language)

    def translate(self, sentences: Sequence[str]) -> list[Draft | None]:
        """The reviewed translation of each sentence that is in the memory, blanks aside."""
        found = (self.approvals.get(flat(sentence)) for sentence in sentences)
        return [None if one is None or not one.holds else _draft(one) for one in found]


def _draft(approval: Approval) -> Draft:
    return Draft(approval.target, reviewed=True, override=approval.override_reason, codes=approval.codes)


def fingerprint(folder: Path, language: str) -> str:
    """The memory by its content."""
    path = file(folder, language)
    return f"memory/2 {sha256(tmx.content(path))[:16]}" if path.is_file() else "memory/2 none"
