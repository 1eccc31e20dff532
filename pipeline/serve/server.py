"""The server: this machine alone, a secret in every address, forms that no other page can send."""

from __future__ import annotations

import datetime
import hmac
import re
import secrets
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, quote, unquote, urlsplit

from pipeline.errors import ApprovalError, PlainleafError
from pipeline.serve import pages
from pipeline.serve.desk import Desk

MOST_BYTES = 64_000  # of a form
SECONDS = 30.0  # without a byte
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'"
)
STATIC = {"review.css": "text/css; charset=utf-8", "review.js": "text/javascript; charset=utf-8"}
_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")


class Server(ThreadingHTTPServer):
    """Serves a desk on a port of 127.0.0.1 until it is shut down."""

    daemon_threads = True

    def __init__(self, desk: Desk, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.desk = desk
        self.token = secrets.token_urlsafe(24)

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def address(self) -> str:
        """What to open. Whoever knows it may approve: it is not to be passed on."""
        return f"{self.origin}/{self.token}/"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    timeout = SECONDS
    protocol_version = "HTTP/1.1"
    server_version = "plainleaf"
    sys_version = ""
    HEADERS: ClassVar[dict[str, str]] = {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
    }

    def do_GET(self) -> None:
        """Pages, style, script, sound."""
        parts = self._parts()
        if parts is None:
            return
        desk, base = self.server.desk, f"/{self.server.token}"
        if parts == [""]:
            self._send(200, pages.desk(desk, base))
        elif parts == ["reviewer"]:
            self._send(200, pages.signing(base))
        elif len(parts) == 1 and parts[0] in STATIC:
            data = files("pipeline.serve").joinpath("static", parts[0]).read_bytes()
            self._send(200, data, STATIC[parts[0]])
        elif len(parts) == 2 and parts[0].isdigit():
            self._row(int(parts[0]), parts[1])
        elif len(parts) == 3 and parts[0].isdigit() and parts[1] == "sound":
            self._sound(desk.sound(int(parts[0]), parts[2]))
        else:
            self._fail(404, "There is no such page.")

    def do_POST(self) -> None:
        """Who reviews, and an approval."""
        parts = self._parts()
        if parts is None or not self._from_here():
            return
        form = self._form()
        if form is None:
            return
        if parts == ["reviewer"]:
            self._sign_in(form)
        elif len(parts) == 2 and parts[0].isdigit():
            self._approve(int(parts[0]), parts[1], form)
        else:
            self._fail(404, "There is no such page.")

    def _row(self, number: int, segment: str) -> None:
        desk, base = self.server.desk, f"/{self.server.token}"
        if segment == "next" and 0 <= number < len(desk.sheets):
            row = desk.next_open(number)
            self._go(f"{number}/{quote(row.segment)}" if row else "")
            return
        try:
            _, at = desk.row(number, segment)
        except KeyError:
            self._fail(404, "There is no such sentence.")
            return
        told = "Approved." if urlsplit(self.path).query == "approved" else ""
        self._send(200, pages.row(desk, base, number, at, told=told))

    def _sign_in(self, form: dict[str, str]) -> None:
        name, qualification = form.get("name", ""), form.get("qualification", "")
        try:
            self.server.desk.sign_in(name, qualification)
        except PlainleafError as error:
            self._send(422, pages.signing(f"/{self.server.token}", str(error), name, qualification))
            return
        self._go("")

    def _approve(self, number: int, segment: str, form: dict[str, str]) -> None:
        desk, base = self.server.desk, f"/{self.server.token}"
        try:
            _, at = desk.row(number, segment)
        except KeyError:
            self._fail(404, "There is no such sentence.")
            return
        if desk.reviewer is None:
            self._go("reviewer")
            return
        text, override = form.get("target", ""), form.get("override", "")
        try:
            whole = desk.approve(number, segment, text, override, datetime.date.today().isoformat())
        except ApprovalError as error:
            reasons = tuple(line for line in error.message.splitlines()[1:] if line)
            self._send(422, pages.row(desk, base, number, at, text=text, reasons=reasons, override=override))
            return
        except PlainleafError as error:
            self._send(422, pages.row(desk, base, number, at, text=text, reasons=(str(error),), override=override))
            return
        row = desk.next_open(number, at)
        if row is None or not whole:
            self._go(f"{number}/{quote(segment)}?approved")
        else:
            self._go(f"{number}/{quote(row.segment)}?approved")

    def _sound(self, path: Path | None) -> None:
        if path is None:
            self._fail(404, "No sound was made of this section.")
            return
        data = path.read_bytes()
        asked = _RANGE.fullmatch(self.headers.get("Range", ""))
        if asked is None or int(asked[1]) >= len(data):
            self._send(200, data, "audio/mpeg", {"Accept-Ranges": "bytes"})
            return
        start, end = int(asked[1]), min(int(asked[2] or len(data) - 1), len(data) - 1)
        told = {"Content-Range": f"bytes {start}-{end}/{len(data)}", "Accept-Ranges": "bytes"}
        self._send(206, data[start : end + 1], "audio/mpeg", told)

    def _parts(self) -> list[str] | None:
        """The path behind the token; None, and an answer, where host or token are not this server's."""
        if self.headers.get("Host", "") != self.server.origin.removeprefix("http://"):
            self._fail(403, "This page answers to 127.0.0.1 alone.")
            return None
        parts = [unquote(part) for part in urlsplit(self.path).path.split("/")[1:]]
        if not parts or not hmac.compare_digest(parts[0].encode(), self.server.token.encode()) or len(parts) < 2:
            self._fail(403, "The address is not the one that the program has shown.")
            return None
        return parts[1:]

    def _from_here(self) -> bool:
        """Whether a form comes from a page of this server."""
        if self.headers.get("Origin", "") == self.server.origin:
            return True
        self._fail(403, "The form was sent by another page.")
        return False

    def _form(self) -> dict[str, str] | None:
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > MOST_BYTES:
            self.close_connection = True
            self._fail(413, "That is too much text.")
            return None
        try:
            fields = parse_qs(self.rfile.read(int(length)).decode(), keep_blank_values=True, max_num_fields=10)
        except (UnicodeDecodeError, ValueError):
            self._fail(400, "The form cannot be read.")
            return None
        return {name: values[0] for name, values in fields.items()}

    def _go(self, place: str) -> None:
        self._send(303, b"", more={"Location": f"/{self.server.token}/{place}"})

    def _fail(self, status: int, message: str) -> None:
        self._send(status, pages.error(status, message))

    def _send(
        self, status: int, data: bytes, kind: str = "text/html; charset=utf-8", more: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in {**self.HEADERS, **(more or {}), "Content-Type": kind}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is logged: addresses hold the token, forms hold a document's text."""
