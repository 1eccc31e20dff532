import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import codec, publish
from pipeline.document import Document
from pipeline.edition import HandoutEntry, Published
from pipeline.errors import OutputError
from pipeline.store import Store, sha256
from tests.publish import sample


def _run(root: Path, **options: bool) -> tuple[tuple[Published, ...], Store]:
    store = Store(root / "store")
    handout = sample.handout(store)
    return publish.run(handout, folder=sample.folder(root / "source"), store=store, **options), store


def test_every_edition_has_every_format(tmp_path: Path) -> None:
    files, _ = _run(tmp_path)
    stems = ("00-start", "01-medicine-for-fever", "02-what-to-measure", "03-when-to-call-911")
    editions = {
        f"fever/{language}/{name}"
        for language in ("en", "es")
        for name in (
            "handout.html",
            "handout.txt",
            *(f"sections/{stem}.{kind}" for stem in stems for kind in ("html", "txt", "mp3", "vtt")),
        )
    }
    whole = {"index.html", "report.html", "report.json", "images/thermo-meter.png"}
    data = {f"editions/{name}.json" for name in ("original", "en", "es")}
    assert {file.path for file in files} == editions | {f"fever/{name}" for name in whole | data}


def test_the_bytes_lie_in_the_store_under_their_digest(tmp_path: Path) -> None:
    files, store = _run(tmp_path)
    for file in files:
        data = store.get(file.sha256)
        assert data is not None
        assert (sha256(data), len(data)) == (file.sha256, file.size)


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    assert _run(tmp_path / "one")[0] == _run(tmp_path / "two")[0]


def test_the_sources_own_words_are_published_where_asked(tmp_path: Path) -> None:
    paths = {file.path for file in _run(tmp_path, original=True)[0]}
    assert {"fever/en-original/handout.html", "fever/en/handout.html"} <= paths


def test_the_documents_can_be_read_back(tmp_path: Path) -> None:
    files, store = _run(tmp_path)
    handout = sample.handout(store)
    digests = {file.path: file.sha256 for file in files}
    for name, edition in (("original", handout.original), ("en", handout.plain), ("es", handout.translations[0])):
        data = store.get(digests[f"fever/editions/{name}.json"])
        assert data is not None
        assert codec.from_json(Document, data) == edition.document


def test_without_sound_there_are_no_players(tmp_path: Path) -> None:
    store = Store(tmp_path)
    handout = sample.handout(store)
    silent = replace(
        handout, plain=replace(handout.plain, audio=()), translations=(replace(handout.translations[0], audio=()),)
    )
    files = publish.run(silent, folder=None, store=store)
    assert not [file.path for file in files if file.path.endswith((".mp3", ".vtt"))]
    for file in files:
        if file.path.endswith(".html"):
            assert b"<audio" not in store.path(file.sha256).read_bytes()


def test_a_lost_sound_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    store = Store(tmp_path)
    handout = sample.handout(store)
    store.path(handout.plain.audio[0].mp3).unlink()
    with pytest.raises(OutputError, match=r"00-start\.mp3.*plainleaf clean"):
        publish.run(handout, folder=None, store=store)


def test_captions_are_webvtt_with_the_notice_of_a_draft(tmp_path: Path) -> None:
    files, store = _run(tmp_path)
    digests = {file.path: file.sha256 for file in files}
    spanish = store.path(digests["fever/es/sections/03-when-to-call-911.vtt"]).read_text("utf-8")
    head, note, *cues = spanish.strip().split("\n\n")
    assert head == "WEBVTT"
    assert note.startswith("NOTE Esta es una traducción automática")
    assert len(cues) == 4
    assert all("-->" in cue for cue in cues)
    english = store.path(digests["fever/en/sections/03-when-to-call-911.vtt"]).read_text("utf-8")
    assert "NOTE" not in english


def test_an_entry_tells_the_index_all_it_needs(tmp_path: Path) -> None:
    entry = publish.entry(sample.handout(Store(tmp_path)))
    assert codec.from_json(HandoutEntry, codec.to_json(entry)) == entry
    english, spanish = entry.published
    assert (english.is_draft, spanish.is_draft) == (False, True)
    assert (spanish.title, spanish.refused, spanish.findings) == ("La fiebre en los niños", 3, {"error": 1})
    assert entry.original.scores["fkgl"] == 11.25


def test_the_index_lists_every_handout_in_every_language(tmp_path: Path) -> None:
    store = Store(tmp_path)
    entry = publish.entry(sample.handout(store))
    other = replace(entry, id="another", published=(replace(entry.published[0], title="A <cold>"),))
    files = publish.index([entry, other], store)
    assert [file.path for file in files] == ["index.html", "assets/plainleaf.css", "assets/reader.js"]
    page = store.path(files[0].sha256).read_text("utf-8")
    assert page.index("A &lt;cold&gt;") < page.index("Fever in children")
    for link in ("fever/es/handout.html", "fever/index.html#es", "fever/es/handout.txt", "another/report.html"):
        assert f'href="{link}"' in page
    assert "11.2" in page
    assert files == publish.index([other, entry], store)


def test_a_printed_draft_says_so_on_every_page(tmp_path: Path) -> None:
    store = Store(tmp_path)
    style = store.path(publish.index([], store)[1].sha256).read_text("utf-8")
    assert '@bottom-left { content: "Traducción automática sin revisar"' in style
    handout = sample.handout(store)
    files = {file.path: file.sha256 for file in publish.run(handout, folder=None, store=store)}
    for path, drafts in (("es/handout.html", 1), ("index.html", 1), ("en/handout.html", 0)):
        page = store.path(files[f"fever/{path}"]).read_text("utf-8")
        assert page.count('data-draft="es"') == drafts, path
        assert 'data-draft="en"' not in page


def test_an_index_of_nothing_says_so(tmp_path: Path) -> None:
    store = Store(tmp_path)
    page = store.path(publish.index([], store)[0].sha256).read_text("utf-8")
    assert "There are no handouts yet." in page


def test_the_report_is_sorted_json(tmp_path: Path) -> None:
    files, store = _run(tmp_path)
    data = store.path({file.path: file.sha256 for file in files}["fever/report.json"]).read_bytes()
    value = json.loads(data)
    assert list(value) == sorted(value)
    assert value["schema_version"] == 1
