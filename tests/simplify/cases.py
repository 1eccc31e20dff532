"""Reads the fixture files: a title, the input, the expected text, a line with one dot after each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.glossary.entries import Glossary, read_file

FIXTURES = Path(__file__).parent / "fixtures"
_CASE = re.compile(r"^(?P<title>\S.*)\n\.\n(?P<source>(?:.+\n)+?)\.\n(?P<expected>(?:.+\n)+?)\.$", re.MULTILINE)


def cases(name: str) -> list[object]:
    """Every case of a fixture file as (source, expected), named by its title."""
    text = (FIXTURES / name).read_text("utf-8")
    found = [
        pytest.param(m["source"].strip(), m["expected"].strip(), id=m["title"].strip()) for m in _CASE.finditer(text)
    ]
    assert len(found) == text.count("\n.\n") // 3 or len(found) == (text + "\n").count("\n.\n") // 3
    return list(found)


def sample_glossary() -> Glossary:
    """The glossary of the fixtures."""
    entries, problems = read_file(FIXTURES / "glossary.toml")
    assert not problems
    return Glossary(entries)
