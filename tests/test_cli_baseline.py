"""`plainleaf check --baseline` from outside: what is new or worse, and what a report may stand for."""

from __future__ import annotations

from pathlib import Path

from tests.builds import write
from tests.test_cli import plainleaf
from tests.test_cli_check import ODD, TEXT, codes, report


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


def test_one_word_more_in_a_sentence_leaves_its_other_findings_known(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Your tablets\n\nTake 5.0 mg with food.\n")
    plainleaf("check", "a.txt", "--format", "json", "-o", "b.json", cwd=tmp_path)
    against = ("a.txt", "--baseline", "b.json")
    write(tmp_path, "a.txt", "Your tablets\n\nAlways take 5.0 mg with food.\n")
    assert codes(report(tmp_path, *against)) == []
    write(tmp_path, "a.txt", "Your tablets\n\nTake 5.0 mg with food. At night take 5.0 mg too.\n")
    assert codes(report(tmp_path, *against)) == ["dose.trailing-zero"]


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
