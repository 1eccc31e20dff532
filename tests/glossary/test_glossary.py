"""Glossary files: what is read, what overrides what, and what an editor is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import GlossaryError
from pipeline.findings import Severity
from pipeline.glossary import check as check_glossary
from pipeline.glossary import fingerprint
from pipeline.glossary import load as load_glossary
from pipeline.glossary.entries import Entry, Pos, Treatment, read_file

USE = '[[entry]]\nterm = "utilize"\npos = "verb"\ntreatment = "replace"\nplain = "use"\n'


def write(folder: Path, text: str, name: str = "plain-own.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_an_entry_is_read_with_its_defaults(tmp_path: Path) -> None:
    entries, problems = read_file(write(tmp_path, USE))
    assert entries == (Entry("utilize", Pos.VERB, Treatment.REPLACE, "use"),)
    assert problems == ()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('plain = "use"\nplane = "x"', "no such field"),
        ('plain = "use"\nforms = { plural = "x" }', "has no such form"),
        ("", "needs plain"),
        ('plain = "use"\nvariants = "utilise"', "variants"),
        ('plain = "use"\nvariants = [""]', "empty"),
    ],
)
def test_a_wrong_entry_is_named_with_its_line(tmp_path: Path, wrong: str, said: str) -> None:
    text = '# a comment\n\n[[entry]]\nterm = "utilize"\npos = "verb"\ntreatment = "replace"\n' + wrong + "\n"
    entries, problems = read_file(write(tmp_path, text))
    assert entries == ()
    assert problems[0].line == 3
    assert "utilize" in problems[0].message
    assert said in problems[0].message


@pytest.mark.parametrize(
    "row",
    [
        'term = "biopsy"\npos = "noun"\ntreatment = "define"',
        'term = "biopsy"\npos = "noun"\ntreatment = "keep"\nplain = "test"',
        'term = "biopsy"\npos = "noun"\ntreatment = "replace"\nplain = "test"\nframe = { "of" = "" }',
        'term = "biopsy"\npos = "thing"\ntreatment = "keep"',
        'pos = "noun"\ntreatment = "keep"',
    ],
)
def test_entries_that_cannot_be_used(tmp_path: Path, row: str) -> None:
    path = write(tmp_path, f"[[entry]]\n{row}\n")
    assert read_file(path)[1]
    with pytest.raises(GlossaryError, match=r"plain-own\.toml:1"):
        load_glossary([path])


def test_entries_written_in_one_line_are_not_lost(tmp_path: Path) -> None:
    path = write(tmp_path, 'entry = [{ term = "commence", pos = "verb", treatment = "replace", plain = "begin" }]\n')
    assert [entry.term for entry in read_file(path)[0]] == ["commence"]


def test_a_users_entry_wins_over_ours_for_the_same_term_and_part_of_speech(tmp_path: Path) -> None:
    path = write(tmp_path, USE.replace('"use"', '"work with"'))
    found = [entry.plain for entry in load_glossary([path]).entries if entry.term == "utilize"]
    assert found == ["work with"]


def test_files_of_one_folder_add_to_each_other(tmp_path: Path) -> None:
    (tmp_path / "plain-a.toml").write_text(USE, "utf-8")
    other = USE.replace('"use"', '"work with"') + 'beside = ["patient"]\n'
    (tmp_path / "plain-b.toml").write_text(other, "utf-8")
    found = [entry.plain for entry in load_glossary([tmp_path]).entries if entry.term == "utilize"]
    assert found == ["use", "work with"]


@pytest.mark.parametrize("text", ["[[entry]", '[meta]\nlanguage = "fr"\n', "[terms]\n"])
def test_a_file_that_cannot_be_used(tmp_path: Path, text: str) -> None:
    with pytest.raises(GlossaryError):
        load_glossary([write(tmp_path, text)])


def test_paths_that_are_not_there_or_hold_no_glossary(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="there is no glossary"):
        load_glossary([tmp_path / "gone.toml"])
    with pytest.raises(GlossaryError, match="no glossary in the folder"):
        load_glossary([tmp_path])


def test_the_fingerprint_changes_with_an_entry(tmp_path: Path) -> None:
    path = write(tmp_path, USE)
    before = fingerprint([path])
    assert before == fingerprint([path]) != fingerprint()
    write(tmp_path, USE.replace("utilize", "utilise"))
    assert fingerprint([path]) != before


def codes(folder: Path, text: str) -> list[tuple[str, int | None]]:
    return [(found.code, found.where.line) for found in check_glossary([write(folder, text)])]


def test_a_good_glossary_has_no_findings(tmp_path: Path) -> None:
    good = USE + (
        '[[entry]]\nterm = "biopsy"\npos = "noun"\ntreatment = "define"\nsource = "MedlinePlus"\n'
        'definition = "A biopsy is a test on a small piece of the body."\n'
    )
    assert codes(tmp_path, good) == []


def test_two_entries_for_one_word(tmp_path: Path) -> None:
    assert codes(tmp_path, USE + USE) == [("glossary.conflict", 2)]


def test_context_tells_two_entries_apart(tmp_path: Path) -> None:
    assert codes(tmp_path, USE + USE + 'needs = ["tool"]\n') == []


def test_a_wording_that_would_be_replaced_again(tmp_path: Path) -> None:
    chain = '[[entry]]\nterm = "leverage"\npos = "verb"\ntreatment = "replace"\nplain = "utilize"\n'
    assert ("glossary.chain", 2) in codes(tmp_path, chain + USE)


def test_a_wording_that_is_harder(tmp_path: Path) -> None:
    assert codes(tmp_path, USE.replace('"use"', '"promulgate"')) == [("glossary.harder", 2)]


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        ("A biopsy is a test. It is quick.", "one sentence"),
        ("A biopsy is a test of 2 cells.", "number"),
        ("A biopsy is not a scan.", "is not"),
        ("This is a test on the body.", "begin with the term"),
        ("A biopsy is a histopathological examination of representative tissue specimens.", "grade"),
    ],
)
def test_definitions(tmp_path: Path, definition: str, said: str) -> None:
    row = '[[entry]]\nterm = "biopsy"\npos = "noun"\ntreatment = "define"\nsource = "MedlinePlus"\n'
    found = check_glossary([write(tmp_path, f'{row}definition = "{definition}"\n')])
    assert [finding.code for finding in found] == ["glossary.definition"]
    assert said in found[0].message


def test_plainleafs_own_glossary_has_no_errors() -> None:
    assert [found for found in check_glossary() if found.severity is Severity.ERROR] == []
    assert load_glossary().entries


@pytest.mark.parametrize(
    ("plain", "forms", "expected"),
    [
        ("bedwetting", "", ["glossary.form"]),
        ("bedwetting", 'forms = { plural = "bedwetting" }\n', []),
        ("child", "", []),
        ("lump", "", []),
    ],
)
def test_a_form_that_is_no_word_has_to_be_given(tmp_path: Path, plain: str, forms: str, expected: list[str]) -> None:
    text = f'[[entry]]\nterm = "nocturnal enuresis"\npos = "noun"\ntreatment = "replace"\nplain = "{plain}"\n{forms}'
    assert [code for code, _ in codes(tmp_path, text)] == expected


def test_forms_of_verbs_are_looked_at_too(tmp_path: Path) -> None:
    found = codes(tmp_path, USE.replace('"use"', '"flumph"'))
    assert "glossary.form" in [code for code, _ in found]
