"""With the network cut off, a build gives the same manifest, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.builds import write

# Root may cut its own network off; anybody else needs a namespace in which they are root.
WITHOUT_NETWORK = ("unshare", "--net") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--net")
LANGUAGES = "es,fr,pt,it,ca,gl"


def build(root: Path, name: str, *before: str) -> bytes:
    arguments = ("build", "source", "--to", LANGUAGES, "--out", name, "--store", f"{name}-store")
    subprocess.run([*before, sys.executable, "-m", "pipeline", *arguments], cwd=root, check=True, timeout=600)
    return (root / name / "manifest.json").read_bytes()


def test_the_network_is_really_cut_off() -> None:
    program = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=2)"
    done = subprocess.run(
        [*WITHOUT_NETWORK, sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert "unreachable" in done.stderr


def test_a_build_without_network_gives_the_same_manifest(tmp_path: Path) -> None:
    write(tmp_path / "source", "wound.txt")
    assert build(tmp_path, "with") == build(tmp_path, "without", *WITHOUT_NETWORK)
