"""Streams of the command line: bytes, closed ends, full disks, hostile names. Nothing but findings ends with 1."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.characters import inert
from tests.builds import write
from tests.test_cli import plainleaf
from tests.test_cli_check import TEXT

GOOD = "Your tablets\n\nDrink water every day.\n"
CHECK = f"'{sys.executable}' -m pipeline check"


def shell(script: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = ["bash", "-c", f"set -o pipefail; {script}"]
    return subprocess.run(command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("script", "code", "said"),
    [
        (f"{CHECK} a.txt > /dev/full", 5, "No space left"),
        (f"{CHECK} a.txt -o /dev/full", 5, "No space left"),
        (f"{CHECK} a.txt >&-", 5, "stdout"),
        (f"{CHECK} - <&-", 2, "stdin is closed"),
        (f"{CHECK} --files-from - <&-", 2, "stdin is closed"),
        (f"{CHECK} ''", 2, "PATH is empty"),
        (f"{CHECK} a.txt --format json | true", 141, ""),
        (f"{CHECK} a.txt 2>&-", 0, ""),
        (f"{CHECK} none.txt 2> /dev/full", 4, ""),
    ],
)
def test_what_is_wrong_with_a_stream_is_told_and_is_no_finding(
    tmp_path: Path, script: str, code: int, said: str
) -> None:
    write(tmp_path, "a.txt", GOOD)
    done = shell(script, tmp_path)
    assert done.returncode == code
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_a_fault_of_our_own_has_a_code_of_its_own(tmp_path: Path) -> None:
    code = "import pipeline.cli as c, pipeline.settings as s\ns.load = lambda *_: {}['x']\nc.run()\n"
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "a.txt"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 70
    assert "a fault in Plainleaf: KeyError" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("format", ["text", "json", "sarif", "junit", "github"])
def test_reports_are_the_same_bytes_whatever_the_locale(tmp_path: Path, format: str) -> None:
    write(tmp_path, "señal.md", f"# Tábla “x”\n\n{TEXT}")
    places = ({"PYTHONIOENCODING": "ascii:strict"}, {"PYTHONIOENCODING": "cp1252"}, {"PYTHONUTF8": "1"})
    made = [shell(f"{CHECK} señal.md --format {format}", tmp_path, **place) for place in places]
    assert {done.returncode for done in made} == {0}
    assert len({done.stdout for done in made}) == 1
    assert "señal".encode() in made[0].stdout or b"se%C3%B1al" in made[0].stdout


def test_a_report_goes_through_a_link_and_keeps_the_mode(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", GOOD)
    target = write(tmp_path, "real/report.json", "old")
    target.chmod(0o640)
    (tmp_path / "link.json").symlink_to(target)
    (tmp_path / "new.json").symlink_to(tmp_path / "real" / "other.json")
    for name in ("link.json", "new.json"):
        assert plainleaf("check", "a.txt", "--format", "json", "-o", name, cwd=tmp_path).returncode == 0
        assert (tmp_path / name).is_symlink()
        assert json.loads((tmp_path / name).read_text("utf-8"))["files"]
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_report_goes_into_a_pipe_a_device_and_stdout(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", GOOD)
    plain = shell(f"{CHECK} a.txt", tmp_path).stdout
    assert b"1 file checked" in plain
    for script in (
        f"{CHECK} a.txt -o -",
        f"{CHECK} a.txt -o /dev/stdout",
        f"mkfifo p; cat p & {CHECK} a.txt -o p; wait",
        f"{CHECK} a.txt -o /dev/stdout > file; cat file",
    ):
        assert shell(script, tmp_path).stdout == plain
    assert not (tmp_path / "-").exists()
    assert shell(f"{CHECK} a.txt -o /dev/null", tmp_path).returncode == 0
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("name", ["\n::error::pwned.md", "x\r::error::pwned.md", "::error::pwned.md", "##[error]x.md"])
@pytest.mark.parametrize("command", ["check", "score"])
def test_no_name_is_a_command_to_the_program_that_runs_the_job(tmp_path: Path, command: str, name: str) -> None:
    write(tmp_path, name, GOOD)
    (tmp_path / "bad.md").write_bytes(b"\x89PNG\r\n\x1a\n")
    for arguments in ((name, f"x{name}", "bad.md"), (f"--no{name}",), (f"--config={name}", "bad.md")):
        done = plainleaf(command, *arguments, cwd=tmp_path)
        said = (done.stdout + done.stderr).replace("\r", "\n").splitlines()
        assert said
        assert not [line for line in said if line.lstrip().startswith("::") or "##[" in line]
        assert "\x1b" not in done.stderr


def test_a_terminal_is_not_steered_by_what_is_told(tmp_path: Path) -> None:
    done = plainleaf("check", "\x1b[31mred\n.md", cwd=tmp_path)
    assert "\x1b" not in done.stderr + done.stdout


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("::error::x", ": :error::x"),
        (" \u00a0::x", " \u00a0: :x"),
        ("a ::x b::c", "a ::x b::c"),
        ("a\n::x\r::y", "a\n: :x\r: :y"),
        ("a ##[error]x ##vso[task] # ## [x] ##", "a # #[error]x # #vso[task] # ## [x] ##"),
        ("::", ": :"),
    ],
)
def test_inert(text: str, made: str) -> None:
    assert inert(text) == made
