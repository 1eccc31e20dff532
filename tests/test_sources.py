from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.sources import find
from tests.builds import write


def names(folder: Path, *leave_out: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find([folder], leave_out)]


def test_a_folder_gives_all_but_hidden_files_and_assets_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/c.html", ".hidden.txt", ".git/x.txt", "images/x.png", "page.css", "UPPER.JPG"):
        write(tmp_path, name)
    assert names(tmp_path) == ["a.md", "b.txt", "deep/c.html"]


def test_what_cannot_be_read_is_not_left_out_unseen(tmp_path: Path) -> None:
    write(tmp_path, "letter.pdf")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "round").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == ["gone.txt", "letter.pdf", "pipe.txt", "round"]


def test_outputs_inside_the_source_folder_are_no_sources(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "outputs/a/index.html")
    assert names(tmp_path, tmp_path / "outputs") == ["a.txt"]


def test_a_file_named_twice_is_one_source_and_a_missing_one_an_error(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    assert find([path, tmp_path]) == (path,)
    with pytest.raises(InputError, match=r"none\.txt does not exist"):
        find([tmp_path / "none.txt"])
