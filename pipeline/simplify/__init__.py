"""Plain words: a document rewritten with a medical glossary and sentence rules, every edit behind a safety gate.

Nothing heavy is imported before the first text is rewritten: a build asks for `fingerprint` each time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import glossary as glossaries
from pipeline import parser
from pipeline.document import Document, without_parts

if TYPE_CHECKING:
    from pipeline.glossary.entries import Glossary
    from pipeline.simplify.simplification import Simplification

__all__ = ["fingerprint", "run", "simplify_lines"]

VERSION = 4  # raised with every change of a rule that changes what comes out


def fingerprint(paths: Iterable[Path] = ()) -> str:
    """What a plain text depends on besides its source and the settings: model, and the bytes of all glossaries.

    `paths` are the user's own glossaries, as for `glossary.load`. Loads no model and reads no entry.
    Raises GlossaryError for a path that is not there.
    """
    return f"simplify {VERSION}; {parser.fingerprint()}; {glossaries.fingerprint(paths)}"


def run(
    document: Document,
    glossary: Glossary,
    *,
    max_words: int = 20,
    disable: Collection[str] = (),
    page: Sequence[str] = (),
) -> Simplification:
    """The document in plain words, with every edit made or refused.

    `page` names the parts to add to it (`page.PARTS`), each marked as added. Parts that the document has from an
    earlier run are left out first.
    """
    from pipeline.simplify.page import add
    from pipeline.simplify.simplification import make

    made = make(without_parts(document), glossary, max_words=max_words, disable=disable)
    return replace(made, document=add(made.document, page))


def simplify_lines(
    lines: Iterable[str], glossary: Glossary, *, max_words: int = 20, disable: Collection[str] = ()
) -> Iterator[str]:
    """Each line in plain words: one line in, one line out. Nothing is defined or added."""
    from pipeline.simplify.simplification import make_lines

    return make_lines(lines, glossary, max_words=max_words, disable=disable)
