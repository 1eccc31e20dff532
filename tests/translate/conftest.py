from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pipeline.store import Store

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "memory"


@pytest.fixture(scope="session")
def tiny_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A packages folder with the tiny English to Spanish package of the fixtures."""
    folder = tmp_path_factory.mktemp("packages")
    with zipfile.ZipFile(FIXTURES / "tiny-en-es.argosmodel") as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def argos_packages(tiny_packages: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tiny_packages))
    return tiny_packages
