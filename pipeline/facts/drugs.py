"""Names of medicines, by one name in every language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.facts.lexicon import common, table
from pipeline.facts.model import Fact
from pipeline.facts.scan import Scan
from pipeline.facts.tokens import Phrases

_SPELLINGS = (("ph", "f"), ("th", "t"), ("qu", "q"), ("ch", "c"), ("y", "i"), ("k", "c"), ("h", ""), ("rr", "r"))
_DOUBLED = re.compile(r"(.)\1")
_REMEMBERED = 8192  # words
_SHORTEST_NAME = 5  # folded letters; below that a name is found only as written


def find(scan: Scan) -> Iterator[Fact]:
    """Every name of the list, and every word with an ending that only medicines have."""
    index = 0
    while index < len(scan.tokens):
        match = _written().at(scan.text, scan.tokens, index)
        name = match.value if match is not None else None
        last = match.last if match is not None else index + 1
        if name is None and scan.tokens[index].is_word:
            name = _name(scan.tokens[index].text.rstrip("'"))
        if name is not None:
            fact = scan.fact("drug", name, index, last)
            if scan.free(fact.start, fact.end):
                yield fact
        index = last


def is_name(word: str) -> bool:
    """Whether one word is the name of a medicine."""
    return _name(word) is not None


def skeleton(word: str) -> str:
    """A word without what only spelling differs in between languages: amoxicil·lina and amoxicillin are one."""
    plain = unicodedata.normalize("NFD", word.casefold().replace("·", ""))
    folded = "".join(c for c in plain if not unicodedata.combining(c))
    for written, kept in _SPELLINGS:
        folded = folded.replace(written, kept)
    return _DOUBLED.sub(r"\1", folded).rstrip("aeo")


@lru_cache(maxsize=_REMEMBERED)
def _name(word: str) -> str | None:
    if len(word) < _SHORTEST_NAME or not word.replace("·", "").isalpha():
        return None
    folded = skeleton(word)
    known = _by_skeleton().get(folded)
    if known is not None:
        return known
    return folded if len(word) >= common()["drug"]["shortest"] and _has_stem(folded) else None


def _has_stem(folded: str) -> bool:
    drug = common()["drug"]
    return folded not in drug["ordinary"] and folded.endswith(_stems())


@cache
def _stems() -> tuple[str, ...]:
    return tuple(common()["drug"]["stems"])


@cache
def _written() -> Phrases:
    data = table("drugs")
    several = {name: [name] for name in data["names"] if " " in name}
    return Phrases.of({**several, **data["same"]})


@cache
def _by_skeleton() -> dict[str, str]:
    data = table("drugs")
    named = {skeleton(name): name for name in data["names"] if len(skeleton(name)) >= _SHORTEST_NAME}
    same = {skeleton(form): name for name, forms in data["same"].items() for form in forms if " " not in form}
    return {**named, **{key: name for key, name in same.items() if len(key) >= _SHORTEST_NAME}}
