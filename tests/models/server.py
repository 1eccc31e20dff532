"""A real HTTP server on loopback that serves an index and a package, and can be made to misbehave."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PACKAGE = "/tiny.argosmodel"


class Server(ThreadingHTTPServer):
    """What it serves, by path: bytes, or a number of a status, or a place to be redirected to."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, bytes | int | str] = {}
        self.cut: dict[str, int] = {}  # bytes after which an answer breaks off, once
        self.always_cut = False
        self.asked: list[tuple[str, str]] = []  # path and Range of each request
        self.delay = 0.0
        self.drip = 0.0  # seconds between the bytes of an answer
        self.headers: dict[str, str] = {}
        self.ranges = True

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def offer(self, package: bytes, **changes: Any) -> str:
        """Serve a package and an index with it; gives the index's address."""
        self.pages[PACKAGE] = package
        row = {
            "type": "translate",
            "from_code": "en",
            "to_code": "es",
            "package_version": "1.0",
            "links": [self.address + PACKAGE],
        }
        self.pages["/index.json"] = json.dumps([{**row, **changes}]).encode()
        return f"{self.address}/index.json"


class Handler(BaseHTTPRequestHandler):
    """Answers GET."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        server, path = self.server, self.path
        asked = self.headers.get("Range", "")
        server.asked.append((path, asked))
        time.sleep(server.delay)
        page = server.pages.get(path, 404)
        if isinstance(page, int):
            self.send_response(page)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if isinstance(page, str):
            self.send_response(302)
            self.send_header("Location", page)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and server.ranges else 0
        data = page[start:]
        self.send_response(206 if start else 200)
        self.send_header("ETag", '"one"')
        self.send_header("Content-Length", str(len(data)))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(page) - 1}/{len(page)}")
        for name, value in server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if server.drip:
            self._crawl(data)
            return
        cut = server.cut.get(path) if server.always_cut else server.cut.pop(path, None)
        self.wfile.write(data if cut is None else data[:cut])
        if cut is not None:
            self.close_connection = True

    def _crawl(self, data: bytes) -> None:
        with suppress(OSError):  # the client has hung up
            for byte in data:
                self.wfile.write(bytes([byte]))
                time.sleep(self.server.drip)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""
