"""`plainleaf models`, as it is run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.loopback import serving
from tests.models.server import Server
from tests.models.test_install import TINY


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "ARGOS_PACKAGES_DIR": str(root / "argos" / "packages")}
    command = [sys.executable, "-m", "pipeline", "models", *arguments]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=120)


def test_install_list_remove(tmp_path: Path) -> None:
    with serving(Server()) as server:
        index = server.offer(TINY.read_bytes())
        listed = run(tmp_path, "list", "--index", index, "--format", "json")
        assert [offer["pair"] for offer in json.loads(listed.stdout)["available"]] == ["en-es"]
        done = run(tmp_path, "install", "en-es", "--index", index)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "installed en-es 1.0; pinned for the first time in plainleaf-models.lock.\n"
    assert "en-es" in json.loads((tmp_path / "plainleaf-models.lock").read_text())["packages"]
    assert run(tmp_path, "list").stdout.split()[:3] == ["en-es", "1.0", "locked"]
    assert run(tmp_path, "remove", "en-es").stdout == "removed en-es 1.0.\n"
    assert run(tmp_path, "list").stdout == ""
    assert run(tmp_path, "install", str(TINY)).stdout == "installed en-es 1.0, as pinned.\n"


def test_what_cannot_be_had_says_why_and_what_to_do(tmp_path: Path) -> None:
    with serving(Server()) as server:
        failed = run(tmp_path, "install", "en-fr", "--index", server.offer(b""))
    assert failed.returncode == 3
    assert "the index has no package en-fr" in failed.stderr
    assert "plainleaf models list --available" in failed.stderr
    assert run(tmp_path, "remove", "en-es").returncode == 2
