"""The project's own pages: nothing half merged, no link that leads nowhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_MARKER = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and not name.startswith("tests/read/")]


def test_no_page_is_half_merged() -> None:
    written = tracked("*.md", "*.toml", "*.py", "Makefile", "*.txt", "*.html", "*.css")
    assert len(written) > 100
    assert [p.name for p in written if _MARKER.search(p.read_text("utf-8", errors="replace"))] == []


@pytest.mark.parametrize("page", tracked("*.md"), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    missing = [link for link in _LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert missing == []
