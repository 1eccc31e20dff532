from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.baseline import Known, compare, load
from pipeline.errors import UsageError
from pipeline.findings import Finding, Where, finding
from pipeline.report import FORMATS, CheckReport
from pipeline.report.as_json import SCHEMA_VERSION

FINDINGS = st.builds(
    lambda code, path, line, section, about, value: replace(
        finding(code, "m", Where(path, line, 1, section), about=about), value=value
    ),
    st.sampled_from(["reading.grade", "reading.long-sentence", "read.no-title"]),
    st.sampled_from(["a.txt", "b/c.md"]),
    st.one_of(st.none(), st.integers(1, 99)),
    st.sampled_from([None, "one", "two"]),
    st.sampled_from(["", "Take it.", "Call us."]),
    st.one_of(st.none(), st.sampled_from([8.1, 8.14, 9.0, 30.0])),
)


def with_value(value: str) -> str:
    row = json.dumps({"code": "x", "where": {"path": "a", "section": None}, "about": "", "value": 0})
    return f'{{"schema_version": {SCHEMA_VERSION}, "findings": [{row.replace(": 0", f": {value}")}], "known": []}}'


def always(_known: Known) -> bool:
    return True


def baseline(folder: Path, *findings: Finding, known: tuple[Finding, ...] = ()) -> tuple[Known, ...]:
    path = folder / "baseline.json"
    path.write_text(FORMATS["json"](CheckReport(findings, known=known)), "utf-8")
    return load(path)


def held(found: Finding) -> Known:
    return Known(found.code, found.where.path, found.where.section, found.about, found.value)


def long(text: str, line: int = 1, value: float | None = 30, section: str = "one", path: str = "a.txt") -> Finding:
    return finding("reading.long-sentence", "long", Where(path, line, 1, section), about=text, value=value)


@given(st.lists(FINDINGS))
def test_a_run_against_its_own_findings_is_never_new(findings: list[Finding]) -> None:
    compared = compare(findings, map(held, findings), always)
    assert compared.findings == ()
    assert sorted(map(repr, compared.known)) == sorted(map(repr, findings))
    assert compared.fixed == 0


@given(st.lists(FINDINGS), FINDINGS)
def test_one_finding_more_is_exactly_one_new(findings: list[Finding], more: Finding) -> None:
    compared = compare([*findings, more], map(held, findings), always)
    assert len(compared.findings) == 1
    assert (compared.findings[0].code, compared.findings[0].about) == (more.code, more.about)
    assert compared.fixed == 0


@given(st.lists(FINDINGS), FINDINGS)
def test_one_finding_less_is_exactly_one_mended(findings: list[Finding], gone: Finding) -> None:
    compared = compare(findings, map(held, [*findings, gone]), always)
    assert compared.findings == ()
    assert compared.fixed == 1


def test_a_report_is_a_baseline_with_what_it_knew_itself(tmp_path: Path) -> None:
    first, second = long("First."), long("Second.")
    assert baseline(tmp_path, first, known=(second,)) == (held(first), held(second))


def test_lines_may_move_and_words_may_not(tmp_path: Path) -> None:
    known = baseline(tmp_path, long("Take it with food.", line=3))
    assert compare([long("Take  it\nwith food.", line=90)], known, always).findings == ()
    for other in (long("Take it without food."), long("Take it with food.", section="two"), long("x", path="b.txt")):
        compared = compare([other], known, always)
        assert compared.findings == (other,)
        assert compared.fixed == 1


@pytest.mark.parametrize(("before", "now", "is_worse"), [(9.0, 9.05, False), (9.0, 9.1, True), (9.0, 8.0, False)])
def test_worse_is_a_larger_figure(before: float, now: float, is_worse: bool) -> None:
    compared = compare([long("x", value=now)], [held(long("x", value=before))], always)
    assert len(compared.findings) == is_worse
    assert len(compared.known) == (not is_worse)
    assert all("In the baseline it was 9." in found.message for found in compared.findings)


def test_paths_of_a_baseline_are_as_reports_show_them(tmp_path: Path) -> None:
    known = baseline(tmp_path, long("x", path="source/../source/a.md"))
    assert compare([long("x", path="source/a.md")], known, always).findings == ()


def test_what_is_ignored_now_is_neither_known_nor_mended() -> None:
    one, two = long("x", value=30), long("x", value=40)
    compared = compare([one], [held(one), held(two)], always, ignored=[two])
    assert (compared.findings, compared.known, compared.fixed) == ((), (one,), 0)
    assert compare([], [held(one)], always, ignored=[long("y")]).fixed == 1


def test_only_what_was_looked_at_can_be_mended() -> None:
    known = [held(long("x")), held(long("y", path="b.txt"))]
    assert compare([], known, lambda one: one.path == "a.txt").fixed == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not valid JSON"),
        ("{", "not valid JSON"),
        ("\udcff", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ("[]", "no schema version"),
        ("{}", "no schema version"),
        (json.dumps({"schema_version": 1, "findings": []}), "schema version 1"),
        (json.dumps({"schema_version": str(SCHEMA_VERSION), "findings": []}), f'schema version "{SCHEMA_VERSION}"'),
        (json.dumps({"schema_version": True, "findings": []}), "schema version true"),
        (json.dumps({"schema_version": SCHEMA_VERSION}), "no report"),
        (with_value("NaN"), "no report"),
        (with_value("1e999"), "no report"),
        (json.dumps({"schema_version": SCHEMA_VERSION, "findings": [1], "known": []}), "no report"),
        (json.dumps({"schema_version": SCHEMA_VERSION, "findings": [{"code": "x"}], "known": []}), "no report"),
    ],
)
def test_what_is_no_baseline_is_answered_with_how_to_make_one(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError) as error:
        load(path)
    assert said in error.value.message
    assert "--format json -o" in error.value.hint


def test_a_baseline_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read the baseline"):
        load(tmp_path / "none.json")
