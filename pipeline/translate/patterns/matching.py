"""English sentences against the patterns: the whole sentence or nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.translate.patterns.data import PARAMETER, Instructions, Pattern
from pipeline.translate.patterns.kinds import Kind

_SIGNS = str.maketrans({"’": "'", "‘": "'", "–": "-", "‑": "-", "‐": "-", "−": "-", "—": "-"})
_CONTRACTIONS = (
    (r"\bcan'?t\b|\bcan not\b", "cannot"),
    (r"\bwon't\b", "will not"),
    (r"\b(do|does|did|is|are|was|has|have|should|must)n't\b", r"\1 not"),
    (r"\b(you|they|we)'re\b", r"\1 are"),
    (r"\b(you|we|they)'ve\b", r"\1 have"),
    (r"\b(you|we|they|it)'ll\b", r"\1 will"),
    (r"\bit's\b", "it is"),
)
_RULES = tuple((re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in _CONTRACTIONS)
_TIMES = re.compile(r"\b(once|twice) (?=(?:an?|per|each|every|in an?|daily|weekly)\b)", re.IGNORECASE)
_PIECE = re.compile(rf"{PARAMETER.pattern}|(?P<sign>[()|\[\]])|(?P<text>[^(){{}}|\[\]]+)")
_DEEPEST = 3  # words that a pattern is found by
MOST = 400  # characters; no instruction of the patterns is longer


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence that a pattern says as a whole: its parameters as they are written."""

    pattern: Pattern
    values: Mapping[str, str]


def normal(text: str) -> str:
    """English with plain signs, single blanks and contractions written out."""
    text = " ".join(unicodedata.normalize("NFC", text).translate(_SIGNS).split())
    for rule, plain in _RULES:
        text = rule.sub(plain, text)
    return _TIMES.sub(lambda found: "one time " if found[1].casefold() == "once" else "two times ", text)


class Wording:
    """One English wording of a pattern, compiled when a sentence first comes near it."""

    def __init__(self, pattern: Pattern, text: str, kinds: Mapping[str, Kind]) -> None:
        self.pattern = pattern
        self._text = normal(text)
        self._kinds = kinds

    def heads(self) -> Iterator[tuple[str, ...]]:
        """The words it may begin with, three at most."""
        first = re.match(r"\(([^()]+)\)", self._text)
        for start in first[1].split("|") if first else [""]:
            rest = self._text[first.end() :] if first else self._text
            fixed = re.match(r"[^(){}|\[\]]*", rest)
            words = (start + (fixed[0] if fixed else "")).casefold()
            whole = words if len(words) == len(start + rest) else words.rpartition(" ")[0]
            yield tuple(re.sub(r"[,.:]+( |$)", r"\1", whole).split()[:_DEEPEST])

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Anchored by its use with fullmatch; every repetition in it is bounded."""
        pieces = []
        for piece in _PIECE.finditer(self._text.rstrip(".")):
            if piece["sign"]:
                pieces.append({"(": "(?:", ")": ")", "|": "|", "[": "(?:", "]": ")?"}[piece["sign"]])
            elif piece["text"]:
                pieces.append(re.escape(piece["text"]))
            else:
                pieces.append(f"(?P<{piece[1]}{piece[2]}>{self._kinds[piece[1]].pattern})")
        return re.compile("".join(pieces), re.IGNORECASE)


class Matcher:
    """All wordings, found by the words they begin with."""

    def __init__(self, instructions: Instructions, kinds: Mapping[str, Kind]) -> None:
        self._by_head: dict[tuple[str, ...], list[Wording]] = {}
        for pattern in instructions.patterns:
            for text in pattern.english:
                wording = Wording(pattern, text, kinds)
                for head in dict.fromkeys(wording.heads()):
                    self._by_head.setdefault(head, []).append(wording)

    def matches(self, sentence: str) -> list[Match]:
        """Every pattern that says the whole sentence; one end mark (. or !) may be there or not."""
        if len(sentence) > MOST:
            return []
        text = normal(sentence)
        text = text[:-1] if text.endswith((".", "!")) and not text.endswith("..") else text
        words = tuple(re.sub(r"[,.:]+( |$)", r"\1", text.casefold()).split()[:_DEEPEST])
        found: dict[str, Match] = {}
        for size in range(len(words), -1, -1):
            for wording in self._by_head.get(words[:size], ()):
                match = wording.regex.fullmatch(text)
                if match is not None:
                    values = {name: value for name, value in match.groupdict().items() if value is not None}
                    found.setdefault(wording.pattern.name, Match(wording.pattern, values))
        return list(found.values())
