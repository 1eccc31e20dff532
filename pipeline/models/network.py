"""Bytes from an address: bounded in size and time, over https, or plain http on this machine alone.

Proxies, certificates and passwords of the environment are not used: what is asked for comes from the address named.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import httpx

from pipeline.errors import ModelError

SECONDS = 30.0  # without a byte
MOST_REDIRECTS = 5
SLOWEST = 1_000  # bytes a second, on average, that a server has to give
AGENT = "plainleaf"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@contextmanager
def opened(url: str, headers: dict[str, str] | None = None, seconds: float = SECONDS) -> Iterator[httpx.Response]:
    """A response whose body is still to be read. Raises ModelError for what is no plain answer."""
    timeout = httpx.Timeout(seconds)
    sent = {"User-Agent": AGENT, "Accept-Encoding": "identity", **(headers or {})}
    try:
        with httpx.Client(timeout=timeout, follow_redirects=False, trust_env=False) as client:
            for _ in range(MOST_REDIRECTS + 1):
                check(url)
                with client.stream("GET", url, headers=sent) as response:
                    if response.status_code not in _REDIRECTS:
                        if response.status_code not in (200, 206, 416):
                            raise ModelError(
                                f"{url} answered {response.status_code} {response.reason_phrase}.",
                                "Check the address, or try again later.",
                            )
                        yield response
                        return
                    came_from, url = url, str(httpx.URL(url).join(response.headers.get("Location", "")))
                    if is_here(url) and not is_here(came_from):
                        raise ModelError(f"{came_from} redirects to this machine: {url}.", "Use another index.")
            raise ModelError(f"{url} was redirected more than {MOST_REDIRECTS} times.", "Use another index.")
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
        why = str(error) or type(error).__name__
        raise ModelError(
            f"cannot read {url}: {why}.", "Check the connection and try again; what came is kept."
        ) from error


def read(url: str, most: int, seconds: float = SECONDS) -> bytes:
    """The whole body. Raises ModelError where it is larger than `most` bytes."""
    parts, size = [], 0
    with opened(url, seconds=seconds) as response:
        for part in pieces(response, seconds):
            size += len(part)
            if size > most:
                raise ModelError(f"{url} is larger than {most:,} bytes.", "Use another index.")
            parts.append(part)
    return b"".join(parts)


def pieces(response: httpx.Response, seconds: float = SECONDS) -> Iterator[bytes]:
    """The bytes of a body as they come, not inflated. Raises ModelError where they would have to be, or crawl."""
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise ModelError(f"{response.url} sends compressed data, which was not asked for.", "Use another index.")
    since, fresh = time.monotonic(), 0
    for part in response.iter_raw():
        fresh += len(part)
        yield part
        passed = time.monotonic() - since
        if passed > seconds:
            if fresh < passed * SLOWEST:
                raise ModelError(f"{response.url} is too slow to come to an end.", "Try again later.")
            since, fresh = time.monotonic(), 0


def is_here(url: str) -> bool:
    """Whether an address is on this machine."""
    try:
        return _is_loopback(urlsplit(url).hostname or "")
    except ValueError:
        return False


def check(url: str) -> None:
    """Raises ModelError for an address that is not https, nor http on this machine."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError as error:
        raise ModelError(f"“{url}” is no address.", "Use one that begins with https://.") from error
    if parts.scheme == "https" and host:
        return
    if parts.scheme == "http" and _is_loopback(host):
        return
    raise ModelError(f"will not fetch {url}: it is not https.", "Use an address that begins with https://.")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
