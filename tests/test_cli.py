"""The command line as a user meets it: a process of its own, its streams and its exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builds import LEAFLET, write

COMMANDS = "build check score delta simplify translate compare speak review glossary models doctor explain init clean"
HARD = "The physician will commence treatment, and the individual should utilize the medication prior to meals."


def plainleaf(*arguments: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_help_names_every_command_and_none_that_is_not_there(tmp_path: Path) -> None:
    done = plainleaf("--help", cwd=tmp_path)
    assert done.returncode == 0
    listed = {line.split()[0] for line in done.stdout.partition("Commands:")[2].splitlines() if line.strip()}
    assert listed == set(COMMANDS.split())


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("build", "none.txt"), 4, "none.txt"),
        (("build", "a.txt", "--to", "xx"), 2, "xx"),
        (("build", "--no-such-option"), 2, "no-such-option"),
        (("score", "none.txt"), 4, "none.txt"),
        (("score", "a.txt", "--format", "xml"), 2, "xml"),
        (("check", "a.txt", "--only", "nothing"), 2, "nothing"),
        (("check", "a.txt", "--fail-on", "never"), 2, "never"),
        (("simplify", "empty.txt"), 4, "empty"),
        (("simplify", "a.txt", "--lines", "--explain"), 2, "--lines"),
        (("translate", "a.txt", "--to", "xx"), 2, "xx"),
        (("translate", "a.txt", "--to", "es", "--engine", "nothing"), 2, "nothing"),
        (("compare", "a.txt", "three.txt", "--lines"), 4, "lines"),
        (("compare", "a.txt", "a.txt"), 4, "editions"),
        (("speak", "a.txt", "--to", "en", "-o", "folder"), 5, "folder"),
        (("explain", "no.such"), 2, "no.such"),
        (("build", "a.txt", "--config", "wrong.toml"), 2, "biuld"),
    ],
)
def test_bad_input_is_answered_with_its_exit_code(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "three.txt", "one\ntwo\nthree\n")
    write(tmp_path, "empty.txt", "")
    write(tmp_path, "wrong.toml", "[biuld]\n")
    (tmp_path / "folder").mkdir()
    done = plainleaf(*arguments, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_build_says_what_it_did_and_then_that_nothing_is_to_do(tmp_path: Path) -> None:
    write(tmp_path / "source", "wound.txt")
    write(tmp_path, "plainleaf.toml", '[build]\nlanguages = ["es"]\n')
    assert "would build" in plainleaf("build", "--dry-run", cwd=tmp_path).stdout
    assert not (tmp_path / "outputs").exists()
    first = plainleaf("build", cwd=tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    assert "index.html" in first.stdout
    for language in ("en", "es"):
        sections = tmp_path / "outputs" / "wound" / language / "sections"
        assert {path.suffix for path in sections.iterdir()} == {".html", ".txt", ".mp3", ".vtt"}
    second = plainleaf("build", cwd=tmp_path)
    assert second.returncode == 0
    assert "Nothing to do" in second.stdout
    cleaned = plainleaf("clean", cwd=tmp_path)
    assert cleaned.returncode == 0
    assert not list((tmp_path / "outputs").rglob("*.html"))
    assert not (tmp_path / ".plainleaf" / "store").exists()


def test_score_gives_figures_by_section_and_what_was_left_out(tmp_path: Path) -> None:
    write(tmp_path, "texts/wound.txt")
    done = plainleaf("score", "texts", "--format", "json", cwd=tmp_path)
    document = json.loads(done.stdout)["documents"][0]
    assert document["path"] == "texts/wound.txt"
    assert [section["heading"] for section in document["sections"]] == ["Keep it dry", "When to call"]
    assert document["counted"]["sentences"] == 4
    assert document["left_out"]["words"] > 0
    assert {"fkgl", "smog", "flesch"} <= set(document["scores"])
    assert "Keep it dry" in plainleaf("score", "texts", cwd=tmp_path).stdout


def test_score_by_line_gives_one_object_for_each_line(tmp_path: Path) -> None:
    done = plainleaf("score", "-", "--lines", cwd=tmp_path, stdin="Take it.\n\nTake 2.5 mg of it every day.\n")
    assert [row["words"] for row in rows(done)] == [2, 0, 7]


def test_simplify_by_line_keeps_the_number_of_lines(tmp_path: Path) -> None:
    done = plainleaf("simplify", "-", "--lines", cwd=tmp_path, stdin=f"{HARD}\n\nTake it.\n")
    first, second, third = done.stdout.split("\n")[:3]
    assert "doctor" in first
    assert (second, third) == ("", "Take it.")
    assert done.stdout.count("\n") == 3


def test_simplify_explains_every_edit(tmp_path: Path) -> None:
    done = plainleaf("simplify", "-", "--format", "json", cwd=tmp_path, stdin=HARD)
    edits = [edit for segment in json.loads(done.stdout)["segments"] for edit in segment["edits"]]
    assert {"utilize", "physician"} <= {edit["entry"] for edit in edits}
    assert all(edit["reason"] for edit in edits)
    assert "changed [" in plainleaf("simplify", "-", "--explain", cwd=tmp_path, stdin=HARD).stdout


def test_translate_by_line_keeps_lines_and_doses(tmp_path: Path) -> None:
    lines = "Wash your hands.\n\nTake 2.5 mg every 8 hours.\n"
    done = plainleaf("translate", "-", "--to", "es", "--lines", cwd=tmp_path, stdin=lines)
    assert done.stdout.count("\n") == 3
    assert "manos" in done.stdout.splitlines()[0]
    assert "mg" in done.stdout.splitlines()[2]


def test_compare_shuts_on_a_changed_dose_and_a_lost_negation(tmp_path: Path) -> None:
    write(tmp_path, "source.txt", "Take 5 mg.\nDo not drive.\nCall 911.\n")
    write(tmp_path, "good.txt", "Tome 5 mg.\nNo conduzca.\nLlame al 911.\n")
    write(tmp_path, "bad.txt", "Tome 50 mg.\nConduzca.\nLlame al 911.\n")
    good = plainleaf("compare", "source.txt", "good.txt", "--from", "en", "--to", "es", "--lines", cwd=tmp_path)
    assert (good.returncode, [row["ok"] for row in rows(good)]) == (0, [True, True, True])
    bad = plainleaf("compare", "source.txt", "bad.txt", "--from", "en", "--to", "es", "--lines", cwd=tmp_path)
    assert (bad.returncode, [row["ok"] for row in rows(bad)]) == (1, [False, False, True])


def test_compare_holds_editions_against_each_other(tmp_path: Path) -> None:
    write(tmp_path / "source", "wound.txt")
    write(tmp_path, "plainleaf.toml", '[build]\nlanguages = ["es"]\naudio = false\n')
    assert plainleaf("build", cwd=tmp_path).returncode == 0
    editions = tmp_path / "outputs" / "wound" / "editions"
    original, plain, spanish = (str(editions / f"{name}.json") for name in ("original", "en", "es"))
    assert rows(plainleaf("compare", original, plain, cwd=tmp_path))[0]["ok"] is True
    assert rows(plainleaf("compare", plain, spanish, cwd=tmp_path))[0]["ok"] is True
    changed = (editions / "en.json").read_text("utf-8").replace("48 hours", "84 hours")
    write(tmp_path, "changed.json", changed)
    done = plainleaf("compare", original, "changed.json", cwd=tmp_path)
    assert done.returncode == 1
    assert rows(done)[0]["ok"] is False


def test_check_is_a_gate(tmp_path: Path) -> None:
    write(tmp_path, "hard.txt", "Title of it\n\n" + (HARD + " ") * 5)
    done = plainleaf("check", "hard.txt", "--fail-on", "warning", cwd=tmp_path)
    assert done.returncode == 1
    assert "hard.txt:" in done.stdout
    findings = json.loads(plainleaf("check", "hard.txt", "--format", "json", cwd=tmp_path).stdout)["findings"]
    assert any(found["code"] == "reading.grade" for found in findings)


def test_a_file_that_could_not_be_read_is_never_clean(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Wash your hands.\n")
    write(tmp_path, "b.txt", b"\x00\x01\x02" * 50)
    done = plainleaf("check", "a.txt", "b.txt", cwd=tmp_path)
    assert done.returncode == 6
    assert "b.txt" in done.stderr


def test_speak_writes_an_mp3(tmp_path: Path) -> None:
    done = plainleaf("speak", "-", "--to", "es", "-o", "a.mp3", cwd=tmp_path, stdin="Tome una tableta con agua.")
    assert done.returncode == 0, done.stderr
    data = (tmp_path / "a.mp3").read_bytes()
    assert len(data) > 3000
    assert data[0] == 0xFF
    assert data[1] & 0xE0 == 0xE0


def test_init_writes_settings_that_load_and_never_overwrites(tmp_path: Path) -> None:
    assert plainleaf("init", cwd=tmp_path).returncode == 0
    write(tmp_path / "source", "wound.txt", LEAFLET)
    assert plainleaf("build", "--dry-run", cwd=tmp_path).returncode == 0
    assert plainleaf("init", cwd=tmp_path).returncode == 2


def test_doctor_finds_every_engine_of_the_defaults(tmp_path: Path) -> None:
    done = plainleaf("doctor", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "missing" not in done.stdout


def test_explain_lists_and_explains(tmp_path: Path) -> None:
    assert "read.description" in plainleaf("explain", cwd=tmp_path).stdout
    assert "picture" in plainleaf("explain", "read.description", cwd=tmp_path).stdout


def test_a_glossary_with_a_fault_shuts_the_gate_and_names_it(tmp_path: Path) -> None:
    write(tmp_path, "own.toml", '[meta]\nlanguage = "en"\n[[entry]]\nterm = "utilize"\npos = "noun"\n')
    done = plainleaf("glossary", "check", "own.toml", cwd=tmp_path)
    assert done.returncode == 1
    assert "own.toml:" in done.stdout


def test_the_glossary_of_the_project_is_clean(tmp_path: Path) -> None:
    done = plainleaf("glossary", "check", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
