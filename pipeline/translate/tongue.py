"""Whether a draft, or a stretch of it, is in another language than it should be, by how common its words are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from pipeline.score import language as languages

STRETCH = 10  # words looked at together
FEWEST, MOST = 5, 1  # words of another language in a stretch, and of our own
COMMON = 4.5  # Zipf frequency (wordfreq) of a word in the language it belongs to, at least
APART = 1.5  # by how much it is less common in the other: English words stand in every language's lists
NAMES = {"en": "English", "es": "Spanish", "fr": "French", "pt": "Portuguese", "it": "Italian", "de": "German"}
KIN = {"gl": ("es", "pt")}  # languages wordfreq has no list of, and those whose words they share
_REMEMBERED = 1 << 15


def reason(text: str, language: str) -> str:
    """Why a draft must not stand; empty if it may, or if nothing is known of the words of `language` (BCP 47)."""
    own = languages.root(language)
    if languages.is_other_script(text, language):
        return "it is written in another script"
    if not _lists(own):
        return ""
    words = languages.letters_of(text)
    for other, name in NAMES.items():
        if other not in (own, *KIN.get(own, ())) and _stretch(words, own, other):
            return f"a part of it is {name}"
    return ""


def _stretch(words: Sequence[str], own: str, other: str) -> bool:
    """Whether somewhere `FEWEST` words of `STRETCH` are common in the other language and not in our own."""
    theirs = [_belongs(word, other, own) for word in words]
    ours = [_belongs(word, own, other) for word in words]
    starts = range(max(1, len(words) - STRETCH + 1))
    return any(sum(theirs[at : at + STRETCH]) >= FEWEST and sum(ours[at : at + STRETCH]) <= MOST for at in starts)


@lru_cache(maxsize=_REMEMBERED)
def _belongs(word: str, language: str, other: str) -> bool:
    here, there = (max(f.get(word, 0.0) for f in _lists(each)) for each in (language, other))
    return here >= COMMON and here - there >= APART


@cache
def _lists(language: str) -> tuple[dict[str, float], ...]:
    """Zipf frequencies by word, for the language or its kin; none for a language that wordfreq does not have."""
    import wordfreq

    known = wordfreq.available_languages("small")
    names = (language,) if language in known else KIN.get(language, ())
    return tuple(
        {
            word: 9 - centibels / 100
            for centibels, words in enumerate(wordfreq.get_frequency_list(name, "small"))
            for word in words
        }
        for name in names
    )
