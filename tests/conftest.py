"""What holds for every test."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def no_packages_of_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No Argos package but those a test names: neither this machine's nor the ones another test has loaded."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path_factory.getbasetemp() / "no-packages"))
