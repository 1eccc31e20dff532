"""Packages from a real server on loopback and from files, sound and hostile."""

from __future__ import annotations

import io
import json
import shutil
import stat
import struct
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import models
from pipeline.errors import ModelError, OutputError, UsageError
from pipeline.models import network
from pipeline.models.index import Offer
from pipeline.store import sha256
from tests.loopback import serving
from tests.models.server import PACKAGE, Server
from tests.translate.conftest import FIXTURES

TINY = FIXTURES / "tiny-en-es.argosmodel"
METADATA = {"from_code": "en", "to_code": "es", "package_version": "1.0"}


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(Server()) as server:
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


def test_a_lock_that_does_not_name_the_files_goes_by_the_record(lock: models.Lock, folder: Path) -> None:
    models.install(TINY, lock, folder=folder)
    lock.pins["en-es"] = replace(lock.pins["en-es"], content="")
    assert [package.state for package in models.installed(lock, folder)] == ["locked"]
    next(folder.iterdir()).joinpath(".plainleaf.json").unlink()
    assert [package.state for package in models.installed(lock, folder)] == ["changed"]
    lock.pins.clear()
    assert [package.state for package in models.installed(lock, folder)] == ["unlocked"]


def test_damaged_data_is_refused_wherever_it_is_damaged(tmp_path: Path, lock: models.Lock, folder: Path) -> None:
    sound = zipped(package(**{"en_es/model/model.bin": bytes(range(256)) * 20}))
    for at in range(0, len(sound), 3):
        damaged = bytearray(sound)
        damaged[at] ^= 0xFF
        path = tmp_path / "damaged.argosmodel"
        path.write_bytes(damaged)
        try:
            done = models.install(path, lock, folder=folder)
        except ModelError:
            assert nothing_left(folder)
        else:  # a date, or another byte that says nothing
            assert (done.folder / "model/model.bin").read_bytes() == bytes(range(256)) * 20
            models.remove("en-es", lock, unlock=True, folder=folder)


def test_a_table_of_contents_without_end_is_not_read(tmp_path: Path, lock: models.Lock, folder: Path) -> None:
    row = b"PK\x01\x02" + bytes(24) + b"\x01\0" + bytes(16) + b"a"
    path = tmp_path / "long.argosmodel"
    for named in (65_535, 1):  # the number of entries may lie, too
        end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, named, named, len(row) * 40_000, 0, 0)
        path.write_bytes(row * 40_000 + end)
        with pytest.raises(ModelError, match="more than 500 entries"):
            models.install(path, lock, folder=folder)


@pytest.mark.parametrize("before", [b"#!/bin/sh\n", b""])
def test_an_archive_with_something_around_it_is_refused(
    tmp_path: Path, lock: models.Lock, folder: Path, before: bytes
) -> None:
    path = tmp_path / "around.argosmodel"
    path.write_bytes(before + zipped(package()) + (b"" if before else b"after"))
    with pytest.raises(ModelError, match="no sound archive"):
        models.install(path, lock, folder=folder)


def test_a_full_disk_is_told_as_one(lock: models.Lock, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def full(self: Path, mode: str = "r", *more: object, **named: object) -> object:
        if mode == "xb":
            raise OSError(28, "No space left on device")
        return real(self, mode, *more, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OutputError, match="No space left"):
        models.install(TINY, lock, folder=folder)
    assert nothing_left(folder)


def test_files_that_were_edited_are_a_change(lock: models.Lock, folder: Path) -> None:
    model = models.install(TINY, lock, folder=folder).folder / "model/model.bin"
    model.write_bytes(model.read_bytes()[:-1] + b"x")
    assert [package.state for package in models.installed(lock, folder)] == ["changed"]
    models.install(TINY, lock, folder=folder)
    assert [package.state for package in models.installed(lock, folder)] == ["locked"]


def test_what_another_program_unpacked_is_known_by_its_files(lock: models.Lock, folder: Path) -> None:
    shutil.rmtree(models.install(TINY, lock, folder=folder).folder)
    shutil.unpack_archive(TINY, folder, "zip")
    assert [package.state for package in models.installed(lock, folder)] == ["locked"]


def test_a_failed_rename_leaves_what_was_installed(
    lock: models.Lock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    models.install(TINY, lock, folder=folder)
    real = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if target.parent == folder and not self.name.startswith("old-"):
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OutputError, match="No space left"):
        models.install(TINY, lock, folder=folder)
    assert [package.state for package in models.installed(lock, folder)] == ["locked"]


def test_a_pinned_version_is_taken_where_a_newer_one_is_offered(
    server: Server, lock: models.Lock, folder: Path
) -> None:
    index = server.offer(TINY.read_bytes())
    models.install("en-es", lock, index=index, folder=folder)
    (row,) = json.loads(server.pages["/index.json"])  # type: ignore[arg-type]
    newer = {**row, "package_version": "1.9", "links": [f"{server.address}/newer"]}
    for rows in ([row, newer], [newer, row]):
        server.pages["/index.json"] = json.dumps(rows).encode()
        assert models.install("en-es", lock, index=index, folder=folder).version == "1.0"


def test_the_first_link_that_may_be_asked_is_taken(server: Server) -> None:
    links = ["ipfs://Qm", "http://example.org/a", "https://127.0.0.1/a", "https://example.org/a"]
    index = server.offer(b"", links=links)
    assert [offer.url for offer in models.offers(index)] == ["https://127.0.0.1/a"]
    server.offer(b"", links=links[:2])
    assert models.offers(index) == ()


def test_a_proxy_of_the_environment_is_not_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert len(models.offers(server.offer(b""))) == 1


def test_a_compressed_answer_is_not_inflated(server: Server) -> None:
    index = server.offer(b"")
    server.headers["Content-Encoding"] = "gzip, gzip"
    with pytest.raises(ModelError, match="compressed"):
        models.offers(index)


def test_a_server_that_crawls_is_given_up(server: Server) -> None:
    index = server.offer(b"")
    server.drip = 0.05
    began = time.monotonic()
    with pytest.raises(ModelError, match="too slow"):
        models.offers(index, seconds=0.3)
    assert time.monotonic() - began < 3  # of the 8 seconds that all of it would take


def test_an_address_on_this_machine_is_known() -> None:
    assert network.is_here("http://[::1]:80/a")
    assert network.is_here("https://localhost/a")
    assert not network.is_here("https://127.0.0.1.example.org/a")
