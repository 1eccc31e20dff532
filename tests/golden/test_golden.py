from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.plain import GOLDEN, SOURCE, plain_text


@pytest.mark.parametrize("source", sorted(path for path in SOURCE.iterdir() if path.is_file()), ids=lambda p: p.stem)
def test_the_plain_text_is_the_one_somebody_read(source: Path) -> None:
    assert plain_text(source) == (GOLDEN / f"{source.stem}.txt").read_text("utf-8")
