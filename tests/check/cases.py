"""Fixture files of checks: a text, the code that is looked for, and the words its findings point at."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pipeline import check, glossary, read, score
from pipeline.edition import Edition
from pipeline.findings import Finding
from pipeline.glossary.entries import Glossary
from pipeline.settings import Check

FOLDER = Path(__file__).parent / "fixtures"


def cases(group: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{group}.toml").read_text("utf-8"))["case"]
    return found


def text_of(case: dict[str, Any]) -> str:
    repeated = str(case.get("then", case["text"])) * int(case.get("times", 1))
    return str(case["text"]) + repeated if "then" in case else repeated


def findings(text: str, suffix: str = "md", language: str = "en") -> list[Finding]:
    reading = read.run(text.encode(), f"case.{suffix}", language=language)
    edition = Edition(reading.document, score.run(reading.document))
    return list(check.run(edition, Check(), source_text=reading.text, glossary=own_glossary))


def pointed_at(finding: Finding, text: str) -> str:
    """The words of the source a finding points at, on one line."""
    where = finding.where
    assert where.line is not None
    assert where.column is not None
    assert where.end_line is not None
    assert where.end_column is not None
    lines = text.splitlines()[where.line - 1 : where.end_line]
    lines[-1] = lines[-1][: where.end_column - 1]
    lines[0] = lines[0][where.column - 1 :]
    return " ".join(lines)


@cache
def own_glossary() -> Glossary:
    return glossary.load()
