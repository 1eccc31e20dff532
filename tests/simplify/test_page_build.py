"""Added parts on their way through a build: marked in every language, in every format, and nothing lost."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline import codec
from pipeline.check.carried import carried
from pipeline.cli import app
from pipeline.document import COPY, Document, map_segments
from pipeline.settings import Settings, Simplify
from pipeline.simplify.page import PARTS
from pipeline.speak import script
from pipeline.wording import wording
from tests.builds import build, settings, write

TEXT = """# Caring for your wound

## Keep it dry

Do not get the wound wet for 48 hours. Wash your hands before you touch it. Take 500 mg of paracetamol for pain.

## When to call

Call 911 if you cannot breathe. Call your doctor if you have:

- a fever
- redness
"""
ASKED = {"when-to-get-help", "what-to-do", "teach-back"}


def options(root: Path, *names: str) -> Settings:
    return settings(root).model_copy(update={"simplify": Simplify.model_validate({"page": names})})


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("page")
    write(root / "source", "wound.md", TEXT)
    assert not build(root, options(root, *PARTS)).failed
    return root / "outputs" / "wound"


def editions(built: Path) -> list[Document]:
    names = ("original", "en", "es")
    return [codec.from_json(Document, (built / "editions" / f"{name}.json").read_bytes()) for name in names]


def test_all_editions_but_the_original_have_the_parts(built: Path) -> None:
    original, plain, spanish = ({section.part for section in one.sections} - {None} for one in editions(built))
    assert original == set()
    assert plain == spanish == ASKED


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", ["handout.html", "handout.txt"])
def test_parts_are_published_and_marked_in_the_readers_language(built: Path, language: str, name: str) -> None:
    text = " ".join(re.sub(r"<[^>]+>", "", (built / language / name).read_text("utf-8")).split())
    words = wording(language)
    for expected in (words.part_help, words.part_actions, words.part_questions, words.ask_help, words.added_questions):
        assert expected in text
    assert text.count(words.added_sentences) == 2


def test_nothing_is_lost_between_editions(built: Path) -> None:
    original, plain, spanish = editions(built)
    assert carried(original, plain) == ()
    assert [found for found in carried(plain, spanish) if found.severity == "error"] == []


def test_a_copy_with_another_dose_than_its_sentence_is_an_error(built: Path) -> None:
    _, plain, spanish = editions(built)
    wrong = map_segments(spanish, lambda s: replace(s, text=s.text.replace("500", "50")) if s.note == COPY else s)
    assert "facts.dose" in {found.code for found in carried(plain, wrong)}


def test_findings_and_refusals_are_told_of_the_sentences_and_not_of_their_copies(built: Path) -> None:
    report = json.loads((built / "report.json").read_text("utf-8"))
    assert {part["name"] for part in report["added_parts"]} == ASKED
    places = [found["where"]["segment"] or "" for found in report["findings"]]
    assert not [place for place in places + [one["segment"] for one in report["refused"]] if place.startswith("page-")]
    assert "Parts added to the page" in (built / "report.html").read_text("utf-8")
    assert any(left["why"] == "added part" for left in report["editions"][1]["left_out"])


def test_headings_inside_a_part_are_spoken(built: Path) -> None:
    _, plain, _ = editions(built)
    part = next(section for section in plain.sections if section.part == "what-to-do")
    said = [line.shown for line in script.write(part, "en")]
    assert said[:3] == [wording("en").part_actions, wording("en").added_sentences, "Keep it dry"]


def test_another_choice_of_parts_is_built_anew(tmp_path: Path) -> None:
    write(tmp_path / "source", "wound.md", TEXT)
    first = build(tmp_path, options(tmp_path))
    assert not (tmp_path / "outputs/wound/en/sections/01-page-what-to-do.html").exists()
    second = build(tmp_path, options(tmp_path, "what-to-do"))
    assert (len(first.built), len(second.built)) == (1, 1)
    assert (tmp_path / "outputs/wound/en/sections/01-page-what-to-do.html").exists()
    assert not build(tmp_path, options(tmp_path, "what-to-do")).built


def test_simplify_prints_the_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "plainleaf.toml", '[simplify]\npage = ["what-to-do"]\n')
    write(tmp_path, "wound.md", TEXT)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["simplify", "wound.md"])
    assert result.exit_code == 0
    start = result.stdout.index(wording("en").part_actions)
    assert "Keep it dry" in result.stdout[start:]
    made = json.loads(CliRunner().invoke(app, ["simplify", "wound.md", "--format", "json"]).stdout)
    assert [part["name"] for part in made["added_parts"]] == ["what-to-do"]
