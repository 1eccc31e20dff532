"""`plainleaf check --files-from` from outside: lists of changed files, and nothing to check."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.builds import LEAFLET, write
from tests.test_cli import plainleaf
from tests.test_cli_check import LONG, TEXT, report


@pytest.mark.parametrize("parted", ["\n", "\r\n", "\0"])
def test_a_list_of_changed_files_is_taken_as_git_gives_it(tmp_path: Path, parted: str) -> None:
    write(tmp_path, "docs/café “x”.md", f"# Title\n\n{LONG}\n")
    write(tmp_path, "a b.txt", TEXT)
    write(tmp_path, "logo.png", b"\x89PNG\r\n\x1a\n")
    write(tmp_path, "tool.py", "print()\n")
    (tmp_path / "folder.md").mkdir()
    quoted = '"docs/caf\\303\\251 \\342\\200\\234x\\342\\200\\235.md"' if parted != "\0" else "docs/café “x”.md"
    names = [quoted, "a b.txt", "logo.png", "tool.py", "deleted.md", "folder.md", "a b.txt", ""]
    done = plainleaf("check", "--files-from", "-", "--format", "json", cwd=tmp_path, stdin=parted.join(names))
    assert done.returncode == 0, done.stderr
    assert [file["path"] for file in json.loads(done.stdout)["files"]] == ["a b.txt", "docs/café “x”.md"]
    assert "deleted.md" in done.stderr
    assert "logo.png" not in done.stderr
    assert "3 of the 6 names" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_list_as_windows_writes_it_is_read(tmp_path: Path, encoding: str) -> None:
    write(tmp_path, "señal.txt", TEXT)
    write(tmp_path, "names", "señal.txt\r\ntool.py\r\n".encode(encoding))
    assert [file["path"] for file in report(tmp_path, "--files-from", "names")["files"]] == ["señal.txt"]


def test_names_of_git_itself_are_understood(tmp_path: Path) -> None:
    def git(*arguments: str) -> bytes:
        who = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x", "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x"}
        environment = {**os.environ, **who, "HOME": str(tmp_path)}
        return subprocess.run(
            ["git", *arguments], cwd=tmp_path, env=environment, check=True, capture_output=True
        ).stdout

    git("init", "--quiet")
    write(tmp_path, "old.txt", TEXT)
    git("add", ".")
    git("commit", "--quiet", "-m", "x")
    (tmp_path / "old.txt").unlink()
    write(tmp_path, 'señal "rara"\t.txt', TEXT)
    git("add", "--all")
    for extra in ((), ("-z",)):
        write(tmp_path, "names", git("diff", "--cached", "--name-only", *extra))
        value = report(tmp_path, "--files-from", "names")
        assert [file["path"] for file in value["files"]] == ['señal "rara"\t.txt']


def test_nothing_to_check_is_clean_and_said(tmp_path: Path) -> None:
    write(tmp_path, "logo.png", b"x")
    (tmp_path / "empty").mkdir()
    for arguments, stdin in ((("--files-from", "-"), ""), (("--files-from", "-"), "logo.png\n"), (("empty",), "")):
        done = plainleaf("check", *arguments, "--format", "sarif", cwd=tmp_path, stdin=stdin)
        assert done.returncode == 0
        assert "nothing to check" in done.stderr
        assert json.loads(done.stdout)["version"] == "2.1.0"


def test_a_list_that_is_meant_for_another_folder_is_not_clean(tmp_path: Path) -> None:
    done = plainleaf("check", "--files-from", "-", cwd=tmp_path, stdin="docs/a.md\ndocs/b.md\n")
    assert done.returncode == 4
    assert "docs/a.md" in done.stderr


def test_a_file_named_in_two_ways_is_checked_once(tmp_path: Path) -> None:
    write(tmp_path, "texts/a.txt", LEAFLET)
    value = report(tmp_path, "texts/a.txt", "texts", "./texts/../texts/a.txt")
    assert [file["path"] for file in value["files"]] == ["texts/a.txt"]
