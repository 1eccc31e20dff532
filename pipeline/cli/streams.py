"""Standard streams of a program in a pipeline: UTF-8 whatever the locale, and no fault that looks like a finding."""

from __future__ import annotations

import io
import os
import select
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from pipeline.characters import inert
from pipeline.errors import ExitCode, InputError, OutputError, UsageError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class ReaderGoneError(OutputError):
    """Whoever read stdout has closed it, as `head` does. Nothing is said of it."""

    code = ExitCode.CLOSED


class _Output(io.RawIOBase):
    """A file descriptor for writing. What goes wrong with stdout is an OutputError, with stderr nobody can be told."""

    def __init__(self, stream: TextIO | None, *, is_report: bool) -> None:
        self._file = None if stream is None else io.FileIO(stream.fileno(), "w", closefd=False)
        self._is_report = is_report
        self._is_broken = False  # told once: what is left in buffers goes nowhere

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._file is not None and self._file.isatty()

    def fileno(self) -> int:
        if self._file is None:
            raise io.UnsupportedOperation("closed")
        return self._file.fileno()

    def write(self, data: ReadableBuffer, /) -> int:
        size = memoryview(data).nbytes
        if self._is_broken or (self._file is None and not self._is_report):
            return size
        try:
            return self._write(data)
        except OSError as error:
            self._is_broken = True
            if not self._is_report:
                return size
            if isinstance(error, BrokenPipeError):
                raise ReaderGoneError("stdout was closed.") from error
            reason = error.strerror or str(error)
            raise OutputError(f"cannot write to stdout: {reason}.", "Write the report to a file: -o FILE.") from error

    def _write(self, data: ReadableBuffer) -> int:
        if self._file is None:
            raise OSError("it is closed")
        while (written := self._file.write(data)) is None:  # a pipe that does not wait, and is full
            select.select([], [self._file], [])
        return written


class _Inert(io.TextIOWrapper):
    """Text in which no line is a command to the program that runs a job: names of files come from the change itself."""

    _is_fresh = True  # whether the next character begins a line

    def write(self, text: str, /) -> int:
        mark = "" if self._is_fresh else "\0"
        super().write(inert(mark + text).removeprefix(mark))
        if text:
            self._is_fresh = text[-1] in "\r\n"
        return len(text)


def install() -> None:
    """Put both streams of output in their place."""
    made = [(sys.stdout, True), (sys.stderr, False)]
    out, err = (io.BufferedWriter(_Output(stream, is_report=is_report)) for stream, is_report in made)
    told = io.TextIOWrapper if err.isatty() else _Inert
    sys.stdout = io.TextIOWrapper(out, "utf-8", "backslashreplace", "\n", out.isatty())
    sys.stderr = told(err, "utf-8", "backslashreplace", "\n", line_buffering=True)


def stdin(max_bytes: int) -> bytes:
    """Standard input, one byte over `max_bytes` at most. Raises UsageError where it is closed, InputError."""
    if sys.stdin is None:
        raise UsageError("stdin is closed.", "Name a file, or give the text on stdin.")
    try:
        return sys.stdin.buffer.read(max_bytes + 1)
    except OSError as error:
        raise InputError(f"stdin cannot be read: {error.strerror}.", "Name a file.") from error


def is_stdout(path: Path) -> bool:
    """Whether a path is "-" or another name of the file that stdout goes to, such as /dev/stdout."""
    if path == Path("-"):
        return True
    try:
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    except OSError:  # one of them is not there
        return False
