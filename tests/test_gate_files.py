"""The files that other tools read: the pre-commit manifest and the GitHub action, with those tools themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builds import write
from tests.test_cli_check import TEXT

ROOT = Path(__file__).parents[1]
TOOLS = Path(sys.executable).parent
HOSTILE = 'a b.txt"; touch pwned; echo "$(touch pwned)`touch pwned`${{ github.token }}'


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{TOOLS}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, "PATH": path, **environment}, capture_output=True, text=True, check=False
    )


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def test_pre_commit_takes_the_manifest() -> None:
    done = run(str(TOOLS / "pre-commit"), "validate-manifest", ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout


def repository(folder: Path) -> None:
    """A git repository with a hook that is ours, but runs the Plainleaf of this environment: nothing is fetched."""
    hook = load(".pre-commit-hooks.yaml")[0]
    local = {**hook, "language": "system", "args": ["--fail-on", "note", "--only", "reading.long-sentence"]}
    write(folder, ".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]}))
    assert run("git", "init", "--quiet", cwd=folder).returncode == 0


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    place = tmp_path / "home"
    place.mkdir()
    return {"HOME": str(place), "PRE_COMMIT_HOME": str(place / "pre-commit"), "GIT_CONFIG_NOSYSTEM": "1"}


def test_the_hook_stops_a_commit_and_looks_at_texts_alone(tmp_path: Path, home: dict[str, str]) -> None:
    folder = tmp_path / "repository"
    repository(folder)
    for name in (
        "a.txt",
        "b b.md",
        "c.html",
        "d.xhtml",
        "LICENSE",
        "notes.rst",
        "requirements-dev.txt",
        "notes.py",
        "logo.png",
    ):
        write(folder, name, TEXT if name != "logo.png" else b"\x89PNG\r\n\x1a\n\x00")
    assert run("git", "add", ".", cwd=folder, **home).returncode == 0
    done = run(str(TOOLS / "pre-commit"), "run", cwd=folder, **home)
    assert done.returncode == 1, done.stderr
    for name in ("a.txt:", "b b.md:", "c.html:", "d.xhtml:"):
        assert name in done.stdout
    for name in ("requirements-dev.txt", "notes.py", "notes.rst", "LICENSE", "logo.png"):
        assert name not in done.stdout


def test_the_hook_lets_a_good_text_and_a_commit_without_texts_pass(tmp_path: Path, home: dict[str, str]) -> None:
    folder = tmp_path / "repository"
    repository(folder)
    write(folder, "notes.py", "print()\n")
    assert run("git", "add", "notes.py", cwd=folder, **home).returncode == 0
    skipped = run(str(TOOLS / "pre-commit"), "run", cwd=folder, **home)
    assert (skipped.returncode, "Skipped" in skipped.stdout) == (0, True), skipped.stdout
    write(folder, "a.txt", "Your tablets\n\nDrink water every day.\n")
    assert run("git", "add", "a.txt", cwd=folder, **home).returncode == 0
    passed = run(str(TOOLS / "pre-commit"), "run", cwd=folder, **home)
    assert (passed.returncode, "Passed" in passed.stdout) == (0, True), passed.stdout


def test_the_action_is_one_as_github_describes_it() -> None:
    done = run(str(TOOLS / "check-jsonschema"), "--builtin-schema", "vendor.github-actions", "action.yml")
    assert done.returncode == 0, done.stdout


def test_no_input_of_the_action_is_written_into_a_script() -> None:
    steps = load("action.yml")["runs"]["steps"]
    assert all("${{" not in step["run"] for step in steps)
    given = {value for step in steps for value in step["env"].values()}
    assert {f"${{{{ inputs.{name} }}}}" for name in load("action.yml")["inputs"]} <= given


def step(name: str, cwd: Path, inputs: dict[str, str], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a step's script as GitHub does: its inputs in the environment."""
    action = load("action.yml")
    script = next(one for one in action["runs"]["steps"] if one["name"] == name)
    values = {name: str(one["default"]) for name, one in action["inputs"].items()} | inputs
    filled = {"${{ github.action_path }}": str(ROOT)} | {f"${{{{ inputs.{key} }}}}": v for key, v in values.items()}
    given = {key: filled[value] for key, value in script["env"].items()}
    command = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script["run"])
    return run(*command, cwd=cwd, **given, **environment)


def test_the_check_step_passes_every_input_on(tmp_path: Path) -> None:
    write(tmp_path, "source/a b.txt", TEXT)
    write(tmp_path, "other.md", "# Title\n\nDrink water.\n")
    shut = step("Check", tmp_path, {"paths": "source/a b.txt\r\n\nother.md", "fail-on": "note", "format": "text"})
    assert shut.returncode == 1, shut.stderr
    assert "source/a b.txt:5:1: note reading.long-sentence" in shut.stdout
    assert "2 files checked" in shut.stdout
    options = {"format": "json", "output": "made/b.json", "profile": "nhs"}
    assert step("Check", tmp_path, options).returncode == 0
    assert (tmp_path / "made" / "b.json").is_file()
    again = {"baseline": "made/b.json", "fail-on": "note", "profile": "nhs"}
    assert step("Check", tmp_path, again).returncode == 0
    assert step("Check", tmp_path, {"paths": "\n"}).returncode == 2
    assert step("Check", tmp_path, {"paths": "--help"}).returncode == 4


@pytest.mark.parametrize("name", ["paths", "format", "output", "baseline", "fail-on", "profile"])
def test_no_input_of_the_check_step_is_run_as_a_command(tmp_path: Path, name: str) -> None:
    write(tmp_path, "source/a.txt", TEXT)
    done = step("Check", tmp_path, {name: HOSTILE})
    assert not list(tmp_path.rglob("pwned"))
    if name != "output":
        assert done.returncode in (2, 4), done.stderr


@pytest.mark.parametrize("version", ["", "0.1.0", HOSTILE])
def test_the_install_step_installs_what_is_asked_for(tmp_path: Path, version: str) -> None:
    tool = write(tmp_path, "bin/python3", '#!/bin/sh\nprintf "%s\\n" "$@" >> "$LOG"\n')
    tool.chmod(0o755)
    log = tmp_path / "log"
    path = f"{tool.parent}{os.pathsep}{os.environ['PATH']}"
    done = step("Install Plainleaf", tmp_path, {"version": version}, PATH=path, LOG=str(log))
    assert done.returncode == 0, done.stderr
    arguments = log.read_text("utf-8").splitlines()
    assert (str(ROOT) if not version else f"plainleaf=={version}") in arguments
    assert not list(tmp_path.rglob("pwned"))
