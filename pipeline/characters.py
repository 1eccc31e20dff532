"""Text of documents in a report: nothing in it may steer a terminal, break a file or fail to be written."""

from __future__ import annotations

import re
import unicodedata

# XML 1.0, production [2] Char: all but most control characters, halves of surrogate pairs, and two non-characters.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_COMMAND = re.compile(r"(?:^|(?<=\r))([^\S\r\n]*):(?=:)|##(?=\w*\[)", re.MULTILINE)
_REPLACEMENT = "\ufffd"


def one_line(text: str) -> str:
    """The text on one line, without characters that would steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def width(text: str) -> int:
    """The columns a text takes on a terminal: letters of East Asia take two, marks on a letter none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def cut(text: str, columns: int) -> str:
    """The text in so many columns, with an ellipsis where it is longer."""
    if width(text) <= columns:
        return text
    end = 0
    while width(text[: end + 1]) < columns:
        end += 1
    return f"{text[:end]}…"


def inert(text: str) -> str:
    """The text without what programs that run jobs take for a command: "::" at a line's start, "##[" anywhere.

    As the runners of GitHub Actions ("::error::", "##[error]") and Azure Pipelines ("##vso[…]") read what a job prints.
    """
    return _COMMAND.sub(lambda found: "# #" if found[0] == "##" else f"{found[1]}: ", text)


def encodable(text: str) -> str:
    """The text with a mark where it could not be written as UTF-8, as in a file name of another encoding."""
    return _SURROGATE.sub(_REPLACEMENT, text)


def for_xml(text: str) -> str:
    """The text with a mark for each character XML does not know, and a line feed for each end of line."""
    return _NOT_XML.sub(_REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def for_sarif(text: str) -> str:
    """The text as a message string of SARIF 2.1.0: no placeholder (section 3.11.5) and no embedded link (3.11.6)."""
    return encodable(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")
