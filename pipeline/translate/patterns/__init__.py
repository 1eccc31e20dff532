"""Safe instructions: sentences that carry the risk of a handout, put into another language by pattern, not by engine.

    Patterns("es").translate(["Take 2 tablets every 8 hours."])    # "Tome 2 tabletas cada 8 horas."

A sentence matches as a whole or not at all. What a pattern says is a draft (MACHINE) until a reviewer signs it; the
data lies in glossaries/instructions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.store import sha256
from pipeline.translate import protect
from pipeline.translate.engine import Draft
from pipeline.translate.patterns import data, kinds
from pipeline.translate.patterns.data import LANGUAGES
from pipeline.translate.patterns.matching import Match, Matcher

__all__ = ["LANGUAGES", "Patterns", "fingerprint"]

VERSION = 1  # of how sentences are matched and put
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_SMALL = frozenset({"es", "fr", "pt", "it", "ca", "gl", "vi"})  # a list item may begin with a small letter there


class Patterns:
    """Instructions in one language."""

    name = "patterns"

    def __init__(self, language: str, do_not_translate: Sequence[str] = ()) -> None:
        self.language = language
        self.do_not_translate = tuple(do_not_translate)
        self.fingerprint = fingerprint(language, do_not_translate)

    def translate(self, sentences: Sequence[str]) -> list[Draft | None]:
        """The draft of each sentence that a pattern says as a whole; None for any other."""
        drafts = (self._say(sentence) for sentence in sentences)
        return [None if text is None else Draft(text) for text in drafts]

    def _say(self, sentence: str) -> str | None:
        """None too where two patterns would say it differently, or a name that stays as it is would not stay."""
        said = {self._put(match, sentence) for match in _matcher().matches(sentence)}
        text = said.pop() if len(said) == 1 else None
        kept = (sentence[start:end] for start, end in protect.opaque(sentence, self.do_not_translate))
        return text if text is not None and all(words in text for words in kept) else None

    def _put(self, match: Match, sentence: str) -> str | None:
        """The pattern's wording with its values; None where a value has no wording here."""
        text = _OPTIONAL.sub(
            lambda group: group[1] if set(data.kinds(group[1])) <= set(match.values) else "",
            match.pattern.wordings[self.language],
        )
        for found in list(data.PARAMETER.finditer(text)):
            value = match.values[found[1] + found[2]]
            said = _kinds()[found[1]].say(value, found[3] or "", self.language)
            if said is None:
                return None
            text = text.replace(found[0], said, 1)
        text = text.replace("..", ".")  # "10:30 p. m." ends a sentence by itself
        return _begun(_ended(text, sentence), sentence, self.language)


def fingerprint(language: str, do_not_translate: Sequence[str] = ()) -> str:
    """The patterns of a language by their files, and the names that stay as they are."""
    names = f" {sha256('|'.join(sorted(do_not_translate)).encode())[:16]}" if do_not_translate else ""
    return f"patterns/{VERSION} {language} {data.load().digest}{names}"


@cache
def _kinds() -> dict[str, kinds.Kind]:
    return dict(kinds.table(data.load()))


@cache
def _matcher() -> Matcher:
    return Matcher(data.load(), _kinds())


def _ended(text: str, sentence: str) -> str:
    """With an end mark only where the English has one."""
    return text if sentence.rstrip().endswith((".", "!", ":")) else text.rstrip(".。")


def _begun(text: str, sentence: str, language: str) -> str:
    """With a small letter where the English begins with one and the language lets a list item do so."""
    first = next((c for c in sentence if c.isalpha()), "A")
    if first.isupper():
        return text[0].upper() + text[1:]
    return text[0].lower() + text[1:] if language in _SMALL else text
