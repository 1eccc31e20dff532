"""A part of an Apertium mode as a chain of running processes: a NUL-ended block in, a NUL-ended block out.

Every program of the chain runs with `-z`, so that it writes a block out as soon as it has read it; nothing
is started anew for the next sentence. The chain is started at the first block, and again after a failure.
"""

from __future__ import annotations

import os
import selectors
import shutil
import subprocess
import threading
import time
from collections.abc import Sequence

from pipeline.errors import EngineFailedError

BLOCK_END = ".[]"  # a sentence end and an empty superblank, so that every program lets go of its last word
ANSWER_END = "[]"  # of every answer that came through all programs; one that dies leaves the next with half
SECONDS = 30.0  # without a block before the chain counts as stuck; the largest pair needs 2 s to load


class Stream:
    """A running chain. Not for use by two threads at once."""

    def __init__(self, name: str, commands: Sequence[Sequence[str]], seconds: float = SECONDS) -> None:
        self.name = name
        self.commands = commands
        self.seconds = seconds
        self._processes: list[subprocess.Popen[bytes]] = []

    def translate(self, blocks: Sequence[str]) -> list[str | None]:
        """What the chain makes of each block (stream text without NUL, with `BLOCK_END`); None where it died or hung.

        Raises EngineFailedError when a program cannot be started or does not answer at all.
        """
        done: list[str | None] = []
        while len(done) < len(blocks):
            if not self._processes:
                self._start()
                if not self._answers([ANSWER_END]):
                    self.close()
                    raise self._failed("it does not answer")
            done.extend(self._answers(blocks[len(done) :]))
            if len(done) < len(blocks):
                self.close()
                done.append(None)
        return done

    def close(self) -> None:
        """End every process of the chain."""
        processes, self._processes = self._processes, []
        for process in processes:
            process.kill()
        for process in processes:
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def _start(self) -> None:
        previous = None
        try:
            for command in self.commands:
                program = shutil.which(command[0])
                if program is None:
                    raise FileNotFoundError(2, f"no program {command[0]}")
                process = subprocess.Popen(  # noqa: S603 - programs of an installed mode file, no shell
                    [program, *command[1:]],
                    stdin=subprocess.PIPE if previous is None else previous,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env={**os.environ, "LC_ALL": "C.UTF-8"},
                )
                self._processes.append(process)
                if previous is not None:
                    previous.close()
                previous = process.stdout
        except OSError as error:
            self.close()
            raise self._failed(str(error.strerror)) from error

    def _failed(self, why: str) -> EngineFailedError:
        return EngineFailedError(
            f"Apertium cannot run {self.name}: {why}.", "Install the packages `plainleaf doctor` names again."
        )

    def _answers(self, blocks: Sequence[str]) -> list[str]:
        """As many answers as the chain gives, in order; fewer than asked means that it died or hung."""
        source, sink = self._processes[0].stdin, self._processes[-1].stdout
        assert source is not None  # noqa: S101 - opened as PIPE in _start
        assert sink is not None  # noqa: S101
        data = b"".join(block.encode() + b"\x00" for block in blocks)
        writer = threading.Thread(target=_write, args=(source.fileno(), data), daemon=True)
        writer.start()
        answers: list[str] = []
        rest = b""
        with selectors.DefaultSelector() as selector:
            selector.register(sink, selectors.EVENT_READ)
            deadline = time.monotonic() + self.seconds
            while len(answers) < len(blocks):
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    break
                chunk = os.read(sink.fileno(), 65536)
                if not chunk:
                    break
                *whole, rest = (rest + chunk).split(b"\x00")
                if whole:
                    deadline = time.monotonic() + self.seconds
                for answer in (block.decode("utf-8", "replace") for block in whole):
                    if not answer.endswith(ANSWER_END):
                        self.close()
                        writer.join()
                        return answers
                    answers.append(answer)
        if len(answers) < len(blocks):
            self.close()  # lets a writer that waits for a full pipe go
        writer.join()
        return answers[: len(blocks)]


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    try:
        while view:
            view = view[os.write(descriptor, view) :]
    except OSError:
        return  # the chain has died: the reader sees its end
