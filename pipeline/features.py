"""What a parse says of its tokens, read out once: spaCy makes an object of a token each time one is looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "plainleaf.features"


class Features:
    """The text of a parse and, token by token, the attributes that are asked for most."""

    def __init__(self, doc: Doc) -> None:
        rows = [(t.text, t.lower_, t.lemma_.lower(), t.tag_, t.pos_, t.dep_, t.idx) for t in doc]
        columns = zip(*rows, strict=True) if rows else iter([()] * 7)
        self.texts: tuple[str, ...] = next(columns)
        self.words: tuple[str, ...] = next(columns)
        """As written, in small letters."""
        self.lemmas: tuple[str, ...] = next(columns)
        """In small letters."""
        self.tags: tuple[str, ...] = next(columns)
        self.pos: tuple[str, ...] = next(columns)
        self.deps: tuple[str, ...] = next(columns)
        self.starts: tuple[int, ...] = next(columns)
        """In characters."""
        self.text = doc.text

    @cached_property
    def small(self) -> str:
        """The text in small letters."""
        return self.text.lower()

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words, as written, in small letters."""
        return frozenset(self.words)

    @cached_property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """The ways a term may have each word: as written, as its lemma, or an initialism without its plural "s"."""
        pairs = zip(self.words, self.lemmas, strict=True)
        return tuple(tuple(dict.fromkeys((word, lemma, word.removesuffix("s")))) for word, lemma in pairs)

    @cached_property
    def every_form(self) -> frozenset[str]:
        """The forms of all words."""
        return frozenset(form for forms in self.forms for form in forms)

    def before(self, at: int) -> str:
        """The text before a token."""
        return self.text[: self.starts[at]] if at < len(self.starts) else self.text


def features(doc: Doc) -> Features:
    """The features of a parse, kept with it for as long as it lives."""
    found: Features | None = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = Features(doc)
    return found
