"""Two statements with a semicolon between them: "A is x; B is y." → "A is x. B is y."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.clauses import SUBJECTS, is_finite
from pipeline.features import features
from pipeline.simplify.grammar import enclosed, sentence, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """Both sides, where each has a finite verb with its subject and there is one semicolon only."""
    del main  # a semicolon has its two sides whatever the main verb
    texts = features(doc).texts
    if texts.count(";") != 1:
        return
    at = texts.index(";")
    if at > len(doc) - 3 or at == 0 or enclosed(doc, at):
        return
    if doc[at - 1].lemma_.lower() in words("listing"):
        return  # "The steps include; washing, …"
    if doc[at + 1].lower_ in words("subordinator") or doc[at + 1].text[0].isdigit():
        return  # no sentence begins with a figure; "…; whether it helps": no statement of its own
    after = at + 2 if doc[at + 1].lower_ == "and" else at + 1
    if _is_clause(doc, 0, at) and _is_clause(doc, at + 1, len(doc)):
        yield sentence(doc[:at].text), sentence(doc[after:].text)


def _is_clause(doc: Doc, start: int, end: int) -> bool:
    """A verb with tense and a subject, which begins the side or follows an adverb and a comma."""
    return any(
        is_finite(verb) and any(child.dep_ in SUBJECTS and start <= child.i < verb.i for child in verb.lefts)
        for verb in doc[start:end]
        if verb.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}
    )
