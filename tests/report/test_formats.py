import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import Finding, Severity, Where
from pipeline.report import FORMATS, CheckedFile, CheckReport, Failed
from tests.report.sample import ALT, EMPTY, FILE, GRADE, KNOWN, REPORT, REVIEW, readability, reports


def test_text_is_a_line_a_finding_in_order_then_files_figures_baseline_and_standards() -> None:
    assert (
        FORMATS["text"](REPORT)
        == (
            "source/a.txt: note read.decoded-windows-1252 Read as Windows-1252.\n"
            "source/a.txt:3:1: needs-review read.description A description of a picture.\n"
            "source/b.md:7:1: warning reading.grade [en] Section “Care” reads at grade 9.1.\n"
            "    Split its longest sentences.\n"
            "source/b.md:9:4: error alt.missing [en] The picture has no alt text.\n"
            "    Say what it shows.\n"
            "source/c.md: not checked: the file is empty.\n"
            "    Write something into it.\n"
            "source/a.txt: 40 words counted, 3 left out (3 heading); fkgl 7.2, smog 8.5\n"
            "source/b.md: 40 words counted, 3 left out (3 heading); fkgl 7.2, smog 8.5; hardest: Care, fkgl 7.2\n"
            "2 files checked: 80 words counted, 6 left out.\n"
            "1 file not checked.\n"
            "1 error, 1 warning, 1 to review, 1 note\n"
            "Baseline baseline.json: 1 known and not counted above (1 note), 2 gone.\n"
            "1 ignored, as the texts ask.\n"
            "CDC Clear Communication Index: 1 of 20 items checked here, 0 with findings"
        )
        + FORMATS["text"](REPORT).partition("0 with findings")[2]
    )


def test_text_says_what_a_person_has_to_look_at_and_gives_no_score() -> None:
    standards = [line for line in FORMATS["text"](REPORT).splitlines() if "items checked here" in line]
    assert len(standards) == 3
    assert all("a person" in line for line in standards)
    assert "%" not in "".join(standards)


def test_nothing_found_is_said() -> None:
    assert FORMATS["text"](EMPTY) == "Nothing found.\n"


def test_a_file_that_could_not_be_read_is_never_clean() -> None:
    broken = Failed("a.md", "a.md is empty.")
    alone = CheckReport((), failed=(broken,))
    beside = replace(alone, files=(CheckedFile("b.md", readability("Care")),))
    assert FORMATS["text"](alone).splitlines()[-2:] == ["1 file not checked.", "Nothing was checked."]
    assert "Nothing found in the rest." in FORMATS["text"](beside)
    for report in (alone, beside):
        assert json.loads(FORMATS["json"](report))["gate"]["shut"]
        assert not json.loads(FORMATS["sarif"](report))["runs"][0]["invocations"][0]["executionSuccessful"]
        assert "<error " in FORMATS["junit"](report)
        assert FORMATS["github"](report).startswith("::error file=a.md,title=not checked::a.md is empty.")


def test_several_of_a_kind_are_counted() -> None:
    assert FORMATS["text"](CheckReport((ALT, ALT))).endswith("\n2 errors\n")


def test_a_line_cannot_steer_the_terminal() -> None:
    found = Finding("alt.short", Severity.NOTE, "red \x1b[31m\r\n\u202etext", Where("so\x07urce\n.md"))
    text = FORMATS["text"](CheckReport((found,)))
    assert text == "so urce .md: note alt.short red [31m text\n1 note\n"


def test_json_has_every_key_always() -> None:
    value = json.loads(FORMATS["json"](REPORT))
    assert value.keys() == json.loads(FORMATS["json"](EMPTY)).keys()
    assert value["schema_version"] == 2
    assert value["summary"] == {
        **{"error": 1, "warning": 1, "needs-review": 1, "note": 1, "total": 4},
        **{"known": 1, "ignored": 1, "files": 2, "failed": 1},
    }
    assert value["findings"][0]["where"] == {
        "path": "source/a.txt", "line": None, "column": None, "section": None, "segment": None, "language": None,
        "end_line": None, "end_column": None,
    }  # fmt: skip
    assert value["findings"][2] == {
        "code": "reading.grade",
        "severity": "warning",
        "message": "Section “Care” reads at grade 9.1.",
        "hint": "Split its longest sentences.",
        "standard": "WCAG 3.1.5",
        "value": 9.1,
        "about": GRADE.about,
        "where": {
            "path": "source/b.md", "line": 7, "column": 1, "section": "care", "segment": None, "language": "en",
            "end_line": None, "end_column": None,
        },
    }  # fmt: skip
    assert [found["code"] for found in value["known"]] == [KNOWN.code]
    assert [(found["code"], found["reason"]) for found in value["ignored"]] == [
        ("alt.short", "the caption says the rest")
    ]
    assert value["failed"][0]["path"] == "source/c.md"
    assert value["baseline"] == {"path": "baseline.json", "fixed": 2}
    assert value["gate"] == {"fail_on": "error", "shut": True}


def test_json_has_every_score_with_what_was_counted_and_left_out_by_section() -> None:
    first, second = json.loads(FORMATS["json"](REPORT))["files"]
    assert (first["path"], second["path"]) == ("source/a.txt", "source/b.md")
    for part in (second, *second["sections"]):
        assert part["scores"] == {"fkgl": 7.25, "smog": 8.5}
        assert part["counted"]["words"] == 40
        assert part["left_out"] == {"words": 3, "why": {"heading": 3}}
    assert [section["heading"] for section in second["sections"]] == ["Care", "Call us"]


def test_the_gate_is_shut_by_the_level_asked_for() -> None:
    for level, shut in ((Severity.ERROR, False), (Severity.WARNING, False), (Severity.NEEDS_REVIEW, True)):
        report = CheckReport((REVIEW, FILE), fail_on=level)
        assert json.loads(FORMATS["json"](report))["gate"]["shut"] is shut


@pytest.mark.parametrize("name", FORMATS)
@given(findings=st.permutations(REPORT.findings), files=st.permutations(REPORT.files))
def test_the_order_they_come_in_changes_nothing(name: str, findings: list[Finding], files: list[CheckedFile]) -> None:
    assert FORMATS[name](replace(REPORT, findings=tuple(findings), files=tuple(files))) == FORMATS[name](REPORT)


@pytest.mark.parametrize("name", FORMATS)
@given(report=reports)
def test_any_report_can_be_written_as_utf_8_and_ends_its_last_line(name: str, report: CheckReport) -> None:
    assert FORMATS[name](report).encode("utf-8").endswith(b"\n")


@given(reports)
def test_text_is_a_line_a_finding_and_one_a_hint_whatever_they_say(report: CheckReport) -> None:
    lines = FORMATS["text"](CheckReport(report.findings)).splitlines()
    assert all(line.isprintable() for line in lines)
    assert len(lines) == len(report.findings) + sum(1 for one in report.findings if one.hint) + 1


@given(reports)
def test_json_gives_back_every_word(report: CheckReport) -> None:
    value = json.loads(FORMATS["json"](report))
    for key in ("findings", "known"):
        words = [(one.message, one.hint, one.where.path) for one in getattr(report, key)]
        # Two halves of a pair side by side are one character to JSON.
        told = [tuple(json.loads(json.dumps(one))) for one in words]
        assert sorted((row["message"], row["hint"], row["where"]["path"]) for row in value[key]) == sorted(told)
