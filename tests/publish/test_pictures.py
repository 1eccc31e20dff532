from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.document import Block, BlockKind, Document, Image, Section
from pipeline.publish import pictures
from pipeline.publish.pictures import collect
from tests.publish.sample import SOURCE, png, segment

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x20\x00\x40" + b"\0" * 12


def _document(*paths: str) -> Document:
    blocks = tuple(Block(f"b{n}", BlockKind.IMAGE, image=Image(path, path)) for n, path in enumerate(paths))
    return Document("d", segment("t", "Title"), "en", (Section("s", "s", None, 1, blocks),), SOURCE)


def _refusal(folder: Path, path: str) -> str:
    found = collect([_document(path)], folder)
    assert not found.published
    return found.refused[path]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (png(7, 5), ("png", 7, 5)),
        (b"GIF89a\x08\x00\x06\x00", ("gif", 8, 6)),
        (JPEG, ("jpg", 64, 32)),
        (b"RIFF\0\0\0\0WEBPVP8 ", ("webp", None, None)),
        (SVG.format("<path d='M0 0'/>").encode(), ("svg", None, None)),
    ],
)
def test_a_picture_is_known_by_its_content(data: bytes, expected: tuple[str, int | None, int | None]) -> None:
    assert pictures.sniff(data) == expected


def test_names_are_safe_and_never_the_same(tmp_path: Path) -> None:
    paths = ["a/Scan #1.PNG", "b/scan-1.png", "c/..%2f.png", "c/плёнка.png"]
    for path in paths:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(png())
    found = collect([_document(*paths), _document(*reversed(paths))], tmp_path)
    assert [found.published[path].name for path in paths] == ["scan-1.png", "scan-1-2.png", "2f.png", "picture.png"]


def test_the_extension_is_that_of_the_content(tmp_path: Path) -> None:
    (tmp_path / "photo.html").write_bytes(png())
    assert collect([_document("photo.html")], tmp_path).published["photo.html"].name == "photo.png"


@pytest.mark.parametrize(
    "path", ["../outside.png", "/etc/passwd", "missing.png", "folder", "link.png", "a\0b", "\\\\s\\x"]
)
def test_nothing_outside_the_folder_is_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "outside.png").write_bytes(png())
    folder = tmp_path / "source"
    (folder / "folder").mkdir(parents=True)
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    assert _refusal(folder, path) == "there is no such file inside the source's folder"


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.png").write_bytes(png())
    (tmp_path / "link.png").symlink_to("real.png")
    assert collect([_document("link.png")], tmp_path).published["link.png"].name == "link.png"


def test_without_a_folder_no_picture_is_looked_up() -> None:
    assert collect([_document("a.png")], None).published == {}


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"<html><script>alert(1)</script></html>")
    assert "not a PNG" in _refusal(tmp_path, "a.png")


def test_a_picture_too_large_to_open_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = bytearray(png())
    bomb[16:24] = (200_000).to_bytes(4) + (200_000).to_bytes(4)
    (tmp_path / "a.png").write_bytes(bomb)
    assert "million pixels" in _refusal(tmp_path, "a.png")
    monkeypatch.setattr(pictures, "MAX_BYTES", 10)
    assert "larger than" in _refusal(tmp_path, "a.png")


@pytest.mark.parametrize(
    "data", [b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\x00\x00" * 40, b"\x89PNG\r\n\x1a\n", b"GIF89a", b""]
)
def test_a_broken_picture_ends_in_an_answer(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)
    found = collect([_document("a.png")], tmp_path)
    assert len(found.published) + len(found.refused) == 1


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<g onload='alert(1)'/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<a xlink:href='javascript:alert(1)'><path/></a>",
        "<image href='https://evil.example/track.png'/>",
        "<use href='other.svg#a'/>",
        "<image href='data:image/svg+xml;base64,AAAA'/>",
        "<style>@import 'https://evil.example/x.css';</style>",
        "<style>path { fill: url(https://evil.example/x) }</style>",
        "<style>path { fill: u\\72l(x) }</style>",
        "<path style=\"fill: url('https://evil.example/x')\"/>",
        "<a><set attributeName='href' to='javascript:alert(1)'/></a>",
        "<?xml-stylesheet href='https://evil.example/x.css'?>",
        "<path",
    ],
)
def test_an_svg_that_could_do_something_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(content))
    assert "SVG" in _refusal(tmp_path, "a.svg")


def test_an_svg_with_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + SVG.format("<text>&b;</text>")
    (tmp_path / "a.svg").write_text(bomb)
    assert _refusal(tmp_path, "a.svg") == "the SVG declares entities"


@pytest.mark.parametrize(
    "content",
    [
        "<defs><linearGradient id='g'/></defs><path fill='url(#g)' d='M0 0'/><use xlink:href='#g'/>",
        "<style>.a { fill: url(#g); stroke: #fff }</style><text class='a'>38.5 °C</text>",
        "<image href='data:image/png;base64,AAAA'/>",
    ],
)
def test_an_ordinary_drawing_is_published(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(content))
    assert collect([_document("a.svg")], tmp_path).published["a.svg"].name == "a.svg"


def test_pictures_of_all_editions_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    document = _document("a.png")
    found = collect([replace(document, sections=()), document], tmp_path)
    assert list(found.published) == ["a.png"]
