"""Terms of our glossary that a translation should hold: `glossaries/terms-<language>.toml`.

Only nouns are looked for: verbs and adjectives take too many forms to be found by their letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pipeline.glossary import terms
from pipeline.translate import dictionary, english, english_terms, writing

_REMEMBERED = 2048  # sentences
_NO_NOUN = frozenset({"VERB", "AUX", "ADV", "ADP"})  # a noun by itself the parser may well take for an adjective
_MODIFIERS = frozenset({"amod", "compound"})  # "lung cancer": often another word than "lung" in the other language


@dataclass(frozen=True, slots=True)
class Term:
    """An English noun and what stands for it in another language."""

    english: str
    forms: tuple[str, ...]  # any of these will do; the first is named to a reviewer


def fingerprint(language: str) -> str:
    """The glossaries by content; empty for a language without one."""
    return terms.fingerprint("en", language) if terms.table(language) else ""


def absent(source: str, target: str, language: str) -> tuple[str, ...]:
    """Terms of the English source whose translation is not in `target`, as "term: translation"."""
    missing = [term for term in expected(source, language) if not _holds(target, term.forms, language)]
    if not missing:
        return ()
    nouns = _nouns(source)  # only now: parsing takes longer than all the rest
    lacking = (term for term in missing if term.english.split()[-1].lower() in nouns)
    return tuple(dict.fromkeys(f"{term.english}: {term.forms[0]}" for term in lacking))


@lru_cache(maxsize=_REMEMBERED)
def expected(source: str, language: str) -> tuple[Term, ...]:
    """The glossary's terms in an English sentence, each longest one, in the order of the text."""
    known, longest = _terms(language)
    if not known:
        return ()
    found: list[Term] = []
    words = list(re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", source))
    at = 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            written = source[words[at].start() : words[at + size - 1].end()]
            term = known.get(" ".join(written.lower().split()))
            if term is not None:
                found.append(Term(written, term.forms))
                at += size - 1
                break
        at += 1
    return tuple(found)


@cache
def _terms(language: str) -> tuple[dict[str, Term], int]:
    """Terms by each English form, and the words of the longest."""
    table = terms.table(language)
    known: dict[str, Term] = {}
    for noun, own in table.get("noun", {}).items():
        forms = tuple(dict.fromkeys(_forms(own, table, language)))
        known |= {form.lower(): Term(noun, forms) for form in (noun, english_terms.plural(noun))}
    return known, max((len(form.split()) for form in known), default=0)


def _forms(own: Any, table: dict[str, Any], language: str) -> Iterator[str]:
    """Singular and plural of an entry: word, gender, plural."""
    entry = [own] if isinstance(own, str) else list(own)
    if len(entry) > 1 and "plurals" in table:
        yield from dictionary.noun_forms(entry, language)
    else:
        yield entry[0]
        yield from entry[2:3]


def _holds(target: str, forms: tuple[str, ...], language: str) -> bool:
    """Whether a text has one of the forms: as words of their own, or within longer ones where words are joined."""
    text = " ".join(target.casefold().split())
    apart = writing.capitals_name(language)  # neither a script that joins words nor a language of compounds
    return any(
        re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", text) if apart else form.casefold() in text
        for form in forms
    )


def _nouns(source: str) -> frozenset[str]:
    """Words of a sentence that are nouns with a meaning of their own, in small letters."""
    doc, _ = english.parse(source)
    nouns = [token for token in doc if token.pos_ not in _NO_NOUN and token.dep_ not in _MODIFIERS]
    hyphened = (word for token in nouns for word in _hyphened(doc.text, token.idx, token.idx + len(token)))
    return frozenset({token.lower_ for token in nouns} | set(hyphened))


def _hyphened(source: str, start: int, end: int) -> Iterator[str]:
    """The whole of a word the parser cut at its hyphens."""
    before = re.search(r"[\w'’-]*$", source[:start])
    behind = re.match(r"[\w'’-]*", source[end:])
    yield f"{before[0] if before else ''}{source[start:end]}{behind[0] if behind else ''}".lower()
