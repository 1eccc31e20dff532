from __future__ import annotations

import pytest

from pipeline.check import PARSED, policy
from pipeline.errors import UsageError
from pipeline.findings import Severity, Where, catalogue, finding
from pipeline.settings import Check, Override

GRADE = finding("reading.grade", "grade", Where("a.txt", 1))
LONG = finding("reading.long-sentence", "long", Where("a.txt", 2))
TITLE = finding("read.no-title", "title", Where("a.txt"))
EVERY = (GRADE, LONG, TITLE)


def test_what_is_disabled_is_not_reported_by_code_or_group_the_readers_findings_too() -> None:
    assert policy.apply(EVERY, Check()) == EVERY
    assert policy.apply(EVERY, Check(disable=("reading",))) == (TITLE,)
    assert policy.apply(EVERY, Check(disable=("reading.grade", "read"))) == (LONG,)


def test_the_severity_of_a_code_stands_over_that_of_its_group() -> None:
    check = Check(severity=(("reading.grade", Severity.NOTE), ("reading", Severity.ERROR), ("read", Severity.NOTE)))
    severities = [found.severity for found in policy.apply(EVERY, check)]
    assert severities == [Severity.NOTE, Severity.ERROR, Severity.NOTE]


@pytest.mark.parametrize(
    ("check", "named", "near"),
    [
        (Check(disable=("reading.grad",)), "reading.grad", "reading.grade"),
        (Check(severity=(("redaing", Severity.NOTE),)), "redaing", "reading"),
        (Check(overrides=(Override(files=("a/*",), disable=("grade",)),)), "a/*", "reading.grade"),
        (Check(disable=("zzzzzz",)), "zzzzzz", "plainleaf explain"),
        (Check(disable=("",)), "''", "plainleaf explain"),
    ],
)
def test_a_name_that_is_not_known_is_answered_with_near_ones(check: Check, named: str, near: str) -> None:
    with pytest.raises(UsageError) as error:
        policy.validate(check)
    assert named in error.value.message
    assert near in error.value.hint


def test_every_code_and_group_can_be_named() -> None:
    names = {*catalogue(), *(entry.group for entry in catalogue().values())}
    policy.validate(Check(disable=tuple(names), severity=tuple((name, Severity.NOTE) for name in names)))


def test_only_takes_codes_and_groups_with_commas_too() -> None:
    codes = policy.chosen_codes(["reading.grade, alt.missing", "read"])
    assert {"reading.grade", "alt.missing", "read.no-title"} <= codes
    assert "reading.long-sentence" not in codes
    with pytest.raises(UsageError, match="no code and no group"):
        policy.chosen_codes(["reading,"])


def test_what_a_run_looks_for() -> None:
    every = policy.looked_for(Check(grammar=True), frozenset())
    of_a_build = {"facts", "simplify", "translate", "speak", "glossary"}
    built = {code for code, entry in catalogue().items() if entry.group in of_a_build} | {"alt.untranslated"}
    assert every == frozenset(catalogue()) - built
    assert built == {code for code in catalogue() if policy.is_of_a_build(code)}
    without = policy.looked_for(Check(disable=("alt", "reading.grade")), frozenset())
    assert not any(code == "reading.grade" or catalogue()[code].group in {"alt", *PARSED} for code in without)
    assert policy.looked_for(Check(), frozenset(["reading.grade"])) == {"reading.grade"}


def test_a_wrong_code_of_an_override_is_told_with_its_place() -> None:
    with pytest.raises(UsageError, match="overrides"):
        policy.validate(Check(overrides=(Override(files=("source/*",), severity=(("no.such", Severity.NOTE),)),)))
