"""The lines of a plain text, with their offsets, in groups that blank lines part."""

from __future__ import annotations

import re
from dataclasses import dataclass

TAB = 4  # columns
_RULE = re.compile(r"[\s=~*_#+—–-]*$")
_IMAGE = re.compile(
    r"""[<\["'(]?(?P<src>
        (?:[^\s<>"|?*]+|(?:[a-zA-Z]:|\.{0,2})[/\\]{1,2}[^<>"|?*]+)      # one word; or a path, which may have blanks
        \.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|avif|heic)
        (?:[?#]\S*)?
    )[>\]"')]?$""",
    re.VERBOSE | re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"""[<\["'(]?(?P<src>https?://\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|avif|heic)(?:[?#]\S*)?)$""", re.I
)
_LONGEST_PATH = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text without white space at either end, and where that begins in the source."""

    text: str
    start: int
    indent: int  # columns of white space before the text
    tabs: int = 0  # among that white space

    @property
    def end(self) -> int:
        """Offset behind the text."""
        return self.start + len(self.text)

    @property
    def is_rule(self) -> bool:
        """Whether there is nothing but a drawn line."""
        return not any(c.isalnum() for c in self.text) and _RULE.match(self.text) is not None

    @property
    def is_quote(self) -> bool:
        """Whether the line is marked as quoted, as in e-mail."""
        return self.text.startswith(("> ", ">>")) or self.text == ">"

    @property
    def image(self) -> str | None:
        """The picture a line names, if it does nothing else."""
        if len(self.text) > _LONGEST_PATH:
            return None
        match = _ADDRESS.match(self.text) or _IMAGE.match(self.text)
        return match["src"] if match else None


def groups(text: str, unseen: frozenset[int] = frozenset()) -> list[list[Line]]:
    """The lines of `text` that are not blank, in groups that blank lines part.

    `unseen` are offsets of blank lines that part nothing.
    """
    found: list[list[Line]] = []
    group: list[Line] = []
    offset = 0
    for raw in text.split("\n"):
        bare = raw.strip().strip("\ufeff\u200b")
        if bare:
            start = raw.index(bare)
            group.append(Line(bare, offset + start, len(raw[:start].expandtabs(TAB)), raw.count("\t", 0, start)))
        elif group and offset not in unseen:
            found.append(group)
            group = []
        offset += len(raw) + 1
    if group:
        found.append(group)
    return found
