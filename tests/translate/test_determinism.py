"""A sentence comes out the same in any company, any order, any process."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pipeline.score.sentences import split

ROOT = Path(__file__).resolve().parents[2]
MANY = 300
SCRIPT = """
import json, sys
from pipeline.translate.apertium import Apertium
from pathlib import Path
language, sentences, cache = json.loads(sys.stdin.read())
drafts = Apertium(language, cache=Path(cache)).translate(sentences)
print(json.dumps([draft and draft.text for draft in drafts]))
"""


def own_sentences() -> list[str]:
    """Sentences of the samples and of the glossaries' definitions, and words alone, which parsers find hardest."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "source").glob("*.txt"))]
    found = [line[start:end] for text in texts for line in text.splitlines() for start, end in split(line)]
    for path in sorted((ROOT / "glossaries").glob("*.toml")):
        for entry in tomllib.loads(path.read_text("utf-8")).get("entry", ()):
            found += [str(entry[key]) for key in ("definition", "term", "plain") if entry.get(key)]
    return list(dict.fromkeys(found))[:MANY]


def in_a_fresh_process(language: str, sentences: list[str], cache: Path) -> list[str | None]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=json.dumps([language, sentences, str(cache)]),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    answers: list[str | None] = json.loads(done.stdout)
    return answers


@pytest.fixture(scope="module")
def dictionaries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("dictionaries")


@pytest.mark.parametrize("language", ["es", "fr", "pt", "it", "ca", "gl"])
def test_order_and_company_do_not_matter(language: str, dictionaries: Path) -> None:
    sentences = own_sentences()
    assert len(sentences) == MANY
    forward = in_a_fresh_process(language, sentences, dictionaries)
    half = in_a_fresh_process(language, sentences[::-2], dictionaries)
    assert half == forward[::-2]
    assert sum(text is not None for text in forward) > MANY // 2
