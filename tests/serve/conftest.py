"""A small reviewed project, and its review page in the air."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.serve import Desk, Server
from tests.loopback import serving
from tests.review.projects import Project, project


@pytest.fixture
def reviewed(tmp_path: Path) -> Project:
    return project(tmp_path)


@pytest.fixture
def server(reviewed: Project) -> Iterator[Server]:
    with serving(Server(Desk([reviewed.sheet()], reviewed.memory, reviewed.root / "outputs"))) as server:
        yield server
