"""Every mutation of mutations.toml is caught, every faithful text of faithful.toml passes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.facts import LANGUAGES, compare
from pipeline.findings import Severity

HERE = Path(__file__).parent
MUTATIONS = tomllib.loads((HERE / "mutations.toml").read_text("utf-8"))["case"]
FAITHFUL = tomllib.loads((HERE / "faithful.toml").read_text("utf-8"))["case"]


def mutated() -> Iterator[object]:
    for case in MUTATIONS:
        for language in LANGUAGES:
            if language in case:
                written = case[language]
                bad = written if language == "en" else written[1]
                abroad = case.get(f"abroad_{language}", case.get("abroad", "error"))
                level = abroad if language != "en" else "error"
                yield pytest.param(case, language, bad, level, id=f"{case['name']}-{language}")


def faithful() -> Iterator[object]:
    for case in MUTATIONS:
        for language in LANGUAGES:
            if language != "en" and language in case:
                yield pytest.param(case["source"], language, case[language][0], id=f"{case['name']}-{language}")
    for number, case in enumerate(FAITHFUL, 1):
        for language in LANGUAGES:
            for n, target in enumerate(case.get(language, ())):
                yield pytest.param(case["source"], language, target, id=f"{number}-{language}-{n}")


@pytest.mark.parametrize(("case", "language", "bad", "level"), list(mutated()))
def test_a_mutation_is_caught(case: dict[str, str], language: str, bad: str, level: str) -> None:
    found = compare(case["source"], bad, "en", language)
    assert case["kind"] in {violation.kind for violation in found}
    assert found[0].severity == Severity(level)


@pytest.mark.parametrize(("source", "language", "target"), list(faithful()))
def test_a_faithful_text_passes(source: str, language: str, target: str) -> None:
    assert compare(source, target, "en", language) == ()


def test_enough_kinds_of_mutation_in_enough_languages() -> None:
    for language, least in {"en": 55, "es": 50, "fr": 48, "pt": 48, "ca": 40, "it": 40, "gl": 40}.items():
        assert sum(language in case for case in MUTATIONS) >= least, language


def test_the_mutations_of_the_source_itself_are_caught_in_reverse() -> None:
    """What may not be lost may not be invented either."""
    for case in MUTATIONS:
        if "en" in case and not case.get("one_way"):
            assert compare(case["en"], case["source"]), case["name"]
