from __future__ import annotations

import re
from pathlib import Path

import pytest

import pipeline
from pipeline.findings import Severity, Where, catalogue, finding, position

PACKAGE = Path(pipeline.__file__).parent


def test_every_code_has_a_page() -> None:
    for entry in catalogue().values():
        assert entry.code.startswith(entry.group + ".")
        assert len(entry.explain.split()) >= 15, entry.code
        assert entry.title


def test_every_code_is_used_somewhere() -> None:
    files = (*PACKAGE.rglob("*.py"), *(PACKAGE / "check" / "data").glob("*.toml"))
    code = "\n".join(path.read_text("utf-8") for path in files)
    unused = [name for name in catalogue() if f'"{name}"' not in code and not name.startswith("facts.")]
    assert unused == []


def test_a_finding_takes_severity_and_standard_from_the_catalogue() -> None:
    found = finding("read.description", "It looks like one.", Where("a.txt", 3))
    assert (found.severity, found.standard) == (Severity.NEEDS_REVIEW, "WCAG 1.1.1")


def test_an_unknown_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        finding("no.such", "", Where("a.txt"))


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (2, 3)), (6, (3, 1)), (7, (4, 1))]
)
def test_position_counts_lines_and_columns_from_one(offset: int, expected: tuple[int, int]) -> None:
    assert position("ab\ncd\n\n", offset) == expected


def test_severities_are_ordered_worst_first() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2, 3]
    assert re.fullmatch(r"[a-z-]+", Severity.NEEDS_REVIEW)
