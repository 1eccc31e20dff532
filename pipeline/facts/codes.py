"""Codes and identifiers: words of letters and figures, such as HbA1c, B12, COVID-19, 1-800-QUIT-NOW."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.facts.lexicon import Lexicon
from pipeline.facts.model import Fact
from pipeline.facts.scan import Scan
from pipeline.facts.tokens import tokenize

_RUN = re.compile(r"(?<![\w])[A-Za-z0-9]+(?:[-\u2010\u2011][A-Za-z0-9]+)*(?:/[0-9]+)?(?![\w])")
_QUANTITY = re.compile(r"[0-9]+([A-Za-z]{1,4})")
_CLOCK = re.compile(r"[0-9]{1,2}h[0-9]{0,2}|[0-9]{1,2}[ap]m", re.IGNORECASE)
_HYPHENS = re.compile("[\u2010\u2011]")


def find(scan: Scan) -> Iterator[Fact]:
    """Every code that no link claimed."""
    for match in _RUN.finditer(scan.text):
        written = match[0]
        if not any(c.isdigit() for c in written) or not any(c.isalpha() for c in written):
            continue
        start, end = _trimmed(match)
        if _is_code(scan.text[start:end], scan.lexicon) and scan.free(start, end):
            code = scan.text[start:end]
            yield Fact("code", _HYPHENS.sub("-", code).casefold(), code, start, end)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """The run without ordinary words hyphened to it: non-COVID-19, COVID-19-related."""
    pieces = list(re.finditer(r"[A-Za-z0-9]+", match[0]))
    while len(pieces) > 1 and pieces[0][0].isalpha() and pieces[0][0][1:].islower():
        pieces.pop(0)
    while len(pieces) > 1 and pieces[-1][0].isalpha() and pieces[-1][0].islower():
        pieces.pop()
    return match.start() + pieces[0].start(), match.start() + pieces[-1].end()


def _is_code(run: str, lexicon: Lexicon) -> bool:
    pieces = re.findall(r"[A-Za-z0-9]+", run)
    if any(_mixed(piece, lexicon) for piece in pieces):
        return True
    if "-" not in _HYPHENS.sub("-", run):
        return False
    letters = [piece for piece in pieces if piece.isalpha()]
    has_figures = any(piece.isdigit() for piece in pieces)
    return has_figures and any(piece.isupper() or piece[1:].lower() != piece[1:] for piece in letters)


def _mixed(piece: str, lexicon: Lexicon) -> bool:
    """Whether a piece mixes letters and figures and is no quantity (5mg), hour (8h30) or ordinal (2nd)."""
    if piece.isalpha() or piece.isdigit() or _CLOCK.fullmatch(piece):
        return False
    quantity = _QUANTITY.fullmatch(piece)
    if quantity is None:
        return True
    suffix = quantity[1].lower()
    known = suffix in lexicon.ordinal_endings or suffix in {"x", "s"}
    return not known and lexicon.units.at(suffix, tokenize(suffix), 0) is None
