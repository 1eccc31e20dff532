"""Plain words: a document rewritten with a medical glossary and sentence rules, every edit behind a safety gate.

Nothing heavy is imported before the first text is rewritten: a build asks for `fingerprint` each time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.document import Document
from pipeline.findings import Finding
from pipeline.simplify.parse import model_fingerprint
from pipeline.store import sha256

if TYPE_CHECKING:
    from pipeline.simplify.glossary import Glossary
    from pipeline.simplify.simplification import Simplification

__all__ = ["check_glossary", "fingerprint", "load_glossary", "run", "simplify_lines"]

VERSION = 2  # raised with every change of a rule that changes what comes out


def fingerprint(paths: Iterable[Path] = ()) -> str:
    """What a plain text depends on besides its source and the settings: model, and the bytes of all glossaries.

    `paths` are the user's own glossaries, as for `load_glossary`. Loads no model and reads no entry.
    Raises GlossaryError for a path that is not there.
    """
    from pipeline.simplify.files import glossary_files, own_folder

    digests = "".join(sha256(path.read_bytes()) for path in glossary_files([own_folder(), *paths]))
    return f"simplify {VERSION}; {model_fingerprint()}; glossary {sha256(digests.encode())}"


def load_glossary(paths: Iterable[Path] = ()) -> Glossary:
    """Plainleaf's own glossary, overridden by these files and folders, the later over the earlier.

    Raises GlossaryError naming the first file, line and entry that cannot be used.
    """
    from pipeline.simplify.glossary import load

    return load(paths)


def check_glossary(paths: Iterable[Path] = ()) -> tuple[Finding, ...]:
    """What is wrong with these glossary files and folders; with Plainleaf's own where none is named."""
    from pipeline.simplify.glossary_check import check

    return check(paths)


def run(
    document: Document, glossary: Glossary, *, max_words: int = 20, disable: Collection[str] = ()
) -> Simplification:
    """The document in plain words, with every edit made or refused."""
    from pipeline.simplify.simplification import make

    return make(document, glossary, max_words=max_words, disable=disable)


def simplify_lines(
    lines: Iterable[str], glossary: Glossary, *, max_words: int = 20, disable: Collection[str] = ()
) -> Iterator[str]:
    """Each line in plain words: one line in, one line out. Nothing is defined or added."""
    from pipeline.simplify.simplification import make_lines

    return make_lines(lines, glossary, max_words=max_words, disable=disable)
