from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import OutputError
from pipeline.store import Store, key, sha256, write_atomically


def test_a_value_is_found_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    digest = key("stage", 1, "engine 2.0", text="Take it.")
    assert store.get(digest) is None
    store.put(digest, b"value")
    assert Store(tmp_path).get(digest) == b"value"


@pytest.mark.parametrize(
    "other",
    [
        key("other", 1, "engine", text="a"),
        key("stage", 2, "engine", text="a"),
        key("stage", 1, "engine 2", text="a"),
        key("stage", 1, "engine", text="b"),
        key("stage", 1, "engine", text="a", option=True),
    ],
)
def test_anything_a_result_depends_on_changes_its_key(other: str) -> None:
    assert key("stage", 1, "engine", text="a") != other


def test_the_order_of_arguments_does_not_change_the_key() -> None:
    assert key("s", 1, "e", a=1, b={"x": 1, "y": 2}) == key("s", 1, "e", b={"y": 2, "x": 1}, a=1)


def test_content_is_kept_under_its_own_digest(tmp_path: Path) -> None:
    digest = Store(tmp_path).put_content(b"sound")
    assert digest == sha256(b"sound")
    assert Store(tmp_path).get(digest) == b"sound"


def test_nothing_half_written_is_left_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_place_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot write"):
        write_atomically(tmp_path / "file" / "below", b"x")
