"""Sources named on the command line, read one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.options import input_bytes
from pipeline.errors import PlainleafError
from pipeline.plan import shown
from pipeline.settings import Settings
from pipeline.sources import find

if TYPE_CHECKING:
    from pipeline.document import Document
    from pipeline.read import Reading


def document(path: str, options: Settings) -> Reading:
    """Read one file, or standard input ("-", as plain text). Raises InputError."""
    from pipeline import read

    data = input_bytes(path, options.read.max_bytes)
    if path == "-":
        return read.run(data, "stdin.txt", language=options.read.language)
    return read.run(data, shown(Path(path)), language=options.read.language, folder=Path(path).parent)


def documents(paths: list[str], options: Settings, errors: list[PlainleafError]) -> Iterator[Reading]:
    """Read files, folders and standard input; what cannot be read is added to `errors` and the rest goes on."""
    for named in paths:
        try:
            found = ["-"] if named == "-" else [str(path) for path in find([Path(named)])]
        except PlainleafError as error:
            errors.append(error)
            continue
        for path in found:
            try:
                yield document(path, options)
            except PlainleafError as error:
                errors.append(error)


def print_body(document: Document) -> None:
    """Print headings and body text, block by block, with a blank line after each."""
    for section in document.every_section():
        blocks = (() if section.heading is None else (section.heading,)) + tuple(section.body())
        for block in blocks:
            print(block.text, end="\n\n")
