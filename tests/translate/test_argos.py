"""The neural engine with a tiny real package, trained on the sentence pairs beside it."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.building import Request, build, tools
from pipeline.errors import EngineFailedError
from pipeline.findings import Severity
from pipeline.settings import ArgosOptions, Settings
from pipeline.store import Store
from pipeline.translate import ahead, argos, available, run
from pipeline.translate.argos import Argos
from pipeline.translate.decoder import Search
from pipeline.translate.engine import Draft
from pipeline.translate.gate import judge
from tests.translate.documents import document, paragraph

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


def test_a_long_sentence_the_model_loses_half_of_is_put_together_from_its_parts(tiny_packages: Path) -> None:
    engine = Argos("es", folder=tiny_packages)
    sentence = "Take one tablet each morning with food: Do not chew the tablet."
    ((first, *_),) = engine.ask([sentence], Search(4))
    assert first == "Tome una tableta cada mañana con comida."
    assert judge(sentence, Draft(first), "es").reasons
    (draft,) = engine.translate([sentence])
    assert draft is not None
    assert draft.text == "Tome una tableta cada mañana con comida: No mastique la tableta."


def test_a_term_the_model_does_not_know_is_shown_to_a_reviewer(
    argos_packages: Path, store: Store, memory: Path
) -> None:
    source = document(paragraph(1, "Change the bandage once a day.", "Rest for two days."), title="Do not smoke.")
    made = run(source, "es", engines=("argos",), memory=memory, store=store)
    first, second = made.document.sections[0].blocks[0].units[0].segments
    assert first.text == "Cambie la venda una vez al día."
    (found,) = [f for f in made.findings if f.code == "translate.term"]
    assert (found.where.segment, found.severity) == (first.id, Severity.NEEDS_REVIEW)
    assert "bandage: vendaje" in found.message
    assert second.text == "Descanse dos días."
    again = run(source, "es", engines=("argos",), memory=memory, store=store)
    assert again == made


def test_sentences_of_several_documents_are_asked_for_together(
    argos_packages: Path, store: Store, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    ask = Argos.ask

    def counting(self: Argos, texts: Sequence[str], search: Search) -> list[tuple[str, ...]]:
        asked.append(len(texts))
        return ask(self, texts, search)

    monkeypatch.setattr(Argos, "ask", counting)
    documents = [document(paragraph(1, source), title="Do not smoke.") for source, _ in PAIRS[:5]]
    ahead(documents, "es", engines=("memory", "argos"), memory=memory, store=store)
    assert asked[0] == 6
    asked.clear()
    for one, (_, target) in zip(documents, PAIRS[:5], strict=True):
        made = run(one, "es", engines=("memory", "argos"), memory=memory, store=store)
        assert made.document.sections[0].blocks[0].units[0].segments[0].text == target
    assert asked == []


def test_nothing_is_done_ahead_without_an_engine_that_gains_by_it(store: Store, memory: Path) -> None:
    ahead([document(paragraph(1, "Rest."))], "es", engines=("memory", "apertium"), memory=memory, store=store)
    assert not store.root.exists() or not any(store.root.rglob("*"))


def test_a_build_gives_the_same_files_with_and_without_company(
    argos_packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "both").mkdir()
    for name, rows in (("one", PAIRS[:6]), ("two", PAIRS[3:9])):
        (tmp_path / "both" / f"{name}.txt").write_text("\n\n".join(source for source, _ in rows), "utf-8")
    monkeypatch.chdir(tmp_path)
    settings = Settings.model_validate({"build": {"audio": False}, "translate": {"engines": ["argos"]}})
    files = {}
    for name in ("one", "two", "both"):
        sources = tmp_path / "both" if name == "both" else tmp_path / "both" / f"{name}.txt"
        request = Request((sources,), tmp_path / f"out-{name}", tmp_path / f"store-{name}", ("es",))
        assert build(request, tools(request, settings), lambda *_: None).failed == {}
        texts = sorted((tmp_path / f"out-{name}").glob("*/es/handout.txt"))
        files[name] = {path.relative_to(tmp_path / f"out-{name}"): path.read_bytes() for path in texts}
    assert len(files["both"]) == 2
    assert files["both"] == files["one"] | files["two"]
    assert "Tome una tableta cada mañana con comida.".encode() in b"".join(files["both"].values())


def test_options_that_change_words_are_in_the_fingerprint(tiny_packages: Path) -> None:
    def of(**options: object) -> str:
        return argos.fingerprint("es", (), tiny_packages, ArgosOptions.model_validate(options))

    assert of() == of(threads=7) == of(device="cpu")
    assert of(beam=2) != of()


def test_cuda_that_is_asked_for_and_not_there_is_said(tiny_packages: Path) -> None:
    engine = Argos("es", folder=tiny_packages, options=ArgosOptions(device="cuda"))
    with pytest.raises(EngineFailedError, match="CUDA"):
        engine.translate(["Take one tablet."])


def test_a_script_of_its_own_passes_through(tiny_packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Chinese:
        def translate(self, sentences: Sequence[str], _: Search) -> list[tuple[str, ...]]:
            return [({"Drink water.": "喝水。", "Rest.": "休息。"}[sentence],) for sentence in sentences]

    engine = Argos("es", folder=tiny_packages)
    engine.language = "zh"
    monkeypatch.setattr(engine, "_decoder", lambda _: Chinese())
    assert engine.ask(["Drink water. Rest.", "Rest."], Search(4)) == [("喝水。休息。",), ("休息。",)]


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
