from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.check.overrides import fits, for_file
from pipeline.findings import Severity
from pipeline.settings import Check, load


@pytest.mark.parametrize(
    ("place", "glob"),
    [
        ("a.txt", "a.txt"),
        ("a.txt", "*.txt"),
        ("a.txt", "**/*.txt"),
        ("a.txt", "**"),
        ("source/a.txt", "source/*"),
        ("source/a.txt", "./source/*"),
        ("source/a.txt", "source"),
        ("source/deep/a.txt", "source/"),
        ("source/a/b/c.txt", "source/**/c.txt"),
        ("source/c.txt", "source/**/c.txt"),
        ("source/a/b/c.txt", "source/**"),
        ("source/a/b/c.txt", "**/b/*"),
        ("source/clinic/a.md", "source\\clinic\\*"),
        ("leaflet-1.txt", "leaflet-[0-9].txt"),
        ("über/a.txt", "über/?.txt"),
        ("a/b/a/b/c", "**/a/**/b/c"),
    ],
)
def test_globs_that_fit(place: str, glob: str) -> None:
    assert fits(place, glob)


@pytest.mark.parametrize(
    ("place", "glob"),
    [
        ("source/a.txt", "*.txt"),
        ("source/deep/a.txt", "source/*"),
        ("source/a.txt", "sour"),
        ("sources/a.txt", "source"),
        ("source/a.txt", "a.txt"),
        ("a.txt", "A.txt"),
        ("a.txt", ""),
        ("a.txt", "a.txt/*"),
        ("../a.txt", "*.txt"),
        ("source/a.txt", "source/a.txt/**/b"),
    ],
)
def test_globs_that_do_not_fit(place: str, glob: str) -> None:
    assert not fits(place, glob)


def test_many_stars_take_no_time() -> None:
    assert not fits("/".join(["a"] * 300), "/".join(["**", "a"] * 150 + ["b"]))


def settings(folder: Path, text: str) -> Check:
    path = folder / "plainleaf.toml"
    path.write_text(text, "utf-8")
    return load(path).check


def test_a_file_gets_the_figures_of_every_override_that_fits_the_last_one_over_the_others(tmp_path: Path) -> None:
    check = settings(
        tmp_path,
        """
        [check]
        max_grade = 7.0
        disable = ["alt"]
        [[check.overrides]]
        files = ["source/for-clinicians/**"]
        max_grade = 12.0
        disable = []
        severity = { "reading.grade" = "error" }
        [[check.overrides]]
        files = ["**/*.md"]
        profile = "nhs"
        max_grade = 9.0
        """,
    )
    plain = for_file(check, str(tmp_path / "source" / "a.txt"), tmp_path)
    assert (plain.max_grade, plain.disable, plain.profile) == (7.0, ("alt",), "us")
    clinic = for_file(check, str(tmp_path / "source" / "for-clinicians" / "x" / "a.txt"), tmp_path)
    assert (clinic.max_grade, clinic.disable, clinic.severity) == (12.0, (), (("reading.grade", Severity.ERROR),))
    both = for_file(check, str(tmp_path / "source" / "for-clinicians" / "a.md"), tmp_path)
    assert (both.max_grade, both.profile, both.disable) == (9.0, "nhs", ())
    outside = for_file(check, str(tmp_path.parent / "a.md"), tmp_path)
    assert outside.max_grade == 7.0


def test_a_relative_path_is_looked_up_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check = settings(tmp_path, '[[check.overrides]]\nfiles = ["source/a.txt"]\nmax_grade = 12.0\n')
    (tmp_path / "source").mkdir()
    monkeypatch.chdir(tmp_path / "source")
    assert for_file(check, "a.txt", tmp_path).max_grade == 12.0
    assert for_file(check, "../source/a.txt", tmp_path).max_grade == 12.0
    assert for_file(check, "../a.txt", tmp_path).max_grade is None
