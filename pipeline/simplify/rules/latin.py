"""Latin before examples and meanings: "drugs (e.g., aspirin)" → "drugs (for example, aspirin)"; "i.e." → "that is"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from pipeline.features import features

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LATIN = re.compile(r"(?P<open>[(\[]|, )(?:(?P<eg>e\. ?g\.?|eg\.?)|i\. ?e\.?|ie\.?)(?: ?, ?| )(?=[^\s,.;)\]])")
_MORE = re.compile(r"\betc\b|\band so on\b|\band others\b|\.\.\.|…")
_NO_EXAMPLE = frozenset({"ADP", "SCONJ", "VERB", "AUX", "PRON", "ADV", "CCONJ", "PART", "NUM"})


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The sentence with all of its Latin in English."""
    del main  # the words mean the same wherever they stand
    text, at, pieces = features(doc).text, 0, []
    for match in _LATIN.finditer(text):
        closing = _closing(text, match)
        if match["eg"] and _MORE.search(text[match.end() : closing]):
            continue  # "for example, …, etc." would say it twice, and "etc." is said already
        start, end, put = match.start(), match.end(), _in_english(doc, match, closing)
        pieces += [text[at:start], put]
        at = end
    if pieces:
        yield ("".join(pieces) + text[at:],)


def dropped(doc: Doc) -> Collection[str]:
    """The Latin words, however the parser cut them up."""
    found = _LATIN.finditer(features(doc).text)
    return {token.lower_ for match in found for token in _tokens(doc, match.start(), match.end())}


def _in_english(doc: Doc, match: re.Match[str], closing: int) -> str:
    if not match["eg"]:
        return f"{match['open']}that is, "
    return f"{match['open']}such as " if _names_some(doc, match, closing) else f"{match['open']}for example, "


def _closing(text: str, match: re.Match[str]) -> int:
    """Where the examples end: at the bracket, or with the sentence."""
    found = text.find(")" if match["open"] == "(" else "]", match.end()) if match["open"] != ", " else len(text)
    return found if found >= 0 else len(text)


def _names_some(doc: Doc, match: re.Match[str], closing: int) -> bool:
    """Whether "such as" reads well: a plural noun right before, and nouns after, the last behind "and" or "or"."""
    before = [t for t in doc if t.idx + len(t) <= match.start()]
    after = _tokens(doc, match.end(), closing)
    if match["open"] != "(" or not before or not after or before[-1].tag_ != "NNS" or after[0].pos_ in _NO_EXAMPLE:
        return False
    if all(token.tag_ != "NNS" for token in after) and len({t.lower_ for t in after} & {",", "and", "or"}) == 0:
        return False  # "pumps (such as heart)": one thing may want an article
    listed = any(token.text in {",", ";"} for token in after)
    return not listed or any(token.lower_ in {"and", "or"} for token in after)


def _tokens(doc: Doc, start: int, end: int) -> list[Token]:
    return [token for token in doc if start <= token.idx < end]
