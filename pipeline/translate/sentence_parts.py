"""A sentence cut at clause boundaries, for engines that lose their way in long ones.

What a "not" or an "if" reaches over must not be cut off from it: "Do not eat, drink and smoke" without its first words
is an order to smoke. So a sentence with a word of that kind is cut at semicolons and colons only.
"""

from __future__ import annotations

import re

from pipeline import facts

FEWEST = 3  # words of a part
_STRONG = re.compile(r"(?<=[;:])\s+")
_ANY = re.compile(r"(?<=[;:,])\s+|\s+(?=and\s)")
_REACHING = frozenset({"negation", "hedge"})
_CONDITION = re.compile(
    r"\b(?:if|unless|until|when|before|after|while|without|except|only|instead|rather|or|nor|but)\b", re.IGNORECASE
)


def ways(sentence: str) -> tuple[tuple[str, ...], ...]:
    """Ways to cut an English sentence, the coarsest first; each has two parts or more, in the order of the text.

    A part has at least `FEWEST` words; nothing is cut inside brackets or a quotation.
    """
    cuts = [_STRONG] if _reaches(sentence) else [_STRONG, _ANY]
    found = (_cut(sentence, pattern) for pattern in cuts)
    return tuple(dict.fromkeys(parts for parts in found if len(parts) > 1))


def _reaches(sentence: str) -> bool:
    """Whether some word of the sentence holds for more than the clause it stands in."""
    return bool(_CONDITION.search(sentence)) or any(f.kind in _REACHING for f in facts.extract(sentence, "en"))


def _cut(sentence: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    parts: list[str] = []
    at = 0
    for boundary in pattern.finditer(sentence):
        before, behind = sentence[at : boundary.start()], sentence[boundary.end() :]
        if min(len(before.split()), len(behind.split())) >= FEWEST and _closed(sentence[: boundary.start()]):
            parts.append(before)
            at = boundary.end()
    return (*parts, sentence[at:])


def _closed(text: str) -> bool:
    """Whether no bracket or quotation is open at the end of a text."""
    return (
        text.count("(") == text.count(")")
        and text.count("[") == text.count("]")
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
    )
