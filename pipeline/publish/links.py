"""Which links of a source a handout may carry."""

from __future__ import annotations

from urllib.parse import urlsplit

_WEB = frozenset({"http", "https"})
_DIRECT = frozenset({"mailto", "tel"})


def safe_href(href: str | None) -> str | None:
    """The link as it may be shown, or None where only its words are.

    Kept: http and https with a host, mailto and tel. Everything else is dropped: a script, a file, and a
    relative link too, for what it pointed to beside the source does not lie beside the handout.
    """
    if href is None:
        return None
    cleaned = href.strip()
    if any(ord(c) <= 0x20 or ord(c) == 0x7F for c in cleaned) or "\\" in cleaned:
        return None
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme in _WEB and parts.hostname and parts.username is None:
        return cleaned
    if scheme in _DIRECT and parts.path and not parts.netloc:
        return cleaned
    return None


def is_shown_by(href: str, words: str) -> bool:
    """Whether the words of a link already say where it leads, so that print and plain text need not repeat it."""
    return _bare(href) == _bare(words) or (href.lower().startswith("tel:") and _digits(href) == _digits(words))


def _bare(text: str) -> str:
    bare = text.strip().casefold()
    for prefix in ("https://", "http://", "mailto:", "tel:", "www."):
        bare = bare.removeprefix(prefix)
    return bare.rstrip("/")


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
