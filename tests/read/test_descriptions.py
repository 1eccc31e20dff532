"""Which paragraphs are taken for picture descriptions, and which must not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read import descriptions

FIXTURES = Path(__file__).parent / "fixtures"


def _lines(name: str) -> list[str]:
    return [line for line in (FIXTURES / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", _lines("descriptions.txt"))
def test_a_description_is_found(line: str) -> None:
    assert descriptions.reason(line, "en")


@pytest.mark.parametrize("line", _lines("body.txt"))
def test_body_text_stays_body_text(line: str) -> None:
    assert descriptions.reason(line, "en") is None


@pytest.mark.parametrize("line", _lines("descriptions.txt"))
def test_a_word_to_the_reader_makes_it_body_text(line: str) -> None:
    if not line.startswith("Image description:"):
        assert descriptions.reason(f"{line} Ask your doctor before you stop.", "en") is None


def test_a_language_without_patterns_has_no_descriptions() -> None:
    assert descriptions.reason(_lines("descriptions.txt")[0], "fi") is None
