"""Reading the fixtures of checks of doses and numbers, and running such a check on one text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pipeline.check import CHECKS
from pipeline.check.subject import Subject
from pipeline.findings import Finding
from pipeline.settings import Check
from tests.check.editions import edition, paragraph, section

Case = tuple[str, str, str, str, str]  # code, profile and language, text, words found, words of the hint
HERE = Path(__file__).parent / "fixtures"


def table(group: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((HERE / f"{group}.toml").read_text("utf-8"))


def firing(group: str) -> list[Case]:
    return [
        (code, how, *row) for code, ways in table(group).items() for how, rows in ways.items() for row in rows["fires"]
    ]


def silent(group: str) -> list[tuple[str, str, str]]:
    return [
        (code, how, text)
        for code, ways in table(group).items()
        for how, rows in ways.items()
        for text in rows["silent"]
    ]


def found(text: str, how: str, group: str) -> list[Finding]:
    """Findings of a group on a text as one paragraph, under a profile and in a language: "us", "nhs-es"."""
    profile, _, language = how.partition("-")
    made = edition(section(None, paragraph("p", text)), language=language or "en")
    subject = Subject(made, Check.model_validate({"profile": profile}), text)
    return [found for check, _ in CHECKS[group] for found in check(subject)]


def words(text: str, finding: Finding) -> str:
    """The words a finding points at."""
    line, column, end = finding.where.line, finding.where.column, finding.where.end_column
    assert line == 1
    assert column is not None
    assert end is not None
    return text[column - 1 : end - 1]


def lines() -> list[tuple[str, list[str]]]:
    """Lines of hospital texts, each with the codes that are found in it."""
    rows = (HERE / "sheet-lines.txt").read_text("utf-8").splitlines()
    return [(text, sorted(codes.split())) for text, _, codes in (row.partition("|") for row in rows if row[0] != "#")]
