"""The block between two lines of --- at the top of a Markdown file: its title and language are honoured."""

from __future__ import annotations

import re

from pipeline.read.inline import Inline, plain
from pipeline.score.language import tag

_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_MAX_LINES = 200


def front_matter(source: str) -> tuple[int, Inline | None, str | None]:
    """Where the text begins, the title and the language the front matter gives.

    It is one only if every line is blank, a comment, "key: value", or belongs to the entry above.
    """
    lines = source[: _MAX_LINES * 400].split("\n", _MAX_LINES)
    if lines[0].rstrip() != "---":
        return 0, None, None
    title: Inline | None = None
    language: str | None = None
    offset = len(lines[0]) + 1
    seen = False
    for line in lines[1:_MAX_LINES]:
        if line.rstrip() in ("---", "..."):
            return (min(offset + len(line) + 1, len(source)), title, language) if seen else (0, None, None)
        entry = _ENTRY.match(line)
        if entry is not None:
            seen = True
            value, start = _bare(entry["value"] or "", offset + (entry.start("value") if entry["value"] else 0))
            key = entry["key"].lower()
            if key == "title" and value:
                title = plain(value, start)
            elif key in ("lang", "language"):
                language = tag(value) or language
        elif line.strip() and not line.startswith((" ", "\t", "#", "-")):
            return 0, None, None
        offset += len(line) + 1
    return 0, None, None


def _bare(value: str, start: int) -> tuple[str, int]:
    """A value without quotes, and where it begins."""
    bare = value.strip()
    start += value.index(bare) if bare else 0
    if len(bare) >= 2 and bare[0] == bare[-1] and bare[0] in "\"'":
        return bare[1:-1], start + 1
    return bare, start
