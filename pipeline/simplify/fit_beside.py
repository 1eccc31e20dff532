"""Whether the words around a term say its plain wording already: repeated, in brackets, as another name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.features import features
from pipeline.simplify.grammar import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.simplify.match import Match

_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z0-9]s?$|[A-Z]{2,8}s?$")
_NEAR = 3  # words
_ARTICLES = frozenset({"a", "an", "the"})
_STEM = 5  # letters
_BESIDE = 80  # characters
_WORDINGS = 8192  # plain wordings whose patterns are kept at hand
_SAME_THING = re.compile(r"\(|\bor\b|\bknown as\b|\bcalled\b|\bnamed\b|\bis\b|\bare\b|\bmeans?\b|[—–]|,\s*$")


def repeats(doc: Doc, match: Match) -> bool:
    """Whether the plain word stands near "and" or "or" already: "signs and manifestations" → "signs and signs"."""
    plain = match.entry.plain.lower()
    first, last = max(0, match.start - _NEAR), min(len(doc), match.end + _NEAR)
    seen = features(doc)
    around = [*range(first, match.start), *range(match.end, last)]
    stems = {_stem(word) for word in plain.split() if len(word) >= _STEM}
    if any(_stem(seen.words[at]) in stems for at in around if len(seen.texts[at]) >= _STEM):
        return True  # "first-line therapy to treat" → "first-line treatment to treat"
    beside = {seen.words[at] for at in around if at in {match.start - 1, match.end}}
    if beside & (set(plain.split()) - words("preposition") - _ARTICLES):
        return True  # "blood leukocytes" → "blood white blood cells"
    joined = not {"and", "or"}.isdisjoint(seen.words[first:last])
    return joined and any(seen.lemmas[at] == plain for at in around)


def is_said_beside(doc: Doc, match: Match) -> bool:
    """Whether the text says the plain words itself: "hypertension (high blood pressure)", "… or high …"."""
    span, text = match.span(doc), features(doc).text
    near = text[max(0, span.start_char - _BESIDE) : span.start_char], text[span.end_char :][:_BESIDE]
    before, after = map(_wording(match.entry.plain).search, near)
    return bool(
        (after and _SAME_THING.search(near[1][: after.start()]))
        or (before and _SAME_THING.search(near[0][before.end() :]))
    )


@lru_cache(maxsize=_WORDINGS)
def _wording(plain: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(plain)}\b", re.IGNORECASE)


def _stem(word: str) -> str:
    return word[:_STEM]


def names_initials(doc: Doc, end: int) -> bool:
    """The term is what initials in brackets stand for: "magnetic resonance imaging (MRI)"."""
    following = doc[end : end + 2]
    return len(following) == 2 and following[0].text == "(" and bool(_INITIALS.match(following[1].text))
