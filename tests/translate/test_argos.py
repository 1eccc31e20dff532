"""The neural engine with a tiny real package, trained on the sentence pairs beside it."""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path

import pytest

from pipeline.errors import EngineFailedError
from pipeline.translate import argos, available
from pipeline.translate.argos import Argos

PAIRS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "fixtures/tiny-pairs.tsv").read_text("utf-8").splitlines()
]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_the_sentences_it_learnt(tiny_packages: Path) -> None:
    drafts = Argos("es", folder=tiny_packages).translate([source for source, _ in PAIRS])
    right = [draft is not None and draft.text == target for draft, (_, target) in zip(drafts, PAIRS, strict=True)]
    assert len(right) == 120
    assert sum(right) >= 118


def test_equal_input_gives_equal_drafts_in_any_batch(tiny_packages: Path) -> None:
    engine = Argos("es", folder=tiny_packages)
    sentences = [source for source, _ in PAIRS[:30]]
    assert engine.translate(sentences) == [engine.translate([sentence])[0] for sentence in sentences]


def test_several_sentences_in_one_text(tiny_packages: Path) -> None:
    (one, first), (two, second) = PAIRS[0], PAIRS[1]
    (draft,) = Argos("es", folder=tiny_packages).translate([f"{one} {two}"])
    assert draft is not None
    assert draft.text == f"{first} {second}"


def test_what_must_arrive_arrives_or_there_is_no_draft(tiny_packages: Path) -> None:
    link = "https://example.org/leaflet_2"
    drafts = Argos("es", ("Qwixor",), tiny_packages).translate([f"Call 911 right away. {link}", "Take Qwixor."])
    assert drafts[0] is not None
    assert link in drafts[0].text
    assert drafts[1] is None or "Qwixor" in drafts[1].text


def test_the_package_is_found_where_the_variable_says(argos_packages: Path) -> None:
    assert available("es", ("memory", "argos")) == ("argos",)
    assert available("fr", ("argos",)) == ()
    assert argos.packages_folder() == argos_packages


def test_stray_things_among_the_packages(tiny_packages: Path, tmp_path: Path) -> None:
    folder = tmp_path / "packages"
    shutil.copytree(tiny_packages, folder)
    (folder / "stray").mkdir()
    (folder / "broken").mkdir()
    (folder / "broken/metadata.json").write_text("{", "utf-8")
    (folder / "list").mkdir()
    (folder / "list/metadata.json").write_text("[]", "utf-8")
    (folder / "index.json").write_text("[]", "utf-8")
    assert [package.target for package in argos.installed(folder)] == ["es"]
    assert Argos("es", folder=folder).translate([PAIRS[0][0]])[0] is not None


def test_a_chain_of_two_packages(tiny_packages: Path, tmp_path: Path) -> None:
    folder = tmp_path / "packages"
    shutil.copytree(tiny_packages, folder)
    (first,) = folder.iterdir()
    second = folder / "tiny-es-pb"
    shutil.copytree(first, second)
    data = json.loads((second / "metadata.json").read_text("utf-8"))
    (second / "metadata.json").write_text(json.dumps({**data, "from_code": "es", "to_code": "pb"}), "utf-8")
    assert [(p.source, p.target) for p in argos.chain("pt", folder)] == [("en", "es"), ("es", "pb")]
    assert [(p.source, p.target) for p in argos.chain("es", folder)] == [("en", "es")]
    assert len(Argos("pt", folder=folder).translate([PAIRS[0][0]])) == 1


def test_a_replaced_package_has_another_fingerprint(tiny_packages: Path, tmp_path: Path) -> None:
    folder = tmp_path / "packages"
    shutil.copytree(tiny_packages, folder)
    before = argos.fingerprint("es", (), folder)
    assert before == argos.fingerprint("es", (), tiny_packages)
    model = next(folder.glob("*/model/model.bin"))
    model.write_bytes(model.read_bytes()[:-1] + b"x")
    assert argos.fingerprint("es", (), folder) != before


def test_a_damaged_package_is_named(tiny_packages: Path, tmp_path: Path) -> None:
    folder = tmp_path / "packages"
    shutil.copytree(tiny_packages, folder)
    next(folder.glob("*/model/model.bin")).write_bytes(b"nothing")
    with pytest.raises(EngineFailedError, match="cannot be loaded"):
        Argos("es", folder=folder).translate(["Take one tablet."])
