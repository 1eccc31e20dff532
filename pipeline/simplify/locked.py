"""Places of a sentence where no glossary entry applies: facts, quotations, names, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline import facts
from pipeline.features import features

if TYPE_CHECKING:
    from spacy.tokens import Doc

Range = tuple[int, int]
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|(?<!\w)‘[^‘’]*’(?!\w)|(?<!\w)'[^'\n]{2,80}'(?!\w)")
_REMEMBERED = 512  # sentences whose ranges are kept at hand
_LONGEST_INITIALISM = 6  # letters of one with small letters in it
_TITLE_CASE_SHARE = 0.6  # of the words of four letters or more: then capitals say nothing


def locked(doc: Doc, more: Iterable[Range] = ()) -> tuple[Range, ...]:
    """Character ranges to leave alone, in order; `more` are those of links and code."""
    text = features(doc).text
    ranges = [*_protected(text), *quotations(text), *_names(doc), *more]
    return tuple(sorted(ranges))


@lru_cache(maxsize=_REMEMBERED)
def _protected(text: str) -> tuple[Range, ...]:
    return facts.protected(text, "en")


def quotations(text: str) -> Iterator[Range]:
    """Character ranges between quotation marks, the marks included."""
    return ((m.start(), m.end()) for m in _QUOTED.finditer(text))


def _names(doc: Doc) -> Iterator[Range]:
    """Words with a capital inside the sentence, and the first word where it begins a name."""
    seen = features(doc)
    long = [word for word in seen.texts if len(word) > 3 and word.isalpha()]
    capitals = sum(word[0].isupper() for word in long) / max(1, len(long))
    title_case = len(long) > 1 and capitals > _TITLE_CASE_SHARE and not seen.text.rstrip().endswith((".", "!", "?"))
    for at, word in enumerate(seen.texts):
        if word[0].isupper() and word.isalpha() and not _is_initialism(word):
            token = doc[at]
            if token.i == 0 or (token.i == 1 and doc[0].is_punct):
                following = doc[token.i + 1] if token.i + 1 < len(doc) else None
                if following is None or not following.is_title or title_case:
                    continue
            elif title_case and token.pos_ != "PROPN":
                continue
            yield token.idx, token.idx + len(token)


def _is_initialism(word: str) -> bool:
    """All in capitals, or short with two capitals at least: MRI, SSRIs, QoL."""
    return word.isupper() or (len(word) <= _LONGEST_INITIALISM and sum(c.isupper() for c in word) > 1)
