"""Picture files are found only inside the source's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.document import BlockKind
from pipeline.read import run
from pipeline.read.pictures import locate


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "source"
    (inside / "images").mkdir(parents=True)
    (inside / "images" / "my knee.png").write_bytes(b"x")
    (tmp_path / "secret.png").write_bytes(b"x")
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    (inside / "loop.png").symlink_to(inside / "loop.png")
    return inside


@pytest.mark.parametrize(
    "src", ["images/my knee.png", "./images/my%20knee.png", "images\\my knee.png", "images/my knee.png?v=2"]
)
def test_inside(folder: Path, src: str) -> None:
    assert locate(src, folder).path == "images/my knee.png"


@pytest.mark.parametrize(
    "src",
    [
        "../secret.png",
        "images/../../secret.png",
        "%2e%2e/secret.png",
        "/etc/passwd",
        "\\\\host\\share\\a.png",
        "//host/a.png",
        "C:\\a.png",
        "c:/a.png",
        "https://example.org/a.png",
        "file:///etc/passwd",
        "data:image/png;base64,AA",
        "~/a.png",
        "link.png",
    ],
)
def test_outside_is_named_and_not_found(folder: Path, src: str) -> None:
    place = locate(src, folder)
    assert place.path is None
    assert place.outside


@pytest.mark.parametrize(
    "src", ["", ".", "images", "none.png", "a\0b.png", "x" * 5000 + ".png", "loop.png", "%00.png", "a%"]
)
def test_no_such_picture(folder: Path, src: str) -> None:
    assert locate(src, folder).path is None


def test_a_picture_says_what_takes_it_out_of_the_folder(folder: Path) -> None:
    reading = run(b"# T\n\nText.\n\n![a](../secret.png) ![b](images/my%20knee.png)\n", "source/t.md", folder=folder)
    assert reading.document.lead is not None
    images = [block.image for block in reading.document.lead.blocks if block.image]
    assert [image.path for image in images] == [None, "images/my knee.png"]
    assert [image.outside for image in images] == ["a path with ..", None]


def test_a_picture_named_before_page_furniture_is_no_furniture() -> None:
    page = b"<h1>Rest</h1><ol><li>Lie down.</li><img src='bed.png' alt='A bed'><nav>Home</nav></ol>"
    blocks = run(page, "page.html").document.blocks()
    assert [block.kind for block in blocks if block.image is not None] == [BlockKind.IMAGE]


def test_a_name_has_no_character_that_cannot_be_seen() -> None:
    blocks = run("Rest\n\nimages/my\u00adknee.png\n".encode(), "page.txt").document.blocks()
    assert [block.image.src for block in blocks if block.image is not None] == ["images/myknee.png"]
