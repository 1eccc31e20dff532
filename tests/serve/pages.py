"""A review page of a small project that runs as long as a block."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.serve import Desk, Server
from tests.review.projects import Project


@contextmanager
def running(project: Project) -> Iterator[Server]:
    server = Server(Desk([project.sheet()], project.memory, project.root / "outputs"))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
