from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.findings import findings_text
from tests.golden.plain import GOLDEN, SOURCE, plain_text

SOURCES = sorted(path for path in SOURCE.iterdir() if path.is_file())


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_plain_text_is_the_one_somebody_read(source: Path) -> None:
    assert plain_text(source) == (GOLDEN / f"{source.stem}.txt").read_text("utf-8")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_findings_are_those_somebody_read(source: Path) -> None:
    assert findings_text(source) == (GOLDEN / f"{source.stem}.findings.txt").read_text("utf-8")
