from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from pipeline import flow
from pipeline.errors import ExitCode, InputError, OutputError, UsageError
from pipeline.outputs import Built
from pipeline.plan import Progress, Tools
from pipeline.settings import Build, Check, Override, Settings, Translate
from tests.builds import LEAFLET, build, contents, settings, write


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one built source, to be copied and not changed."""
    root = tmp_path_factory.mktemp("built")
    write(root / "source", "wound.txt")
    assert build(root).exit_code is ExitCode.OK
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "copy"))


def test_every_edition_and_section_is_there(root: Path) -> None:
    files = set(contents(root / "outputs"))
    assert {"index.html", "manifest.json", "wound/index.html", "wound/report.html", "wound/report.json"} <= files
    for language in ("en", "es"):
        assert {f"wound/{language}/handout.html", f"wound/{language}/handout.txt"} <= files
        for section in ("01-keep-it-dry", "02-when-to-call"):
            assert {f"wound/{language}/sections/{section}.{kind}" for kind in ("html", "txt")} <= files
    assert {"wound/editions/original.json", "wound/editions/en.json", "wound/editions/es.json"} <= files


def test_the_manifest_names_every_file_and_says_what_is_a_draft(root: Path) -> None:
    manifest = json.loads((root / "outputs" / "manifest.json").read_bytes())
    document = manifest["documents"]["wound"]
    named = {file["path"] for file in document["files"] + manifest["files"]}
    assert named == set(contents(root / "outputs")) - {"manifest.json"}
    assert document["editions"]["en"]["state"] == "complete"
    assert document["editions"]["es"]["state"] in ("draft", "partial")
    assert document["editions"]["es"]["engines"]


def test_a_second_build_does_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(root / "outputs")

    def touched(*_: object) -> None:
        raise AssertionError("a stage ran although nothing had changed")

    monkeypatch.setattr(flow, "run", touched)
    result = build(root)
    assert (result.exit_code, result.written, result.removed, len(result.known)) == (ExitCode.OK, 0, 0, 1)
    assert contents(root / "outputs") == before


def test_a_new_folder_and_store_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    build(root, out=tmp_path / "again", store=tmp_path / "store")
    assert contents(tmp_path / "again") == contents(root / "outputs")


def test_a_damaged_or_deleted_output_is_put_back(root: Path) -> None:
    before = contents(root / "outputs")
    (root / "outputs/wound/en/handout.html").write_text("broken")
    (root / "outputs/wound/es/handout.txt").unlink()
    result = build(root)
    assert (result.written, len(result.known)) == (2, 1)
    assert contents(root / "outputs") == before


def test_a_changed_source_is_built_again_and_others_are_not(root: Path) -> None:
    other = write(root / "source", "other.txt")
    assert list(build(root).built) == [other]
    wound = write(root / "source", "wound.txt", LEAFLET.replace("48 hours", "72 hours"))
    result = build(root)
    assert (list(result.built), list(result.known)) == ([wound], [other])
    assert "72 hours" in (root / "outputs/wound/en/handout.txt").read_text("utf-8")


def test_one_bad_source_is_reported_and_the_others_are_built(root: Path) -> None:
    binary = write(root / "source", "scan.txt", b"\x89PNG\r\n\x1a\n" + bytes(100))
    unknown = write(root / "source", "letter.pdf", b"%PDF-1.7")
    good = write(root / "source", "good.txt")
    result = build(root)
    assert result.exit_code is ExitCode.PARTIAL
    assert set(result.failed) == {binary, unknown}
    assert list(result.built) == [good]
    assert (root / "outputs/good/en/handout.html").is_file()
    assert (root / "outputs/wound/en/handout.html").is_file()


def test_a_fault_of_our_own_costs_one_handout_and_quotes_no_text(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = write(root / "source", "bad.txt"), write(root / "source", "good.txt")
    real = flow.run

    def broken(path: Path, tools: Tools, progress: Progress) -> Built:
        if path == bad:
            raise ZeroDivisionError("Take 500 mg of paracetamol")
        return real(path, tools, progress)

    monkeypatch.setattr(flow, "run", broken)
    result = build(root)
    assert (result.exit_code, list(result.built)) == (ExitCode.PARTIAL, [good])
    assert "ZeroDivisionError in test_building.py, line" in str(result.failed[bad])
    assert "paracetamol" not in str(result.failed[bad])


def test_outputs_in_the_source_folder_are_not_built(tmp_path: Path) -> None:
    write(tmp_path / "source", "wound.txt")
    out, store = tmp_path / "source/outputs", tmp_path / "source/store"
    build(tmp_path, out=out, store=store)
    result = build(tmp_path, out=out, store=store)
    assert (result.written, result.failed) == (0, {})


def test_what_a_failing_source_gave_before_is_kept(root: Path) -> None:
    before = contents(root / "outputs")
    write(root / "source", "wound.txt", b"")
    result = build(root)
    assert result.exit_code is ExitCode.INPUT
    assert contents(root / "outputs") == before


def test_a_source_that_is_gone_takes_its_files_along_but_not_changed_ones(root: Path) -> None:
    (root / "source/wound.txt").rename(root / "source/renamed.txt")
    note = root / "outputs/wound/en/handout.txt"
    note.write_text("corrected by hand")
    build(root)
    assert [path for path in (root / "outputs/wound").rglob("*") if path.is_file()] == [note]
    assert (root / "outputs/renamed/index.html").is_file()


def test_building_one_file_keeps_the_handouts_of_others(root: Path) -> None:
    other = write(root / "elsewhere", "other.txt")
    build(root, sources=(other,))
    manifest = json.loads((root / "outputs" / "manifest.json").read_bytes())
    assert set(manifest["documents"]) == {"other", "wound"}
    assert (root / "outputs/wound/en/handout.html").is_file()
    assert "other/" in (root / "outputs/index.html").read_text("utf-8")


def test_two_sources_for_one_folder_are_refused(root: Path) -> None:
    before = contents(root / "outputs")
    second = write(root / "source", "wound.md", "# Wound\n\nKeep it dry.\n")
    result = build(root)
    assert set(result.failed) == {root / "source/wound.txt", second}
    assert "same folder" in str(result.failed[second])
    assert contents(root / "outputs") == before


def test_a_file_from_elsewhere_does_not_take_over_a_handout(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    (root / "outputs/manifest.json").unlink()
    build(Path(), sources=(Path("source/wound.txt"),))
    before = contents(root / "outputs")
    other = write(Path("elsewhere"), "wound.txt", LEAFLET + "More.\n")
    assert "holds the handout of source/wound.txt" in str(build(Path(), sources=(other,)).failed[other])
    assert contents(root / "outputs") == before


def test_names_without_latin_letters_do_not_clash(root: Path) -> None:
    names = ("伤口.txt", "药.txt")
    for name in names:
        write(root / "source", name)
    assert {path.name for path in build(root).built} == set(names)


def test_a_language_without_an_engine_is_published_as_refused(tmp_path: Path) -> None:
    write(tmp_path / "source", "wound.txt")
    options = Settings(
        root=tmp_path, build=Build(languages=("es",), audio=False), translate=Translate(engines=("memory",))
    )
    assert build(tmp_path, options).exit_code is ExitCode.OK
    manifest = json.loads((tmp_path / "outputs" / "manifest.json").read_bytes())
    edition = manifest["documents"]["wound"]["editions"]["es"]
    assert edition["state"] == "partial"
    assert set(edition["segments"]) <= {"refused", "source"}
    assert "Do not get the wound wet for 48 hours." in (tmp_path / "outputs/wound/es/handout.txt").read_text("utf-8")


def test_a_source_in_a_target_language_keeps_its_own_words_there(tmp_path: Path) -> None:
    page = '<html lang="es"><h1>Los pies</h1><h2>Cada día</h2><p>Lávese los pies. No use agua caliente.</p></html>'
    write(tmp_path / "source", "pies.html", page)
    assert build(tmp_path, settings(tmp_path, languages=("es", "fr"))).exit_code is ExitCode.OK
    manifest = json.loads((tmp_path / "outputs" / "manifest.json").read_bytes())
    states = {name: edition["state"] for name, edition in manifest["documents"]["pies"]["editions"].items()}
    assert states == {"es-original": "complete", "es": "complete", "fr": "partial"}


def test_ignores_overrides_and_disabled_codes_hold_in_a_build_too(tmp_path: Path) -> None:
    long = (
        "Take the tablet in the morning with a glass of water and " + "then rest and walk a little and " * 4 + "sleep."
    )
    ignore = "<!-- plainleaf ignore reading.long-sentence: these are the words of the law -->"
    text = f"# Rest\n\n{ignore}\n\n{long}\n\n## Food\n\n{long}\n\nTake 1.0 mg.\n"
    write(tmp_path / "source", "rest.md", text)
    override = Override(files=("source/*",), disable=("dose.trailing-zero",))
    chosen = settings(tmp_path).model_copy(update={"check": Check(overrides=(override,))})
    result = build(tmp_path, chosen)
    assert result.exit_code is ExitCode.OK
    report = json.loads((tmp_path / "outputs" / "rest" / "report.json").read_text("utf-8"))
    found = report["findings"]
    longs = {finding["where"]["section"] for finding in found if finding["code"] == "reading.long-sentence"}
    assert longs == {"food"}
    assert "dose.trailing-zero" not in {finding["code"] for finding in found}
    assert "law" not in "".join(file.read_text("utf-8") for file in (tmp_path / "outputs").rglob("*.html"))


def test_an_unknown_code_in_the_settings_is_a_usage_error(tmp_path: Path) -> None:
    write(tmp_path / "source", "rest.md", LEAFLET)
    with pytest.raises(UsageError, match="no-such"):
        build(tmp_path, settings(tmp_path).model_copy(update={"check": Check(disable=("no-such",))}))


def test_an_unknown_language_is_a_usage_error(tmp_path: Path) -> None:
    write(tmp_path / "source", "wound.txt")
    with pytest.raises(UsageError, match="'xx'"):
        build(tmp_path, settings(tmp_path, languages=("xx",)))


def test_a_folder_without_sources_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    with pytest.raises(InputError, match="no sources"):
        build(tmp_path)


def test_an_output_folder_that_is_a_file_is_an_output_error(tmp_path: Path) -> None:
    write(tmp_path / "source", "wound.txt")
    write(tmp_path, "outputs", b"")
    with pytest.raises(OutputError, match="cannot write"):
        build(tmp_path)


def test_fifty_megabytes_of_one_line_are_a_clear_error(tmp_path: Path) -> None:
    path = write(tmp_path / "source", "long.txt", b"word " * 10_000_000)
    result = build(tmp_path)
    assert result.exit_code is ExitCode.INPUT
    assert "the limit is" in str(result.failed[path])


def test_a_picture_that_changes_makes_the_handout_again(root: Path) -> None:
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
        "e221bc330000000049454e44ae426082"
    )
    write(root / "source", "pictures/a.png", pixel)
    page = write(root / "source", "page.md", "# Hands\n\nWash them.\n\n![Two hands under water](pictures/a.png)\n")
    build(root)
    assert contents(root / "outputs" / "page" / "images").popitem()[1] == pixel
    write(root / "source", "pictures/a.png", pixel + b"\0")
    assert page in build(root).built
    assert contents(root / "outputs" / "page" / "images").popitem()[1] == pixel + b"\0"
