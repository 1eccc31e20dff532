"""Files that cannot be loaded are named, with the reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.read import load, run


def test_load(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"12345")
    assert load(file, 5) == b"12345"


def test_too_long(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 2345)
    with pytest.raises(InputError, match=r"2,345 bytes.* 2,000"):
        load(file, 2000)


def test_folder_and_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        load(tmp_path, 10)
    with pytest.raises(InputError, match="does not exist"):
        load(tmp_path / "none.txt", 10)
    with pytest.raises(InputError, match="cannot be read"):
        load("nul\0byte.txt", 10)


def test_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match="not a regular file"):
        load(tmp_path / "pipe.txt", 10)


def test_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x")

    def denied(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)  # the tests may run as root, who may read everything
    with pytest.raises(InputError, match="may not be read"):
        load(file, 10)


def test_unknown_suffix() -> None:
    with pytest.raises(InputError, match=r"a\.docx is not of a kind") as caught:
        run(b"text", "a.docx")
    assert ".md" in caught.value.hint


@pytest.mark.parametrize("data", [b"<!-- only a comment -->", b"<script>x()</script>", b"<p> </p>"])
def test_a_page_without_text(data: bytes) -> None:
    with pytest.raises(InputError, match="no text"):
        run(data, "a.html")
