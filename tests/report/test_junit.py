"""JUnit XML against a grammar of its own, and read by a consumer."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from junitparser import Error, Failure, JUnitXml, TestCase, TestSuite
from lxml import etree

from pipeline.findings import Severity
from pipeline.report import FORMATS, CheckedFile, CheckReport
from tests.report.sample import ALT, EMPTY, FILE, GRADE, REPORT, readability, reports

GRAMMAR = Path(__file__).with_name("junit.rng")


@cache
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(GRAMMAR))


def read(report: CheckReport) -> JUnitXml:
    text = FORMATS["junit"](report)
    grammar().assertValid(etree.fromstring(text.encode()))
    return JUnitXml.fromstring(text.encode())


def suite(report: CheckReport, name: str) -> TestSuite:
    (found,) = [one for one in read(report) if one.name == name]
    return found


def case(report: CheckReport, name: str, path: str = "source/b.md") -> TestCase:
    (found,) = [one for one in suite(report, path) if one.name == name]
    return found


def test_the_grammar_objects_to_two_failures_of_a_case_and_to_a_figure_that_is_none() -> None:
    text = FORMATS["junit"](REPORT)
    twice = text.replace("</failure>", '</failure><failure message="" type="x" />', 1)
    for wrong in (twice, text.replace('errors="0"', 'errors="none"', 1), text.replace("testcase", "case")):
        assert wrong != text
        assert not grammar().validate(etree.fromstring(wrong.encode()))


def test_a_file_is_a_suite_and_a_section_a_case() -> None:
    suites = read(REPORT)
    assert [(one.name, one.tests, one.failures, one.errors) for one in suites] == [
        ("source/a.txt", 2, 0, 0),
        ("source/b.md", 3, 1, 0),
        ("source/c.md", 1, 0, 1),
    ]
    assert (suites.tests, suites.failures, suites.errors) == (6, 1, 1)
    assert [one.name for one in suite(REPORT, "source/b.md")] == ["(whole file)", "Care", "Call us"]
    assert [one.name for one in suite(REPORT, "source/a.txt")] == ["(whole file)", "(before the first heading)"]


def test_a_section_fails_by_what_shuts_the_gate_and_tells_the_rest() -> None:
    care = case(REPORT, "Care")
    (failure,) = care.result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("alt.missing", "The picture has no alt text.")
    assert failure.text.startswith("source/b.md:9:4: error alt.missing [en] The picture has no alt text.")
    assert "Say what it shows." in failure.text
    assert "warning reading.grade" in care.system_out
    assert "40 words counted, 3 left out; fkgl 7.2" in care.system_out
    assert case(REPORT, "Call us").is_passed


def test_several_findings_share_one_failure_worst_first() -> None:
    (failure,) = case(replace(REPORT, fail_on=Severity.WARNING), "Care").result
    assert failure.message == "1 error, 1 warning; first: The picture has no alt text."
    assert failure.text.index("alt.missing") < failure.text.index("reading.grade")


def test_a_finding_without_a_section_is_of_the_whole_file() -> None:
    report = replace(REPORT, fail_on=Severity.NOTE)
    (failure,) = case(report, "(whole file)", "source/a.txt").result
    assert failure.type == "read.decoded-windows-1252"
    alone = CheckReport((FILE,), fail_on=Severity.NOTE)
    assert [one.name for one in suite(alone, "source/a.txt")] == ["(whole file)"]
    assert read(alone).failures == 1


def test_a_file_that_could_not_be_read_is_an_error() -> None:
    (error,) = case(REPORT, "(whole file)", "source/c.md").result
    assert isinstance(error, Error)
    assert (error.type, error.message) == ("not checked", "source/c.md: the file is empty.")
    assert error.text == "Write something into it."


def test_scores_are_properties_of_the_file() -> None:
    found = {one.name: one.value for one in suite(REPORT, "source/b.md").properties()}
    assert found == {
        "language": "en", "words counted": "40", "words left out: heading": "3", "fkgl": "7.25", "smog": "8.50"
    }  # fmt: skip


def test_known_and_ignored_findings_are_told_and_fail_nothing() -> None:
    out = case(REPORT, "(whole file)").system_out
    assert "known: source/b.md:11:1: note reading.long-sentence The sentence has 31 words." in out
    assert "ignored (the caption says the rest): source/b.md:13:1: needs-review alt.short" in out


def test_cases_of_a_suite_have_names_of_their_own() -> None:
    figures = readability("Care", "(whole file)")
    twins = replace(figures, sections=(*figures.sections, replace(figures.sections[0], slug="care-2")))
    report = CheckReport((ALT, GRADE), (CheckedFile("source/b.md", twins),))
    names = [one.name for one in suite(report, "source/b.md")]
    assert names == ["(whole file)", "Care (care)", "(whole file) ((whole-file))", "Care (care-2)"]


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_white_space_and_order_are_kept_for_people(report: CheckReport) -> None:
    assert FORMATS["junit"](report).startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ')


@given(reports)
def test_any_report_is_well_formed_and_valid_and_no_finding_is_lost(report: CheckReport) -> None:
    suites = read(report)
    told = "".join(etree.fromstring(FORMATS["junit"](report).encode()).itertext())
    for found in (*report.findings, *report.known):
        assert told.count(f" {found.code} ") >= 1
    assert suites.errors == len(report.failed)
    assert (suites.failures > 0) is bool(report.shuts)
