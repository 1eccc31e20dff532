"""With the network cut off, a build gives the same manifest, byte for byte."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

from tests.builds import write

# Root may cut its own network off; anybody else needs a namespace in which they are root.
WITHOUT_NETWORK = ("unshare", "--net") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--net")
NETWORK = ("socket", "ssl", "http.client", "urllib.request", "urllib3", "httpx", "requests", "aiohttp", "ftplib")
PIPELINE = Path(__file__).parents[1] / "pipeline"
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


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_few_modules_import_what_opens_connections() -> None:
    """The client of `models install` alone; the review page answers on loopback and asks nobody."""
    using = {
        path.relative_to(PIPELINE).as_posix()
        for path in PIPELINE.rglob("*.py")
        if any(name == each or name.startswith(f"{each}.") for name in imports(path) for each in NETWORK)
    }
    assert {name for name in using if not name.startswith("serve/")} == {"models/network.py"}
