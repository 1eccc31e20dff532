"""The running Apertium chains: one block in, one block out, whatever happens."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from pipeline.errors import EngineFailedError
from pipeline.translate.apertium import MODES
from pipeline.translate.mode import Mode, commands, dictionaries, parts
from pipeline.translate.stream import BLOCK_END, Stream


def test_every_program_of_a_mode_streams() -> None:
    stages = commands((MODES / "eng-spa.mode").read_text())
    assert len(stages) == 11
    assert all(arguments[1] == "-z" for arguments in stages)
    assert ["lt-proc", "-z", "-g"] in [arguments[:3] for arguments in stages]
    assert not any("$" in argument for arguments in stages for argument in arguments)


def test_a_mode_has_three_parts_and_three_dictionaries() -> None:
    for mode in ("eng-spa", "eng-cat", "en-gl", "cat-fra", "es-pt_BR", "cat-ita"):
        text = (MODES / f"{mode}.mode").read_text()
        read, transfer, write = parts(text)
        named = dictionaries(text)
        assert named is not None
        assert "-w" in read[0]
        assert read[0][-1] == named[0]
        assert write[0][-1] == named[2]
        assert not any(stage[0] in ("apertium-tagger", "cg-proc") for stage in transfer), "its state is not reset"


def test_a_mode_without_a_tagger_is_refused(tmp_path: Path) -> None:
    mode = tmp_path / "odd.mode"
    mode.write_text("lt-proc 'a.bin' | lt-proc -g 'b.bin'")
    with pytest.raises(EngineFailedError, match="odd"):
        Mode(mode)


def reader() -> Stream:
    """Finds the readings of English words."""
    return Stream("eng-spa", parts((MODES / "eng-spa.mode").read_text())[0])


def chain() -> Stream:
    """Programs from readings to Spanish words."""
    _, transfer, write = parts((MODES / "eng-spa.mode").read_text())
    return Stream("eng-spa", [*transfer, *write])


BLOOD = "^the<det><def><sp>$ ^blood<n><sg>$^.<sent>$[]"


def test_many_blocks_keep_their_order() -> None:
    stream = reader()
    try:
        answers = stream.translate([f"{number} tablets{BLOCK_END}" for number in range(2, 800)])
        found = [answer.split("/")[0].lstrip("^") for answer in answers if answer]
        assert found == [str(number) for number in range(2, 800)]
    finally:
        stream.close()


def test_the_same_processes_answer_the_next_call() -> None:
    stream = reader()
    try:
        stream.translate(["water" + BLOCK_END])
        before = [process.pid for process in stream._processes]
        assert stream.translate(["water" + BLOCK_END])
        assert [process.pid for process in stream._processes] == before
    finally:
        stream.close()


def test_a_killed_program_is_started_again() -> None:
    stream = chain()
    stream.seconds = 10
    try:
        first = stream.translate([BLOOD])
        os.kill(stream._processes[3].pid, signal.SIGKILL)
        stream._processes[3].wait()
        answers = stream.translate([BLOOD, BLOOD])
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
    stream = Stream("sometimes", [[str(program)]], seconds=2)
    try:
        assert stream.translate(["a.[]", "stuck.[]", "b.[]"]) == ["a.[]", None, "b.[]"]
    finally:
        stream.close()


def test_a_program_that_never_answers_is_an_error(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    program.chmod(0o755)
    stream = Stream("silent", [[str(program)]], seconds=0.2)
    with pytest.raises(EngineFailedError, match="silent"):
        stream.translate(["a", "b"])
    assert stream._processes == []


def test_a_program_that_is_not_there_is_named() -> None:
    with pytest.raises(EngineFailedError, match="broken"):
        Stream("broken", [["lt-proc-of-nobody", "a.bin"]]).translate(["a"])
