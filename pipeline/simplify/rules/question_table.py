"""The questions of question.toml, by the nouns that hide them, and the words that are followed by one."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Question:
    """One row of the table; the fields are explained there."""

    nouns: tuple[str, ...]
    asked: tuple[str, ...]
    word: str
    verb: str
    link: str = "of"
    meets: str | None = None
    tail: tuple[str, ...] = ()
    tail_doing: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    past: bool = False
    doing: bool = False


@cache
def by_noun() -> dict[str, list[Question]]:
    """The questions for each noun, in the order they are tried."""
    found: dict[str, list[Question]] = {}
    for row in _raw()["question"]:
        fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
        question = Question(**fields)
        for noun in question.nouns:
            found.setdefault(noun, []).append(question)
    return found


def asked(noun: Token, place: Token) -> list[Question]:
    """The questions for a noun where `place` stands: as the object of a word that takes them."""
    return [question for question in by_noun()[noun.lower_] if _is_asked(place, question)]


def _is_asked(noun: Token, question: Question) -> bool:
    head = noun.head
    groups, before = _raw()["asked"], _raw()["before"]
    if noun.dep_ == "dobj":
        return head.pos_ == "VERB" and any(head.lemma_.lower() in groups.get(name, ()) for name in question.asked)
    if noun.dep_ == "pobj" and "ask" in question.asked:
        return head.head.lemma_.lower() in before.get(head.lower_, ())
    return False


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("question.toml").read_text("utf-8"))
