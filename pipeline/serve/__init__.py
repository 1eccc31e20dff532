"""The review page: a small server on this machine alone, for a person who approves translations one by one.

from pipeline.serve import Desk, Server
server = Server(Desk(sheets, memory=Path("memory"), outputs=Path("outputs")))
print(server.address)       # http://127.0.0.1:PORT/TOKEN/
server.serve_forever()
"""

from __future__ import annotations

from pipeline.serve.desk import Desk
from pipeline.serve.server import Server

__all__ = ["Desk", "Server"]
