"""The running Apertium chains: one block in, one block out, whatever happens."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from pipeline.errors import EngineFailedError
from pipeline.translate.apertium import MODES
from pipeline.translate.stream import Stream, commands


def test_every_program_of_a_mode_streams() -> None:
    stages = commands((MODES / "eng-spa.mode").read_text())
    assert len(stages) == 11
    assert all(arguments[1] == "-z" for arguments in stages)
    assert ["lt-proc", "-z", "-g"] in [arguments[:3] for arguments in stages]
    assert not any("$" in argument for arguments in stages for argument in arguments)


def test_many_blocks_keep_their_order() -> None:
    stream = Stream(MODES / "eng-spa.mode")
    try:
        answers = stream.translate([f"{number} tablets" for number in range(2, 800)])
        assert [answer.split()[0] for answer in answers if answer] == [str(number) for number in range(2, 800)]
    finally:
        stream.close()


def test_the_same_processes_answer_the_next_call() -> None:
    stream = Stream(MODES / "eng-spa.mode")
    try:
        stream.translate(["water"])
        before = [process.pid for process in stream._processes]
        assert stream.translate(["water"])
        assert [process.pid for process in stream._processes] == before
    finally:
        stream.close()


def test_a_killed_program_is_started_again() -> None:
    stream = Stream(MODES / "eng-spa.mode", seconds=10)
    try:
        first = stream.translate(["the blood"])
        os.kill(stream._processes[3].pid, signal.SIGKILL)
        stream._processes[3].wait()
        answers = stream.translate(["the blood", "the blood"])
        assert answers[0] is None
        assert answers[1] == first[0]
    finally:
        stream.close()


ANSWERS_UNTIL_STUCK = """
import os, sys, time
rest = b""
while chunk := os.read(0, 4096):
    *whole, rest = (rest + chunk).split(b"\\0")
    for block in whole:
        if b"stuck" in block:
            time.sleep(60)
        os.write(1, block + b"\\0")
"""


def test_a_stuck_program_is_given_up(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(f"import sys\nsys.argv = sys.argv[1:]\n{ANSWERS_UNTIL_STUCK}", "utf-8")
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\nexec '{sys.executable}' '{script}'\n", "utf-8")
    program.chmod(0o755)
    mode = tmp_path / "sometimes.mode"
    mode.write_text(str(program))
    stream = Stream(mode, seconds=2)
    try:
        assert stream.translate(["a", "stuck", "b"]) == ["a.[]", None, "b.[]"]
    finally:
        stream.close()


def test_a_program_that_never_answers_is_an_error(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    program.chmod(0o755)
    mode = tmp_path / "silent.mode"
    mode.write_text(str(program))
    stream = Stream(mode, seconds=0.2)
    with pytest.raises(EngineFailedError, match="silent"):
        stream.translate(["a", "b"])
    assert stream._processes == []


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    mode = tmp_path / "broken.mode"
    mode.write_text("lt-proc-of-nobody 'a.bin'")
    with pytest.raises(EngineFailedError, match="broken"):
        Stream(mode).translate(["a"])
