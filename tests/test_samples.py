"""The sample build as a whole: source/ into seven languages, with every engine, held to what the README promises."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from pipeline import codec, glossary, read, score, simplify
from pipeline.check.carried import carried
from pipeline.document import BlockKind, Document, State
from pipeline.findings import Severity

ROOT = Path(__file__).parent.parent
SAMPLES = ("asthma-action", "discharge-sheet", "medicine-leaflet", "mri-cryotherapy")
TRANSLATED = ("es", "fr", "pt", "it", "ca", "gl")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole sample build, made as a user makes it, and then once more with nothing changed."""
    root = tmp_path_factory.mktemp("samples")
    command = [sys.executable, "-m", "pipeline", "build", "--out", str(root / "out"), "--store", str(root / "store")]
    first = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=900)
    assert (first.returncode, first.stderr) == (0, "")
    second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert "Nothing to do" in second.stdout
    return root / "out"


def edition(out: Path, sample: str, name: str) -> Document:
    return codec.from_json(Document, (out / sample / "editions" / f"{name}.json").read_bytes())


def manifest(out: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((out / "manifest.json").read_bytes())
    return value


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("language", ["en", *TRANSLATED])
def test_every_section_has_text_page_sound_and_captions(out: Path, sample: str, language: str) -> None:
    document = edition(out, sample, language)
    folder = out / sample / language / "sections"
    stems = {path.stem for path in folder.iterdir()}
    assert len(stems) >= len(document.sections)
    for stem in stems:
        assert (folder / f"{stem}.mp3").stat().st_size > 2000
        assert (folder / f"{stem}.vtt").read_text("utf-8").startswith("WEBVTT")
        assert (folder / f"{stem}.txt").read_text("utf-8").strip()
        assert html.parse(folder / f"{stem}.html").getroot().get("lang", "").startswith(language)


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_a_patient_depends_on_changed_in_plain_words(out: Path, sample: str) -> None:
    assert carried(edition(out, sample, "original"), edition(out, sample, "en")) == ()


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_a_patient_depends_on_changed_in_translation(out: Path, sample: str, language: str) -> None:
    found = carried(edition(out, sample, "en"), edition(out, sample, language))
    assert [one.message for one in found if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_says_that_it_is_a_draft_everywhere(out: Path, sample: str, language: str) -> None:
    from pipeline.wording import wording

    folder = out / sample / language
    notice = wording(language).draft_notice
    page = " ".join(html.parse(folder / "handout.html").getroot().text_content().split())
    assert notice in page
    text = " ".join((folder / "handout.txt").read_text("utf-8").replace("\n! ", " ").split())
    assert notice in text
    first = min((folder / "sections").glob("*.vtt"))
    assert notice.split(".")[0] in " ".join(first.read_text("utf-8").split())
    assert manifest(out)["documents"][sample]["editions"][language]["state"] in ("draft", "partial")


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("language", TRANSLATED)
def test_most_of_a_translation_is_translated_and_the_rest_says_so(out: Path, sample: str, language: str) -> None:
    document = edition(out, sample, language)
    segments = [s for s in document.segments() if s.state is not State.SOURCE]
    refused = [s for s in segments if s.state is State.REFUSED]
    assert len(refused) < len(segments) / 3
    english = {s.id: s.text for s in edition(out, sample, "en").segments()}
    assert all(s.text == english[s.id] and s.language == "en" for s in refused)
    page = (out / sample / language / "handout.html").read_text("utf-8")
    assert page.count('lang="en"') >= len([s for s in refused if s.text])


def test_the_seed_is_read_as_it_should_be() -> None:
    path = ROOT / "source/mri-cryotherapy.txt"
    reading = read.run(path.read_bytes(), path.name, folder=path.parent)
    document = reading.document
    assert document.title.text == "MRI-Guided Cryotherapy for Precision Migraine Intervention"
    assert [section.heading.text.split()[0] for section in document.sections if section.heading] == [
        "Understanding",
        "What",
        "The",
        "Advantages",
        "Potential",
        "Future",
    ]
    blocks = list(document.blocks())
    images = [block.image for block in blocks if block.image is not None]
    assert [(image.src, image.path, image.alt) for image in images] == [("/output/x7/792/img/0.jpg", None, None)]
    assert [block.text.split(",")[0][:10] for block in blocks if block.kind is BlockKind.DESCRIPTION] == [
        "A high-tec",
        "A close-up",
        "A detailed",
    ]
    assert [block.text for block in blocks if block.kind is BlockKind.BOILERPLATE] == ["Latest Posts"]
    assert [found.code for found in reading.findings].count("read.description") == 3


def test_every_section_of_the_seed_is_three_grades_easier() -> None:
    path = ROOT / "source/mri-cryotherapy.txt"
    original = read.run(path.read_bytes(), path.name, folder=path.parent).document
    plain = simplify.run(original, glossary.load()).document
    before = {s.slug: s.scores["fkgl"] for s in score.run(original).sections if s.counted.words}
    after = {s.slug: s.scores["fkgl"] for s in score.run(plain).sections if s.counted.words}
    assert len(before) == 6
    assert {slug: round(before[slug] - after[slug], 1) for slug in before if before[slug] - after[slug] < 3} == {}


def test_planted_faults_of_the_samples_are_found(out: Path) -> None:
    report = json.loads((out / "asthma-action/report.json").read_bytes())
    assert "alt.file-name" in json.dumps(report)
    assert "alt.missing" in (out / "mri-cryotherapy/report.json").read_text("utf-8")
