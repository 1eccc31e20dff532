"""`plainleaf delta`, from two runs of `plainleaf score`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builds import LEAFLET, write
from tests.test_cli import plainleaf
from tests.test_cli_score import HARD


def test_two_runs_of_score_make_a_table(tmp_path: Path) -> None:
    write(tmp_path, "texts/wound.txt", LEAFLET)
    write(tmp_path, "texts/same.txt", LEAFLET)
    assert plainleaf("score", "texts", "--format", "json", "-o", "before.json", cwd=tmp_path).returncode == 0
    write(tmp_path, "texts/wound.txt", f"{LEAFLET}\n{HARD}\n")
    write(tmp_path, "texts/new.txt", LEAFLET)
    assert plainleaf("score", "texts", "--format", "json", "-o", "after.json", cwd=tmp_path).returncode == 0
    done = plainleaf("delta", "before.json", "after.json", "--format", "json", cwd=tmp_path)
    made = json.loads(done.stdout)
    assert [(one["path"], one["status"], one["direction"]) for one in made["files"]] == [
        ("texts/new.txt", "new", None),
        ("texts/wound.txt", "changed", "harder"),
    ]
    assert made["files"][1]["worst_section"]["heading"] == "When to call"
    text = plainleaf("delta", "before.json", "after.json", cwd=tmp_path).stdout
    assert "texts/wound.txt: fkgl" in text
    done = plainleaf("delta", "before.json", "after.json", "--format", "markdown", "-o", "delta.md", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "| `texts/wound.txt` |" in (tmp_path / "delta.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("none.json", "good.json"), 4, "none.json"),
        (("good.json", "list.json"), 4, "list.json"),
        (("good.json", "broken.json"), 4, "broken.json"),
        (("good.json", "row.json"), 4, "plainleaf score"),
        (("good.json", "good.json", "--format", "html"), 2, "markdown"),
        (("good.json", "good.json", "-o", "folder"), 5, "folder"),
        (("good.json",), 2, "AFTER.json"),
    ],
)
def test_bad_input_is_answered(tmp_path: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    write(tmp_path, "good.json", '{"documents": []}')
    write(tmp_path, "list.json", "[]")
    write(tmp_path, "broken.json", "{")
    write(tmp_path, "row.json", '{"documents": [{"path": "a"}]}')
    (tmp_path / "folder").mkdir()
    done = plainleaf("delta", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
