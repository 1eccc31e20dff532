from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.settings import Settings, load


def write(folder: Path, text: str) -> Path:
    path = folder / "plainleaf.toml"
    path.write_text(text, "utf-8")
    return path


def test_defaults_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load() == Settings()


def test_the_nearest_file_above_is_used_and_paths_are_relative_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, '[build]\nout = "made"\n')
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    settings = load()
    assert settings.path(settings.build.out) == tmp_path / "made"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[biuld]\nout = 'x'\n", "biuld: no such setting"),
        ("[build]\nlangauges = []\n", "build.langauges: no such setting"),
        ("root = '/'\n", "root: no such setting"),
        ("[simplify]\nmax_words = 'many'\n", "simplify.max_words"),
        ("[simplify]\nmax_words = 2\n", "simplify.max_words"),
        ("[check]\nfail_on = 'never'\n", "check.fail_on"),
        ("[speak]\nwords_per_minute = 9000\n", "speak.words_per_minute"),
        ("[check]\nseverity = { 'reading.grade' = 'bad' }\n", "check.severity.reading.grade: "),
        ("[[check.overrides]]\nfiles = ['a']\nseverity = { alt = 1 }\n", "check.overrides.0.severity.alt: "),
        ("[check]\nmax_grade = nan\n", "check.max_grade: "),
    ],
)
def test_a_wrong_key_is_named_with_its_file(tmp_path: Path, text: str, named: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(UsageError) as raised:
        load(path)
    assert named in str(raised.value)
    assert str(path) in str(raised.value)


def test_every_wrong_key_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        load(write(tmp_path, "[build]\na = 1\n[read]\nb = 2\n"))
    assert "build.a" in str(raised.value)
    assert "read.b" in str(raised.value)


@pytest.mark.parametrize("text", ["[build", "= 1", "\x00"])
def test_invalid_toml_is_a_clear_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match="not valid TOML"):
        load(write(tmp_path, text))


def test_a_missing_file_that_was_named_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        load(tmp_path / "none.toml")


def test_the_commented_sample_holds_exactly_the_defaults() -> None:
    sample = files("pipeline").joinpath("cli", "plainleaf.toml").read_text("utf-8")
    assert Settings.model_validate(tomllib.loads(sample)) == Settings()
    keys = {name: set(table) for name, table in tomllib.loads(sample).items()}
    keys["check"] |= set(re.findall(r"^# (?:\[\[check\.)?(\w+)(?: =|\]\])", sample, re.MULTILINE))
    assert keys == {
        name: set(type(getattr(Settings(), name)).model_fields) for name in Settings.model_fields if name != "root"
    }
