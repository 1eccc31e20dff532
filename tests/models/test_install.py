"""Packages from a real server on loopback and from files, sound and hostile."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import models
from pipeline.errors import ModelError, UsageError
from pipeline.models.index import Offer
from pipeline.store import sha256
from tests.models.server import PACKAGE, Server, running
from tests.translate.conftest import FIXTURES

TINY = FIXTURES / "tiny-en-es.argosmodel"
METADATA = {"from_code": "en", "to_code": "es", "package_version": "1.0"}


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "argos" / "packages"


@pytest.fixture
def lock(tmp_path: Path) -> models.Lock:
    return models.Lock.load(tmp_path / "plainleaf-models.lock")


def zipped(entries: dict[str, bytes], *, links: tuple[str, ...] = ()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFLNK if name in links else stat.S_IFREG) << 16
            archive.writestr(entry, data)
    return out.getvalue()


def package(**more: bytes) -> dict[str, bytes]:
    return {
        "en_es/metadata.json": json.dumps(METADATA).encode(),
        "en_es/model/model.bin": b"model",
        "en_es/sentencepiece.model": b"pieces",
        **more,
    }


def nothing_left(folder: Path) -> bool:
    """No package, no half of one, and nothing beside the folder but downloads."""
    beside = {path.name for path in folder.parent.iterdir()} if folder.parent.is_dir() else set()
    return beside <= {"packages", ".plainleaf-downloads"} and not any(folder.glob("*"))


def test_a_package_from_an_index_translates(
    server: Server, lock: models.Lock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = server.offer(TINY.read_bytes())
    told: list[tuple[int, int | None]] = []
    done = models.install("en-es", lock, index=index, folder=folder, told=lambda a, b: told.append((a, b)))
    assert (done.pair, done.state, done.pinned) == ("en-es", "locked", True)
    assert told[-1] == (TINY.stat().st_size, TINY.stat().st_size)
    pin = models.Lock.load(lock.path).pins["en-es"]
    assert (pin.sha256, pin.size) == (sha256(TINY.read_bytes()), TINY.stat().st_size)
    assert [package.state for package in models.installed(lock, folder)] == ["locked"]
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    from pipeline.translate.argos import Argos

    english, spanish = (FIXTURES / "tiny-pairs.tsv").read_text("utf-8").splitlines()[1].split("\t")[:2]
    draft = Argos("es").translate([english])[0]
    assert draft is not None
    assert draft.text == spanish
    again = models.install("en-es", lock, index=index, folder=folder)
    assert not again.pinned
    assert not list((folder.parent / ".plainleaf-downloads").glob("*.part"))


def test_a_download_that_breaks_off_goes_on(server: Server, lock: models.Lock, folder: Path) -> None:
    index = server.offer(TINY.read_bytes())
    server.cut[PACKAGE] = 400_000
    models.install("en-es", lock, index=index, folder=folder)
    assert [asked for path, asked in server.asked if path == PACKAGE] == ["", "bytes=400000-"]
    assert models.installed(lock, folder)[0].state == "locked"


def test_a_server_without_ranges_begins_anew(server: Server, lock: models.Lock, folder: Path) -> None:
    index = server.offer(TINY.read_bytes())
    server.cut[PACKAGE], server.ranges = 400_000, False
    models.install("en-es", lock, index=index, folder=folder)
    assert models.installed(lock, folder)[0].state == "locked"


def test_a_download_that_never_ends_is_told_and_kept(server: Server, lock: models.Lock, folder: Path) -> None:
    index = server.offer(TINY.read_bytes())
    server.cut[PACKAGE], server.always_cut = 1000, True
    with pytest.raises(ModelError):
        models.install("en-es", lock, index=index, folder=folder)
    assert nothing_left(folder)
    assert not lock.path.exists()
    assert next((folder.parent / ".plainleaf-downloads").glob("*.part")).stat().st_size >= 1000
    server.always_cut = False
    server.cut.clear()
    models.install("en-es", lock, index=index, folder=folder)


def test_another_package_than_the_pinned_one_is_refused(server: Server, lock: models.Lock, folder: Path) -> None:
    models.install("en-es", lock, index=server.offer(TINY.read_bytes()), folder=folder)
    models.remove("en-es", lock, folder=folder)
    with pytest.raises(ModelError, match="is not the package that"):
        models.install("en-es", lock, index=server.offer(zipped(package())), folder=folder)
    assert nothing_left(folder)
    models.remove("en-es", lock, unlock=True, folder=folder)
    assert models.install("en-es", lock, index=server.offer(zipped(package())), folder=folder).pinned


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (zipped(package(**{"en_es/big": b"0" * 60_000_000})), "grows far beyond its size"),
        (zipped({**package(), "en_es/../../outside": b"x"}), "a name that leads elsewhere"),
        (zipped({**package(), "/etc/outside": b"x"}), "a name that leads elsewhere"),
        (zipped({**package(), "en_es\\outside": b"x"}), "a name that leads elsewhere"),
        (zipped({**package(), "en_es/C:outside": b"x"}), "a name that leads elsewhere"),
        (zipped({**package(), "en_es/MODEL/model.bin": b"x"}), "twice the same"),
        (zipped({**package(), "en_es/link": b"/etc/passwd"}, links=("en_es/link",)), "a link or a device"),
        (zipped({**package(), "other/file": b"x"}), "exactly one folder"),
        (zipped({"en_es/model/model.bin": b"x"}), "no metadata.json"),
        (zipped(package(**{"en_es/metadata.json": b"[]"})), "no metadata.json"),
        (zipped(package(**{"en_es/metadata.json": b'{"from_code": "../..", "to_code": "es", "package_version": "1"}'})),
         "names no languages"),
        (zipped({"en_es/metadata.json": json.dumps(METADATA).encode()}), "it lacks"),
        (zipped({**package(), **{f"en_es/{n}": b"" for n in range(600)}}), "more than 500 entries"),
        (zipped(package())[:-30], "no sound archive"),
        (b"", "no sound archive"),
        (b"<html>not found</html>", "no sound archive"),
        (zipped(package(**{"en_es/metadata.json": json.dumps({**METADATA, "to_code": "fr"}).encode()})),
         "holds en-fr, not en-es"),
    ],
)  # fmt: skip
def test_an_unsound_package_leaves_nothing(
    server: Server, lock: models.Lock, folder: Path, content: bytes, why: str
) -> None:
    with pytest.raises(ModelError, match=why):
        models.install("en-es", lock, index=server.offer(content), folder=folder)
    assert nothing_left(folder)
    assert not lock.path.exists()
    assert not (folder.parent.parent / "outside").exists()


def test_a_size_that_lies_is_not_believed(server: Server, lock: models.Lock, folder: Path) -> None:
    """The directory says 10 bytes, the stream holds 60 MB."""
    content = bytearray(zipped(package(**{"en_es/big": b"0" * 60_000_000})))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = -1
        while (at := content.find(signature, at + 1)) >= 0:
            if content[at + offset : at + offset + 4] == (60_000_000).to_bytes(4, "little"):
                content[at + offset : at + offset + 4] = (10).to_bytes(4, "little")
    with pytest.raises(ModelError):
        models.install("en-es", lock, index=server.offer(bytes(content)), folder=folder)
    assert nothing_left(folder)


@pytest.mark.parametrize(
    "index",
    [b"no json", b"{}", b"[" * 100_000, b"[" + b"1," * 20_000 + b"1]", b" " * 5_000_001],
)
def test_an_odd_index_is_told(server: Server, lock: models.Lock, folder: Path, index: bytes) -> None:
    server.pages["/index.json"] = index
    with pytest.raises(ModelError):
        models.install("en-es", lock, index=f"{server.address}/index.json", folder=folder)


def test_odd_rows_of_an_index_are_passed_over(server: Server) -> None:
    good = {"from_code": "en", "to_code": "fr", "package_version": "1.9", "links": ["https://example.org/a"]}
    rows = [
        1, None, {}, {**good, "from_code": 3}, {**good, "to_code": "../x"}, {**good, "links": []},
        {**good, "links": ["file:///etc/passwd"]}, {**good, "links": ["https://a\u001b[2J"]}, {**good, "type": "sbd"},
        {**good, "package_version": "1.10"}, good,
    ]  # fmt: skip
    server.pages["/index.json"] = json.dumps(rows).encode()
    assert models.offers(f"{server.address}/index.json") == (Offer("en", "fr", "1.10", "https://example.org/a"),)


def test_two_packages_that_lead_there_are_named(server: Server, lock: models.Lock, folder: Path) -> None:
    rows = [
        {"from_code": a, "to_code": b, "package_version": "1.0", "links": ["https://example.org/x"]}
        for a, b in (("en", "es"), ("es", "ca"))
    ]
    server.pages["/index.json"] = json.dumps(rows).encode()
    with pytest.raises(ModelError, match="Install en-es and es-ca"):
        models.install("en-ca", lock, index=f"{server.address}/index.json", folder=folder)


@pytest.mark.parametrize("place", ["http://example.org/x", "ftp://127.0.0.1/x", "file:///etc/passwd"])
def test_a_redirect_to_what_is_not_https_is_refused(
    server: Server, lock: models.Lock, folder: Path, place: str
) -> None:
    index = server.offer(b"")
    server.pages[PACKAGE] = place
    with pytest.raises(ModelError, match="not https"):
        models.install("en-es", lock, index=index, folder=folder)


def test_redirects_in_a_circle_end(server: Server, lock: models.Lock, folder: Path) -> None:
    index = server.offer(b"")
    server.pages[PACKAGE] = PACKAGE
    with pytest.raises(ModelError, match="redirected more than"):
        models.install("en-es", lock, index=index, folder=folder)


def test_what_is_not_there_is_told(server: Server, lock: models.Lock, folder: Path) -> None:
    index = server.offer(b"")
    server.pages[PACKAGE] = 404
    with pytest.raises(ModelError, match="answered 404"):
        models.install("en-es", lock, index=index, folder=folder)
    with pytest.raises(ModelError, match="has no package en-de"):
        models.install("en-de", lock, index=index, folder=folder)
    with pytest.raises(ModelError, match="cannot read"):
        models.install("en-es", lock, index="http://127.0.0.1:9/index.json", folder=folder)
    with pytest.raises(UsageError):
        models.install("english", lock, index=index, folder=folder)


def test_a_server_that_does_not_answer_is_not_waited_for(server: Server, lock: models.Lock, folder: Path) -> None:
    index = server.offer(TINY.read_bytes())
    server.delay = 1.0
    with pytest.raises(ModelError, match="cannot read"):
        models.install("en-es", lock, index=index, folder=folder, seconds=0.2)


def test_a_file_is_installed_and_removed(tmp_path: Path, lock: models.Lock, folder: Path) -> None:
    done = models.install(TINY, lock, folder=folder)
    assert done.pinned
    assert models.Lock.load(lock.path).pins["en-es"].url == TINY.name
    models.remove("en-es", lock, folder=folder)
    assert nothing_left(folder)
    assert "en-es" in models.Lock.load(lock.path).pins
    with pytest.raises(UsageError):
        models.remove("en-es", lock, folder=folder)
    with pytest.raises(UsageError):
        models.install(tmp_path / "none.argosmodel", lock, folder=folder)


def test_a_newer_version_takes_the_place_of_an_older(tmp_path: Path, lock: models.Lock, folder: Path) -> None:
    models.install(TINY, lock, folder=folder)
    newer = tmp_path / "newer.argosmodel"
    newer.write_bytes(
        zipped(package(**{"en_es/metadata.json": json.dumps({**METADATA, "package_version": "2.0"}).encode()}))
    )
    models.remove("en-es", lock, unlock=True, folder=folder)
    models.install(TINY, lock, folder=folder)
    lock.pins.clear()
    models.install(newer, lock, folder=folder)
    assert [package.version for package in models.installed(lock, folder)] == ["2.0"]


def test_a_lock_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plainleaf-models.lock"
    for text in ("", "[]", '{"schema_version": 9}', '{"schema_version": 1, "packages": {"en-es": {}}}'):
        path.write_text(text)
        with pytest.raises(UsageError):
            models.Lock.load(path)


def test_a_package_put_there_by_hand_is_shown_as_changed(lock: models.Lock, folder: Path) -> None:
    models.install(TINY, lock, folder=folder)
    next(folder.iterdir()).joinpath(".plainleaf.json").unlink()
    assert [package.state for package in models.installed(lock, folder)] == ["changed"]
    lock.pins.clear()
    assert [package.state for package in models.installed(lock, folder)] == ["unlocked"]
