"""Sources named on the command line, read one by one."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.options import input_bytes
from pipeline.document import BODY_KINDS, BlockKind
from pipeline.errors import InputError, InternalError, PlainleafError
from pipeline.plan import shown
from pipeline.settings import Settings
from pipeline.sources import find

if TYPE_CHECKING:
    from pipeline.document import Block, Document
    from pipeline.read import Reading

STDIN_NAME = "stdin.txt"


def document(path: str, options: Settings, stdin_name: str = STDIN_NAME) -> Reading:
    """Read one file, or standard input ("-") as a file of that name would be. Raises InputError."""
    from pipeline import read

    data = input_bytes(path, options.read.max_bytes)
    if path == "-" and stdin_name == STDIN_NAME:
        return read.run(data, stdin_name, language=options.read.language)
    place = Path(stdin_name if path == "-" else path)
    return read.run(data, as_shown(place), language=options.read.language, folder=place.parent)


def as_shown(path: Path) -> str:
    """The path as reports show it, the same however a file is named: "source/../source/a.md" is "source/a.md"."""
    return shown(Path(os.path.normpath(path)))


def documents(
    paths: Iterable[str], options: Settings, failed: dict[str, PlainleafError], stdin_name: str = STDIN_NAME
) -> Iterator[Reading]:
    """Read files, folders and standard input, each once. No document is kept.

    What cannot be read goes to `failed` by path, and the rest goes on.
    """
    seen: set[str] = set()
    for named in paths:
        found: list[str] = []
        with noted(named, failed):
            found = ["-"] if named == "-" else [str(path) for path in find([Path(named)])]
        for path in found:
            place = path if path == "-" else os.path.normpath(Path(path).absolute())
            if place in seen:
                continue
            seen.add(place)
            reading = None
            with noted(stdin_name if path == "-" else path, failed):
                reading = document(path, options, stdin_name)
            if reading is not None:
                yield reading


@contextmanager
def noted(path: str, failed: dict[str, PlainleafError]) -> Iterator[None]:
    """Note what goes wrong with one file, so that the others go on.

    A fault of Plainleaf's own is noted too, by its place in the code: a file that could not be gone through is never
    clean.
    """
    try:
        yield
    except InputError as error:
        failed[path] = error
    except PlainleafError:  # of the settings or an engine: it is not this file's
        raise
    except Exception as error:
        failed[path] = fault(error, path)


def fault(error: Exception, path: str = "") -> InternalError:
    """A fault of Plainleaf's own by its place in the code; no word of a text is told."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    at = f"{Path(place.filename).name}, line {place.lineno}"
    message = f"a fault in Plainleaf: {type(error).__name__} in {at}."
    return InternalError(f"{path}: {message}" if path else message, "Please report it with the file.")


def print_body(document: Document) -> None:
    """Print headings and body text, block by block, with a blank line after each."""
    for section in document.every_section():
        headed = () if section.heading is None else (section.heading,)
        shown = (b for b in section.blocks if b.kind in BODY_KINDS or b.kind is BlockKind.HEADING)
        for block in (*headed, *shown):
            print("\n".join(_lines(block)), end="\n\n")


def _lines(block: Block) -> Iterator[str]:
    """The units of a block, a line each; items with their sign or number."""
    numbers: dict[int, int] = {}
    for unit in block.units:
        if block.kind is not BlockKind.LIST:
            yield unit.text
            continue
        numbers = {depth: number for depth, number in numbers.items() if depth <= unit.depth}
        numbers[unit.depth] = numbers.get(unit.depth, block.start - 1 if unit.depth == 0 else 0) + 1
        sign = f"{numbers[unit.depth]}." if block.ordered else "-"
        yield f"{'   ' * unit.depth}{sign} {unit.text}"
