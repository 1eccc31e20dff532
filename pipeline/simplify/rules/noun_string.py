"""Nouns in a row, the first behind the last: "treatment duration" → "the length of treatment".

Only pairs of the table: which article, number and preposition a noun takes behind another is its own matter.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pipeline.features import features
from pipeline.glossary import inflect
from pipeline.simplify.grammar import enclosed, text_between

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOT_HEADS = frozenset({"degree", "determiner"})
_HYPHENS = frozenset("-‐‑–/")
_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
_JOINED = frozenset({"conj", "cc", "appos", "relcl"})
_COMPOUND = frozenset({"compound", "amod", "nmod"})


def propose(doc: Doc, main: Token) -> Iterator[tuple[str, ...]]:
    """The sentence with one string unpacked, the nearest to its start first."""
    del main  # a noun phrase stays one wherever it stands
    for head in _heads(doc):
        row = _row(head)
        first = None if row is None else _first(head, row)
        if row is None or first is None or not _is_whole(doc, first, head):
            continue
        start = _start(doc, first, head, row)
        if start is not None:
            unpacked = _unpacked(doc, start, first, head, row)
            text = unpacked[0].upper() + unpacked[1:] if start == 0 else unpacked
            whole = features(doc).text
            yield (whole[: doc[start].idx] + text + whole[head.idx + len(head) :],)


def dropped(doc: Doc) -> Collection[str]:
    """The nouns for which another word stands."""
    found: set[str] = set()
    for head in _heads(doc):
        row = _row(head)
        first = None if row is None else _first(head, row)
        if first is not None:
            found |= {token.lower_ for token in doc[first : head.i + 1]} | {head.lemma_.lower()}
    return found


def _heads(doc: Doc) -> Iterator[Token]:
    """The words the table has."""
    return (doc[at] for at, lemma in enumerate(features(doc).lemmas) if lemma in _table())


def _row(head: Token) -> dict[str, Any] | None:
    lemma = head.lemma_.lower()
    if head.tag_ not in {"NN", "NNS"} or lemma in _NOT_HEADS or head.text != head.lower_:
        return None
    row = _table().get(lemma)
    return None if row is None or ("doing" in row and head.tag_ == "NNS") else row


def _first(head: Token, row: dict[str, Any]) -> int | None:
    """Where the nouns before the head begin that the row knows; None where it does not know them."""
    doc = head.doc
    for size in (2, 1):
        at = head.i - size
        if at >= 0 and doc[at : head.i].text.lower() in row["of"] and doc[head.i - 1].tag_ == "NN":
            return at
    return None


def _is_whole(doc: Doc, first: int, head: Token) -> bool:
    """No part of a longer name or string, and nothing coordinated with any of it."""
    if head.dep_ in _COMPOUND or any(child.dep_ in _JOINED for t in doc[first : head.i + 1] for child in t.children):
        return False
    if enclosed(doc, first) or any(not t.is_alpha or (t.i and t.text != t.lower_) for t in doc[first : head.i + 1]):
        return False
    before = doc[first - 1] if first else None
    after = doc[head.i + 1] if head.i + 1 < len(doc) else None
    if before is not None and (before.tag_ in _NAMES or before.text in _HYPHENS):
        return False
    if before is not None and before.lower_ == "of" and "plain" not in _table()[head.lemma_.lower()]:
        return False  # "an estimate of the severity of the disease" is no easier
    if after is not None and (after.tag_ in _NAMES or after.text in _HYPHENS or after.text in {"(", "["}):
        return False
    return after is None or not (after.lower_ in {"of", "to"} or after.tag_ in {"VBG", "VBN", "POS"})


def _start(doc: Doc, first: int, head: Token, row: dict[str, Any]) -> int | None:
    """Where the whole phrase begins; None where a word before the nouns may not stay there."""
    at = first
    while row.get("describes") and at and doc[at - 1].lower_ in _table()["degree"]["words"]:
        at -= 1
    if at and doc[at - 1].lower_ in _table()["determiner"]["words"] and doc[at - 1].pos_ in {"DET", "PRON"}:
        at -= 1
    elif at and doc[at - 1].pos_ in {"ADJ", "DET", "NUM", "ADV", "PART", "VERB"} and _belongs(doc[at - 1], first, head):
        return None
    if ("doing" in row and at != first) or (at and doc[at - 1].lower_ == "in" == row.get("link")):
        return None  # "differences in pain reduction": not "differences in a reduction in pain"
    return None if any(t.i < at for t in head.lefts if t.dep_ != "punct") else at


def _belongs(before: Token, first: int, head: Token) -> bool:
    """Whether a word before the nouns describes one of them."""
    return first <= before.head.i <= head.i


def _unpacked(doc: Doc, start: int, first: int, head: Token, row: dict[str, Any]) -> str:
    behind = row["of"][doc[first : head.i].text.lower()]
    if "doing" in row:
        return f"{row['doing']} {behind}"
    many = head.tag_ == "NNS"
    noun = inflect.noun(row["plain"], plural=many) if "plain" in row else head.lower_
    before = text_between(doc, start, first)
    tail = f"{before} {noun}".strip()
    opening = doc[start].lower_
    if opening in {"a", "an"}:
        tail = tail.partition(" ")[2]
        tail = f"{inflect.article(tail)} {tail}"
    elif start == first and row["bare"] and not (many and row["bare"] == "a"):
        tail = f"{row['bare']} {tail}"
    elif row["bare"] == "a" and not many and opening not in _table()["determiner"]["words"]:
        tail = f"{inflect.article(tail)} {tail}"
    return f"{tail} {row['link']} {behind}"


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("noun_string.toml").read_text("utf-8"))
