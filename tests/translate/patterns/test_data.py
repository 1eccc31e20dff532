"""A pattern that a translator got wrong is named, with what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import GlossaryError
from pipeline.translate.patterns import LANGUAGES, data, fingerprint

RIGHT = "Take {amount} now[ with {food}]."


def write(folder: Path, wordings: dict[str, str], english: str = RIGHT) -> Path:
    rows = "\n".join(f"{language} = '{text}'" for language, text in wordings.items())
    text = f"[[pattern]]\nname = 'take'\nen = ['{english}']\nmatch = ['x']\nmiss = ['y']\n{rows}\n"
    (folder / "a.toml").write_text(text, "utf-8")
    return folder


def test_a_right_pattern_is_read(tmp_path: Path) -> None:
    (pattern,) = data.load(write(tmp_path, dict.fromkeys(LANGUAGES, RIGHT))).patterns
    assert pattern.english == (RIGHT,)
    assert set(pattern.wordings) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        ("Take now[ with {food}].", "other parameters"),
        ("Take {amount} {amount} now[ with {food}].", "other parameters"),
        ("Take {amount} now with {food}.", "other optional parts"),
        ("Take[ {amount}] now[ with {food}].", "other optional parts"),
        ("Take {amount} now[ with {food}]}.", "a bracket too many"),
        ("Take {amount} now[ please][ with {food}].", "other optional parts"),
        ("", "lacks fr"),
    ],
)
def test_a_wrong_wording_is_named(tmp_path: Path, wording: str, told: str) -> None:
    with pytest.raises(GlossaryError, match="take") as caught:
        data.load(write(tmp_path, dict.fromkeys(LANGUAGES, RIGHT) | {"fr": wording}))
    assert told in str(caught.value)


def test_broken_toml_a_missing_language_and_a_name_twice_are_errors(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[[pattern", "utf-8")
    with pytest.raises(GlossaryError, match=r"a\.toml"):
        data.load(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    (other / "lists-a.toml").write_text("[[form]]\nen = ['pill']\nes = { one = '# tableta' }\n", "utf-8")
    with pytest.raises(GlossaryError, match="form pill"):
        data.load(other)
    write(other, dict.fromkeys(LANGUAGES, RIGHT))
    (other / "lists-a.toml").write_bytes((other / "a.toml").read_bytes())
    with pytest.raises(GlossaryError, match="twice"):
        data.load(other)


def test_the_fingerprint_changes_with_the_files(tmp_path: Path) -> None:
    first = data.load(write(tmp_path, dict.fromkeys(LANGUAGES, RIGHT))).digest
    other = tmp_path / "other"
    other.mkdir()
    assert first != data.load(write(other, dict.fromkeys(LANGUAGES, RIGHT + " "))).digest
    assert data.load().digest in fingerprint("es")
    assert fingerprint("es") != fingerprint("fr")
