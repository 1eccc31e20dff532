"""Golden outlines: each file under fixtures/outlines beside the outline it must give."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.document import BlockKind
from pipeline.read import run
from tests.read.outlines import outline

FOLDER = Path(__file__).parent / "fixtures" / "outlines"
INPUTS = sorted(path for path in FOLDER.iterdir() if path.suffix != ".outline")


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_outline(path: Path) -> None:
    reading = run(path.read_bytes(), path.name)
    assert outline(reading) == path.with_name(path.name + ".outline").read_text("utf-8")


def test_an_article_with_unmarked_descriptions() -> None:
    document = run((FOLDER / "mri-cryotherapy.txt").read_bytes(), "source/mri-cryotherapy.txt").document
    assert document.title.text == "MRI-Guided Cryotherapy for Precision Migraine Intervention"
    assert [section.heading.text for section in document.sections if section.heading] == [
        "Understanding Migraines: The Need for Precision Treatment",
        "What is MRI-Guided Cryotherapy?",
        "The Science Behind MRI-Guided Cryotherapy for Migraines",
        "Advantages of MRI-Guided Cryotherapy Over Traditional Treatments",
        "Potential Risks and Considerations",
        "Future Directions and Research",
    ]
    assert document.lead is not None
    (picture,) = document.lead.blocks
    assert picture.image is not None
    assert (picture.image.src, picture.image.path, picture.image.alt) == ("/output/x7/792/img/0.jpg", None, None)
    blocks = [block for section in document.sections for block in section.blocks]
    described = [block for block in blocks if block.kind is BlockKind.DESCRIPTION]
    assert [block.text[:12] for block in described] == ["A high-tech ", "A close-up o", "A detailed i"]
    assert all(block.reason for block in described)
    assert [block.text for block in blocks if block.kind is BlockKind.BOILERPLATE] == ["Latest Posts"]


def test_ids_are_unique_and_the_same_each_time() -> None:
    for path in INPUTS:
        first, second = (run(path.read_bytes(), path.name).document for _ in range(2))
        assert first == second
        ids = [segment.id for segment in first.segments()]
        assert len(ids) == len(set(ids))
        slugs = [section.slug for section in first.every_section()]
        assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize("name", ["a.html", "a.md", "b.md"])
def test_struck_out_text_is_left_out_and_reported(name: str) -> None:
    source = {
        "a.html": "<h1>T</h1><p>Take <del>2 tablets</del> <b>1 tablet</b>.</p>",
        "a.md": "# T\n\nTake <s>2 tablets</s> **1 tablet**.\n",
        "b.md": "# T\n\n<div>Take <del>2 tablets</del> 1 tablet.</div>\n",
    }[name]
    reading = run(source.encode(), name)
    assert [segment.text for segment in reading.document.segments()] == ["T", "Take 1 tablet."]
    assert [finding.code for finding in reading.findings] == ["read.struck-out"]
