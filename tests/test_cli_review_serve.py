"""`plainleaf review serve`, as it is run and ended."""

from __future__ import annotations

import http.client
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from tests.builds import write


def test_it_says_where_it_is_and_ends_cleanly(tmp_path: Path) -> None:
    write(tmp_path / "source", "wound.md", "# Wound care\n\nKeep the wound clean and dry.\n")
    command = [sys.executable, "-m", "pipeline", "review", "serve", "--to", "es"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = urlsplit(process.stdout.readline().strip())
        assert address.hostname == "127.0.0.1"
        connection = http.client.HTTPConnection("127.0.0.1", address.port or 0, timeout=20)
        connection.request("GET", address.path)
        answer = connection.getresponse()
        assert answer.status == 200
        assert "Wound care" in answer.read().decode()
        connection.close()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert "what was approved is in the memory" in said
    assert process.returncode in (0, 130)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    import socket

    write(tmp_path / "source", "wound.md", "# Wound care\n\nKeep the wound clean and dry.\n")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "pipeline", "review", "serve", "--to", "es", "--port", port]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 4
    assert f"cannot listen on port {port}" in done.stderr
