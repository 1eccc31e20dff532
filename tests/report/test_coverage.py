from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from pipeline.check import policy
from pipeline.items import standards
from pipeline.report import CheckedFile, CheckReport
from pipeline.report.coverage import Coverage, coverage
from pipeline.settings import Check
from tests.report.sample import GRADE, KNOWN, REPORT, readability, reports

EVERY = policy.looked_for(Check(grammar=True), frozenset())
SPANISH = CheckedFile("source/b.md", replace(readability("Cuidado"), language="es-MX"))


def of(key: str, report: CheckReport) -> Coverage:
    (found,) = [one for one in coverage(report) if one.standard.key == key]
    return found


def numbers(report: CheckReport, key: str) -> set[str]:
    return {item.number for item in of(key, report).checked}


def test_an_item_is_checked_where_one_of_its_codes_was_looked_for() -> None:
    report = replace(REPORT, codes=frozenset({"reading.no-heading"}))
    assert numbers(report, "cdc") == {"9"}
    assert numbers(report, "pemat") == {"9"}
    assert {one.standard.key for one in coverage(report)} == {"cdc", "pemat", "wcag"}
    assert str(of("cdc", report)) == (
        "CDC Clear Communication Index: 1 of 20 items checked here, 0 with findings; 7 not looked at in this run; "
        "12 need a person."
    )


def test_findings_known_from_a_baseline_are_in_the_text_still() -> None:
    known = replace(REPORT, codes=EVERY, findings=(), known=(GRADE, KNOWN))
    assert {item.number for item in of("wcag", known).with_findings} == {"3.1.5"}
    assert {item.number for item in of("nhs", known).with_findings} == {"sentence length"}
    assert str(of("wcag", known)).endswith("1 with findings; 1 not looked at in this run; 4 need a person.")


def test_items_of_english_checks_are_not_looked_at_in_other_languages() -> None:
    spanish = replace(REPORT, codes=EVERY, files=(SPANISH,))
    both = replace(REPORT, codes=EVERY, files=(SPANISH, *REPORT.files))
    assert "3.1.5" not in numbers(spanish, "wcag")
    assert "3.1.5" in numbers(both, "wcag")
    assert "1.1.1" in numbers(spanish, "wcag")
    assert all(one.standard.key != "plain" for one in coverage(spanish))


def test_what_only_a_build_looks_for_is_not_looked_at_by_a_check() -> None:
    assert "1.2.1" not in numbers(replace(REPORT, codes=EVERY), "wcag")


def test_without_a_file_nothing_was_looked_at() -> None:
    assert list(coverage(replace(REPORT, codes=EVERY, files=()))) == []


@given(reports)
def test_every_item_is_counted_once(report: CheckReport) -> None:
    for one in coverage(report):
        parts = (*one.checked, *one.not_run, *one.person)
        assert sorted(item.number for item in parts) == sorted(
            item.number for item in standards()[one.standard.key].items
        )
        assert set(one.with_findings) <= set(one.checked)
