"""Options and answers that several commands share."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import streams
from pipeline.errors import ExitCode, InputError, OutputError, PlainleafError, UsageError

ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="Settings file; plainleaf.toml here or above when left out.")
]
STDOUT = Path("-")
LINES_MAX_BYTES = 100_000_000

LinesOption = Annotated[bool, typer.Option("--lines", help="One line in, one line out.")]
InputArgument = Annotated[str, typer.Argument(metavar="PATH|-", help="A file, or - for standard input.")]


def text_or_json(value: str) -> str:
    """Check the value of --format."""
    if value not in ("text", "json"):
        raise UsageError(f"--format {value} is not known.", "Choose text or json.")
    return value


def input_bytes(path: str, max_bytes: int) -> bytes:
    """Read a file, or standard input for "-". Raises InputError, UsageError."""
    from pipeline.read.loading import load

    if path != "-":
        return load(Path(path), max_bytes)
    data = streams.stdin(max_bytes)
    if len(data) > max_bytes:
        raise InputError(f"standard input has more than {max_bytes} bytes.", "Split it, or raise read.max_bytes.")
    return data


def lines(path: str) -> Iterator[str]:
    """Give the lines of a UTF-8 file or of standard input, without their ends. Raises InputError."""
    try:
        text = input_bytes(path, LINES_MAX_BYTES).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8.", "With --lines the input has to be UTF-8 text.") from error
    # Only real line ends count: a form feed or a Unicode separator inside a line must not make two of it.
    rows = text.replace("\r\n", "\n").split("\n")
    yield from rows[:-1] if rows[-1] == "" else rows


def print_json(value: object) -> None:
    """Print one JSON value on a line of its own."""
    print(json.dumps(value, ensure_ascii=False))


def warn(text: str) -> None:
    """Tell the user something on stderr, on one line whatever is in the names of files."""
    from pipeline.characters import one_line

    print(f"plainleaf: {one_line(text)}", file=sys.stderr)


def write_output(path: Path, data: bytes) -> None:
    """Write what the user asked for to the file named, or to stdout for "-". Raises OutputError.

    A file is seen whole or not at all, also through a link, and keeps its mode; a device or a pipe is written to.
    """
    from pipeline.store import write_atomically

    if streams.is_stdout(path):
        sys.stdout.buffer.write(data)
        return
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        write_atomically(Path(os.path.realpath(path)), data)
        return
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}.", "Choose another folder.") from error
    if stat.S_ISDIR(mode):
        raise OutputError(f"{path} is a folder.", "Name a file.")
    if stat.S_ISREG(mode):
        write_atomically(Path(os.path.realpath(path)), data, stat.S_IMODE(mode))
        return
    try:
        with path.open("wb", buffering=0) as file:
            file.write(data)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}.", "Choose another place.") from error


def worst(errors: list[PlainleafError], done: int) -> ExitCode:
    """Give the exit code of a run over several files: partial where some were done, else that of the first error."""
    if not errors:
        return ExitCode.OK
    return ExitCode.PARTIAL if done else errors[0].code
